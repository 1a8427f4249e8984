using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>Finds services, networks, volumes and so on by name in all files of a workspace.</summary>
public static class WorkspaceSymbols
{
    // More than anybody reads; a client asks again with every letter.
    private const int MaxFound = 1000;

    /// <summary>The definitions whose name holds the letters of a query in their order, the best first; all for an empty query. Letter case does not count.</summary>
    public static IReadOnlyList<FoundSymbol> Find(Workspace workspace, string query, CancellationToken cancellation = default)
    {
        var found = new List<(int Rank, FoundSymbol Symbol)>();
        foreach (var file in Files(workspace))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var symbol in file.Symbols.All)
            {
                if (symbol.Role == SymbolRole.Definition && IsListed(symbol.Kind) && Rank(symbol.Name, query) is { } rank)
                {
                    found.Add((rank, new FoundSymbol(symbol.Kind, symbol.Name, symbol.Path, symbol.Whole, symbol.Span, Container(symbol.Path))));
                }
            }
        }

        return [.. found.OrderBy(entry => entry.Rank).ThenBy(entry => entry.Symbol.Name, StringComparer.OrdinalIgnoreCase).ThenBy(entry => entry.Symbol.Path, StringComparer.Ordinal).Select(entry => entry.Symbol).Take(MaxFound)];
    }

    private static IEnumerable<ComposeFile> Files(Workspace workspace) => workspace.Files
        .Concat(workspace.LoadedPaths.Where(path => ComposeFileNames.IsYaml(path) && !workspace.TryGetFile(path, out _)).Select(workspace.FindComposeFile).OfType<ComposeFile>());

    // A profile is listed by many services, and the other names only help to find one of these.
    private static bool IsListed(SymbolKind kind) => kind is not (SymbolKind.Profile or SymbolKind.Alias or SymbolKind.Host or SymbolKind.Variable);

    /// <summary>How well a name fits: as a whole, at its start, at the start of a word in it, anywhere, letter by letter; null for not at all.</summary>
    private static int? Rank(string name, string query)
    {
        var at = name.IndexOf(query, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            return at == 0 ? (name.Length == query.Length ? 0 : 1) : char.IsLetterOrDigit(name[at - 1]) ? 3 : 2;
        }

        var position = 0;
        foreach (var letter in query.Where(letter => letter != ' '))
        {
            var next = name.AsSpan(position).IndexOf([letter], StringComparison.OrdinalIgnoreCase);
            if (next < 0)
            {
                return null;
            }

            position += next + 1;
        }

        return 4;
    }

    // All Compose files have the same name; the folder tells them apart.
    private static string Container(string path)
    {
        var parts = path.Split('/', '\\');
        return parts.Length > 1 && parts[^2].Length > 0 ? $"{parts[^2]}/{parts[^1]}" : parts[^1];
    }
}
