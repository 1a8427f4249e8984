using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>A dependency between the service asked about and another one: the other one, and where the one that depends says so, as 0-based UTF-16 spans of that one's file.</summary>
public sealed record HierarchyCall(HierarchyItem Other, IReadOnlyList<TextSpan> Places);
