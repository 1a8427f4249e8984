using LspCompose.Analysis.Formatting;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/rangeFormatting</c> and <c>textDocument/rangesFormatting</c>.</summary>
internal sealed class RangeFormattingHandler : IQueryHandler<DocumentRangeFormattingParams, IReadOnlyList<TextEdit>?>, IQueryHandler<DocumentRangesFormattingParams, IReadOnlyList<TextEdit>?>
{
    /// <summary>Several ranges at once are for clients that know of them.</summary>
    public static DocumentRangeFormattingOptions Options(ClientProfile client) => new() { RangesSupport = client.FormatsRanges ? true : null };

    public Task<IReadOnlyList<TextEdit>?> HandleAsync(Session snapshot, DocumentRangeFormattingParams parameters, CancellationToken cancellation) =>
        Task.FromResult(Format(snapshot, parameters.TextDocument.Uri, [parameters.Range], parameters.Options, cancellation));

    public Task<IReadOnlyList<TextEdit>?> HandleAsync(Session snapshot, DocumentRangesFormattingParams parameters, CancellationToken cancellation) =>
        Task.FromResult(Format(snapshot, parameters.TextDocument.Uri, parameters.Ranges, parameters.Options, cancellation));

    private static IReadOnlyList<TextEdit>? Format(Session session, string uri, IReadOnlyList<Protocol.Range> ranges, FormattingOptions asked, CancellationToken cancellation) =>
        FormattingAnswer.Of(session, uri, asked, (file, options) => Formatter.Edits(file, options, [.. ranges.Select(range => session.Client.Encoding.ToSpan(file.Text, range))], cancellation));
}
