namespace LspCompose.Analysis.Formatting;

/// <summary>A block collection around a place, with the 0-based columns of its keys or dashes before and after formatting. One object a collection.</summary>
internal sealed class Level(int before, int after, Level? outer)
{
    /// <summary>Around everything: a document's root stands further in than this.</summary>
    public static Level None { get; } = new(-1, -1, null);

    /// <summary>The column it had.</summary>
    public int Old { get; } = before;

    /// <summary>The column it gets.</summary>
    public int New { get; } = after;

    /// <summary>The collection around it.</summary>
    public Level? Outer { get; } = outer;
}
