using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>One word of the options of a volume; Compose ignores those it does not know.</summary>
public sealed record VolumeOption(string Name, TextSpan Span, bool IsKnown);
