using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Finds everything that names the thing under the cursor.</summary>
public static class References
{
    /// <summary>
    /// The places in all files of the projects, those of the file itself first and in the order of the text; none where no name touches the 0-based UTF-16 offset.
    /// </summary>
    public static IReadOnlyList<NameUse> At(Workspace workspace, string path, int offset, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return SymbolMeaning.At(workspace, path, offset) is { } meaning
            ? [.. meaning.All(cancellation).OrderBy(symbol => symbol.Path == path ? "" : symbol.Path, StringComparer.Ordinal).ThenBy(symbol => symbol.Span.Start).Select(Use)]
            : [];
    }

    /// <summary>The places in the file itself.</summary>
    public static IReadOnlyList<NameUse> InFile(Workspace workspace, string path, int offset, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return SymbolMeaning.At(workspace, path, offset) is { } meaning
            ? [.. meaning.Here.Where(symbol => symbol.Path == path).OrderBy(symbol => symbol.Span.Start).Select(Use)]
            : [];
    }

    private static NameUse Use(Symbol symbol) => new(symbol.Path, symbol.Span, symbol.Role);
}
