using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Parsing;

/// <summary>What a reader made of a text: its root node, null without content, and the errors, in the text's own coordinates.</summary>
internal sealed record ReadResult(Placed? Root, IReadOnlyList<YamlError> Errors)
{
    public bool IsValid => Errors.Count == 0;
}
