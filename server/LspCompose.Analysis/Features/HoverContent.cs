using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>What to show about a place: Markdown, and the span it is about.</summary>
public sealed record HoverContent(string Markdown, TextSpan Span);
