using LspCompose.Analysis.Formatting;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/formatting</c>.</summary>
internal sealed class FormattingHandler : IQueryHandler<DocumentFormattingParams, IReadOnlyList<TextEdit>?>
{
    public Task<IReadOnlyList<TextEdit>?> HandleAsync(Session snapshot, DocumentFormattingParams parameters, CancellationToken cancellation) =>
        Task.FromResult(FormattingAnswer.Of(snapshot, parameters.TextDocument.Uri, parameters.Options, (file, options) => Formatter.Edits(file, options, cancellation)));
}
