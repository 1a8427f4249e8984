using LspCompose.Yaml.Parsing.Tolerant;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing;

/// <summary>
/// A piece of text that was read on its own. What it holds depends on its text and <see cref="Role"/> only and all its offsets count from
/// its own start, so every snapshot in which the text stands can share it.
/// </summary>
internal sealed class Chunk(int length, ChunkRole role, ReadResult result, IReadOnlyList<TextSpan> comments)
{
    public int Length { get; } = length;

    public ChunkRole Role { get; } = role;

    public ReadResult Result { get; } = result;

    /// <summary>The comments, counted from the chunk's start.</summary>
    public IReadOnlyList<TextSpan> Comments { get; } = comments;

    /// <summary>Reads a text; broken text goes through the tolerant reader.</summary>
    public static Chunk Read(string text, ChunkRole role)
    {
        var result = ReadValid(text, role);
        return From(text, role, result.IsValid ? result : TolerantReader.Read(text, role, result));
    }

    /// <summary>Makes a chunk of what a reader made of the text.</summary>
    public static Chunk From(string text, ChunkRole role, ReadResult result) =>
        new(text.Length, role, result, CommentFinder.Find(text, new TextSpan(0, text.Length), result.Root));

    /// <summary>Reads a text by YamlDotNet. Entries are valid only when they are a block mapping at the role's column.</summary>
    public static ReadResult ReadValid(string text, ChunkRole role)
    {
        var result = EventReader.Read(text, role.BodyStart);
        return role.IsDocument || !result.IsValid || result.Root is { Node: GreenMapping { IsFlow: false, Anchor: null, Tag: null }, Start: var start } && ColumnOf(text, start) == role.Column
            ? result
            : result with { Errors = [new YamlError(new TextSpan(0, 0), "Expected an entry")] };
    }

    private static int ColumnOf(string text, int offset) => offset - (text.AsSpan(0, offset).LastIndexOfAny('\n', '\r') + 1);
}
