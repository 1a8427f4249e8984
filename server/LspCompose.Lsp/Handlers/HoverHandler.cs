using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/hover</c>, once the files of the project are read: what counts in the end may be written in any of them.</summary>
internal sealed class HoverHandler(ProjectFiles files) : IQueryHandler<HoverParams, Hover?>
{
    public async Task<Hover?> HandleAsync(Session snapshot, HoverParams parameters, CancellationToken cancellation) =>
        await Cursor.SettledAsync(files, snapshot, parameters.TextDocument, parameters.Position, cancellation).ConfigureAwait(false) is { } cursor
            && Analysis.Features.Hover.At(cursor.Workspace, cursor.Path, cursor.Offset) is { } content
            ? new Hover { Range = cursor.RangeIn(cursor.Path, content.Span), Contents = Markup.Of(snapshot.Client, content.Markdown) }
            : null;
}
