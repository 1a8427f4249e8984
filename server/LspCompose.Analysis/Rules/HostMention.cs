using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>A host a text connects to: its name and where it stands in the text.</summary>
internal readonly record struct HostMention(string Name, TextSpan Span);
