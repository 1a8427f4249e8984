using LspCompose.Analysis.Formatting;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/onTypeFormatting</c>: after Enter and after <c>-</c>.</summary>
internal sealed class OnTypeFormattingHandler : IQueryHandler<DocumentOnTypeFormattingParams, IReadOnlyList<TextEdit>?>
{
    public static DocumentOnTypeFormattingOptions Options { get; } = new() { FirstTriggerCharacter = "\n", MoreTriggerCharacter = ["-"] };

    public Task<IReadOnlyList<TextEdit>?> HandleAsync(Session snapshot, DocumentOnTypeFormattingParams parameters, CancellationToken cancellation) =>
        Task.FromResult(FormattingAnswer.Of(snapshot, parameters.TextDocument.Uri, parameters.Options, (file, options) =>
        {
            var offset = snapshot.Client.Encoding.ToOffset(file.Text, parameters.Position);
            return parameters.Ch == "-" ? OnTypeFormatter.AfterDash(file, offset, options) : OnTypeFormatter.AfterLineBreak(file, offset, options);
        }));
}
