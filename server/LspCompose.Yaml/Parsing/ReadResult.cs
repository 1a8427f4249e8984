using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Parsing;

/// <summary>What a reader made of a text: its root node, null without content, and the errors, in the text's own coordinates.</summary>
internal sealed record ReadResult(Placed? Root, IReadOnlyList<YamlError> Errors)
{
    /// <summary>True when the parser met the text's end: with more text after it, it might have gone on another way.</summary>
    public bool ReachedEnd { get; init; }

    public bool IsValid => Errors.Count == 0;
}
