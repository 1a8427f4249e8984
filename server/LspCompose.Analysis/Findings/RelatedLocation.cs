using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Findings;

/// <summary>A further place that belongs to a finding. The span is in 0-based UTF-16 offsets of the file's text.</summary>
public sealed record RelatedLocation(string Path, TextSpan Span, string Message);
