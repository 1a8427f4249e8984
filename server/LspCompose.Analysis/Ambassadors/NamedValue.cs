using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>A variable or label of a service and where it is written.</summary>
internal readonly record struct NamedValue(string Name, string Value, TextSpan Span);
