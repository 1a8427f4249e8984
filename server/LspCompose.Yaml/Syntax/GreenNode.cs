namespace LspCompose.Yaml.Syntax;

/// <summary>
/// A node without a position: what an entry of the text parses to, shared by every snapshot in which that entry's text is the same.
/// All offsets are relative to the node's own first character (its properties included), so a node can move without being rebuilt.
/// </summary>
internal abstract record GreenNode
{
    /// <summary>Number of UTF-16 code units from the first property (anchor, tag) to the end of the content.</summary>
    public required int Width { get; init; }

    /// <summary>Where the content starts, after anchor and tag; 0 without properties.</summary>
    public int ContentOffset { get; init; }

    /// <summary>The anchor's name without <c>&amp;</c>.</summary>
    public string? Anchor { get; init; }

    /// <summary>The tag as written, for instance <c>!reset</c>.</summary>
    public string? Tag { get; init; }
}

/// <summary>A scalar; <see cref="Value"/> is decoded (quotes, escapes and folding resolved).</summary>
internal sealed record GreenScalar(string Value, ScalarStyle Style) : GreenNode;

/// <summary>An alias by the name of its anchor.</summary>
internal sealed record GreenAlias(string Name) : GreenNode;

/// <summary>A mapping's entry; offsets are relative to the mapping's first character, <see cref="ColonOffset"/> is -1 where the colon is missing.</summary>
internal readonly record struct GreenEntry(int KeyOffset, GreenNode Key, int ColonOffset, int ValueOffset, GreenNode Value);

/// <summary>A mapping, its entries in the order of the text, duplicates included.</summary>
internal sealed record GreenMapping(GreenEntry[] Entries, bool IsFlow) : GreenNode;

/// <summary>A sequence's item; offsets are relative to the sequence's first character, <see cref="DashOffset"/> is -1 in flow style.</summary>
internal readonly record struct GreenItem(int DashOffset, int ValueOffset, GreenNode Value);

/// <summary>A sequence, its items in the order of the text.</summary>
internal sealed record GreenSequence(GreenItem[] Items, bool IsFlow) : GreenNode;
