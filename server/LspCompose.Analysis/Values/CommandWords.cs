using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>The words of a command, and the rest Compose drops (from <c>;</c>, <c>&amp;</c>, <c>|</c>, <c>&lt;</c> or <c>&gt;</c> on), if any.</summary>
public sealed record CommandWords(IReadOnlyList<string> Words, TextSpan? Dropped);
