using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Interpolation;

/// <summary>
/// A variable in a file of variables. The span of the value includes its quotes. A name alone inherits its value from outside: its value span is the name's, and the value
/// is null where outside has none.
/// </summary>
public sealed record DotEnvEntry(string Name, string? Value, TextSpan NameSpan, TextSpan ValueSpan);
