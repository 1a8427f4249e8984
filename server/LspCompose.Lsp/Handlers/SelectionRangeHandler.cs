using LspCompose.Analysis.Features;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/selectionRange</c>: an answer for each position.</summary>
internal sealed class SelectionRangeHandler : IQueryHandler<SelectionRangeParams, IReadOnlyList<SelectionRange>?>
{
    public Task<IReadOnlyList<SelectionRange>?> HandleAsync(Session snapshot, SelectionRangeParams parameters, CancellationToken cancellation)
    {
        if (!snapshot.TryGetAnalysed(parameters.TextDocument.Uri, out var document))
        {
            return Task.FromResult<IReadOnlyList<SelectionRange>?>(null);
        }

        var ranges = new List<SelectionRange>();
        foreach (var position in parameters.Positions)
        {
            cancellation.ThrowIfCancellationRequested();
            ranges.Add(At(snapshot, document, position));
        }

        return Task.FromResult<IReadOnlyList<SelectionRange>?>(ranges);
    }

    private static SelectionRange At(Session snapshot, OpenDocument document, Position position)
    {
        var encoding = snapshot.Client.Encoding;
        SelectionRange? range = null;
        foreach (var span in (SelectionRanges.At(snapshot.ViewOf(document).Workspace, document.Path, encoding.ToOffset(document.Text, position)) ?? []).Reverse())
        {
            range = new SelectionRange { Range = encoding.ToRange(document.Text, span), Parent = range };
        }

        return range ?? new SelectionRange { Range = new Protocol.Range { Start = position, End = position } };
    }
}
