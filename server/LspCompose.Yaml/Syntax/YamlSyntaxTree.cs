using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Syntax;

/// <summary>
/// A text parsed as YAML: always a tree, whatever the text, with the errors found. Immutable; entries whose text did not change are shared
/// with the tree it was made from.
/// </summary>
public sealed class YamlSyntaxTree
{
    private YamlSyntaxTree(SourceText text)
    {
        Text = text;
    }

    /// <summary>The text the tree was made from.</summary>
    public SourceText Text { get; }

    /// <summary>The documents in the order of the text.</summary>
    public IReadOnlyList<YamlDocument> Documents { get; private init; } = [];

    /// <summary>The syntax errors, ordered by place, at most one a line.</summary>
    public IReadOnlyList<YamlError> Errors { get; private init; } = [];

    /// <summary>The comments, each from its <c>#</c> to the end of its line, ordered by place.</summary>
    public IReadOnlyList<TextSpan> Comments { get; private init; } = [];

    /// <summary>Number of entries this parse could not take from the tree before (all of them for a first parse).</summary>
    public int ParsedEntries { get; private init; }

    /// <summary>Parses a text. Never throws on any text; time is linear in its length.</summary>
    public static YamlSyntaxTree Parse(SourceText text) => new(text);

    /// <summary>Parses a changed text, taking from this tree the entries whose text is the same. The result is node for node that of <see cref="Parse"/>.</summary>
    public YamlSyntaxTree WithText(SourceText text) => ReferenceEquals(text, Text) ? this : Parse(text);
}
