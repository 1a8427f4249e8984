using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/diagnostic</c>: the pulled diagnostics of a document.</summary>
internal sealed class DocumentDiagnosticHandler(DiagnosticsSource diagnostics, PushPolicy policy) : IQueryHandler<DocumentDiagnosticParams, object>
{
    public Task<object> HandleAsync(Session snapshot, DocumentDiagnosticParams parameters, CancellationToken cancellation)
    {
        var uri = parameters.TextDocument.Uri;
        if (snapshot.Documents.TryGetValue(uri, out var document))
        {
            policy.Pulled(uri, document.Version);
        }

        var result = diagnostics.For(snapshot, uri, cancellation);
        return Task.FromResult<object>(result.Id == parameters.PreviousResultId
            ? new UnchangedDocumentDiagnosticReport { ResultId = result.Id }
            : new FullDocumentDiagnosticReport { ResultId = result.Id, Items = result.Diagnostics });
    }
}
