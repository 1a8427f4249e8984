using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>The name or path under the cursor, a 0-based UTF-16 span, and where it leads.</summary>
public sealed record DefinitionAnswer(TextSpan Origin, IReadOnlyList<DefinitionTarget> Targets);
