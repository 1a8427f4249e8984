using LspCompose.Analysis.Features.Hints;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;
using InlayHint = LspCompose.Lsp.Protocol.InlayHint;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/inlayHint</c>: what counts without being written, once the files of the project are read.</summary>
internal sealed class InlayHintHandler(ProjectFiles files) : IQueryHandler<InlayHintParams, IReadOnlyList<InlayHint>>
{
    public async Task<IReadOnlyList<InlayHint>> HandleAsync(Session snapshot, InlayHintParams parameters, CancellationToken cancellation)
    {
        if (await Cursor.SettledAsync(files, snapshot, parameters.TextDocument, parameters.Range.Start, cancellation).ConfigureAwait(false) is not { } start
            || Cursor.At(start.Session, parameters.TextDocument, parameters.Range.End) is not { } end)
        {
            return [];
        }

        var hints = InlayHints.In(start.Workspace, start.Path, new(start.Offset, Math.Max(start.Offset, end.Offset)), start.Session.Settings.InlayHints, cancellation);
        return [.. hints.Select(hint => new InlayHint
        {
            Position = start.RangeIn(start.Path, new(hint.Offset, hint.Offset)).Start,
            Label = hint.Label,
            Tooltip = Markup.Of(snapshot.Client, hint.Tooltip),
            PaddingLeft = true,
        })];
    }
}
