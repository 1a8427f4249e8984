using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Parsing;

/// <summary>A green node and the offset of its first character.</summary>
internal readonly record struct Placed(GreenNode Node, int Start)
{
    public int End => Start + Node.Width;
}

/// <summary>An entry while its mapping is being read; offsets are those of the text read.</summary>
internal readonly record struct PlacedEntry(Placed Key, int Colon, Placed Value)
{
    /// <summary>Where the entry starts: at its <c>?</c>, if it has one, otherwise at its key.</summary>
    public int Start { get; init; } = Key.Start;

    public int End => Math.Max(Value.End, Math.Max(Key.End, Colon + 1));
}

/// <summary>An item while its sequence is being read; offsets are those of the text read.</summary>
internal readonly record struct PlacedItem(int Dash, Placed Value)
{
    public int End => Math.Max(Value.End, Dash + 1);
}
