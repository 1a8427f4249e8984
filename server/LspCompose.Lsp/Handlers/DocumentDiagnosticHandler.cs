using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/diagnostic</c>: the pulled diagnostics of a document. Files it refers to are waited for, but not long.</summary>
internal sealed class DocumentDiagnosticHandler(DiagnosticsSource diagnostics, ProjectFiles files, PushPolicy policy) : IQueryHandler<DocumentDiagnosticParams, object>
{
    /// <summary>What the server does of it.</summary>
    public static DiagnosticOptions Options { get; } = new() { Identifier = "lspcompose", InterFileDependencies = true, WorkspaceDiagnostics = true };

    public async Task<object> HandleAsync(Session snapshot, DocumentDiagnosticParams parameters, CancellationToken cancellation)
    {
        if (!snapshot.Documents.TryGetValue(FileUris.ToPath(parameters.TextDocument.Uri), out var document))
        {
            return new FullDocumentDiagnosticReport { Items = [] };
        }

        policy.Pulled(document.Uri, document.Version);
        var result = diagnostics.For(await files.SettledAsync(snapshot, document, cancellation).ConfigureAwait(false), document, cancellation);
        policy.Delivered(document, result.Id);
        return result.Id == parameters.PreviousResultId
            ? new UnchangedDocumentDiagnosticReport { ResultId = result.Id }
            : new FullDocumentDiagnosticReport { ResultId = result.Id, Items = result.Diagnostics };
    }
}
