namespace LspCompose.Analysis.Symbols;

/// <summary>The names of one file in the order of the text.</summary>
internal sealed class FileSymbols
{
    // Names hardly ever stand within each other.
    private const int MaxNested = 4;

    private readonly Lazy<IReadOnlyList<Symbol>> all;

    /// <summary>Makes the table of a file; it is read when asked for.</summary>
    public FileSymbols(Func<IEnumerable<Symbol>> read)
    {
        all = new(() => [.. read().OrderBy(symbol => symbol.Span.Start)]);
    }

    /// <summary>All names.</summary>
    public IReadOnlyList<Symbol> All => all.Value;

    /// <summary>The name that touches a 0-based UTF-16 offset; null between names.</summary>
    public Symbol? At(int offset)
    {
        var (low, high) = (0, All.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = All[middle].Span.Start <= offset ? (middle + 1, high) : (low, middle);
        }

        for (var index = low - 1; index >= 0 && index >= low - MaxNested; index--)
        {
            if (All[index].Span.Touches(offset))
            {
                return All[index];
            }
        }

        return null;
    }
}
