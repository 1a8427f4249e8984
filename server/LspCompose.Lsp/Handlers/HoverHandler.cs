using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;
using LspCompose.Lsp.Text;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/hover</c>.</summary>
internal sealed class HoverHandler : IQueryHandler<HoverParams, Hover?>
{
    public Task<Hover?> HandleAsync(Session snapshot, HoverParams parameters, CancellationToken cancellation) =>
        Task.FromResult(At(snapshot, parameters.TextDocument.Uri, parameters.Position));

    private static Hover? At(Session snapshot, string uri, Position position)
    {
        if (!snapshot.TryGetAnalysed(uri, out var document))
        {
            return null;
        }

        var encoding = snapshot.Client.Encoding;
        return Analysis.Features.Hover.At(snapshot.ViewOf(document).Workspace, document.Path, encoding.ToOffset(document.Text, position)) is { } content
            ? new Hover
            {
                Range = encoding.ToRange(document.Text, content.Span),
                Contents = snapshot.Client.ReadsMarkdown
                    ? new MarkupContent { Kind = "markdown", Value = content.Markdown }
                    : new MarkupContent { Kind = "plaintext", Value = PlainText.FromMarkdown(content.Markdown) },
            }
            : null;
    }
}
