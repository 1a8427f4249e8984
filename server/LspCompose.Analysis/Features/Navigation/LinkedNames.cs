using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Names that can be typed as one: an anchor and its aliases, which never leave their file.</summary>
public static class LinkedNames
{
    /// <summary>The 0-based UTF-16 spans of the anchor's name and its aliases' at an offset; none elsewhere, and none for an anchor without aliases.</summary>
    public static IReadOnlyList<TextSpan> At(Workspace workspace, string path, int offset) =>
        workspace.FindComposeFile(path) is { } file && file.Symbols.At(offset) is { Kind: SymbolKind.Anchor, Anchored: >= 0 } anchor
            && file.Symbols.All.Where(symbol => symbol.Kind == SymbolKind.Anchor && symbol.Name == anchor.Name && symbol.Anchored == anchor.Anchored).Select(symbol => symbol.Span).ToList() is { Count: > 1 } spans
            ? spans
            : [];
}
