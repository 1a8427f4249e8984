using LspCompose.Analysis.Features.Navigation;
using LspCompose.Analysis.Symbols;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/documentHighlight</c>: definitions are written, everything else reads. It is asked at every move of the cursor, so it waits for nothing.</summary>
internal sealed class DocumentHighlightHandler : IQueryHandler<DocumentHighlightParams, IReadOnlyList<DocumentHighlight>>
{
    public Task<IReadOnlyList<DocumentHighlight>> HandleAsync(Session snapshot, DocumentHighlightParams parameters, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<DocumentHighlight>>(
        Cursor.At(snapshot, parameters.TextDocument, parameters.Position) is { } cursor
            ? [
                .. References.InFile(cursor.Workspace, cursor.Path, cursor.Offset, cancellation).Select(use => new DocumentHighlight
                {
                    Range = cursor.RangeIn(use.Path, use.Span),
                    Kind = use.Role == SymbolRole.Definition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
                }),
            ]
            : []);
}
