using LspCompose.Analysis.Features.Navigation;
using LspCompose.Analysis.Symbols;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/references</c>: everything in the files of the projects that names the same.</summary>
internal sealed class ReferencesHandler(ProjectFiles files) : IQueryHandler<ReferenceParams, IReadOnlyList<Location>>
{
    public async Task<IReadOnlyList<Location>> HandleAsync(Session snapshot, ReferenceParams parameters, CancellationToken cancellation) =>
        await Cursor.SettledAsync(files, snapshot, parameters.TextDocument, parameters.Position, cancellation).ConfigureAwait(false) is { } cursor
            ? [
                .. References.At(cursor.Workspace, cursor.Path, cursor.Offset, cancellation)
                    .Where(use => use.Role == SymbolRole.Reference || parameters.Context.IncludeDeclaration)
                    .Select(use => cursor.LocationIn(use.Path, use.Span)),
            ]
            : [];
}
