using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Why Compose refuses a value, and the characters of the value that are wrong (none where something is missing).</summary>
public sealed record ValueError(TextSpan Span, string Message);
