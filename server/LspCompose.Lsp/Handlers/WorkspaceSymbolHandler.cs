using LspCompose.Analysis.Features.Navigation;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>workspace/symbol</c>: over the open documents, the Compose files in the client's folders and what these refer to.</summary>
internal sealed class WorkspaceSymbolHandler(ProjectFiles files) : IQueryHandler<WorkspaceSymbolParams, IReadOnlyList<SymbolInformation>>
{
    public async Task<IReadOnlyList<SymbolInformation>> HandleAsync(Session snapshot, WorkspaceSymbolParams parameters, CancellationToken cancellation)
    {
        foreach (var path in snapshot.Found.Where(path => !snapshot.Documents.ContainsKey(path)))
        {
            snapshot = await files.SettledAsync(snapshot, path, cancellation).ConfigureAwait(false);
        }

        return [.. WorkspaceSymbols.Find(snapshot.Workspace, parameters.Query, cancellation).Select(symbol => ToInformation(snapshot, symbol))];
    }

    private static SymbolInformation ToInformation(Session session, FoundSymbol symbol) => new()
    {
        Name = symbol.Name,
        Kind = KindOf(symbol.Kind),
        ContainerName = symbol.Container,
        Location = new Location { Uri = session.UriOf(symbol.Path), Range = Cursor.RangeIn(session, session.Workspace, symbol.Path, symbol.Span) },
    };

    // The same pictures as in the tree of a document.
    private static SymbolKind KindOf(Analysis.Symbols.SymbolKind kind) => kind switch
    {
        Analysis.Symbols.SymbolKind.Service => SymbolKind.Class,
        Analysis.Symbols.SymbolKind.Network => SymbolKind.Interface,
        Analysis.Symbols.SymbolKind.Volume => SymbolKind.Struct,
        Analysis.Symbols.SymbolKind.Config => SymbolKind.File,
        Analysis.Symbols.SymbolKind.Secret => SymbolKind.Key,
        Analysis.Symbols.SymbolKind.Model => SymbolKind.Event,
        _ => SymbolKind.Constant,
    };
}
