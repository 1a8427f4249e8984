using LspCompose.Analysis.Features.Navigation;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/linkedEditingRange</c>: an anchor and its aliases.</summary>
internal sealed class LinkedEditingRangeHandler : IQueryHandler<LinkedEditingRangeParams, LinkedEditingRanges?>
{
    private const string AnchorName = "[A-Za-z0-9_-]+";

    public Task<LinkedEditingRanges?> HandleAsync(Session snapshot, LinkedEditingRangeParams parameters, CancellationToken cancellation) => Task.FromResult(
        Cursor.At(snapshot, parameters.TextDocument, parameters.Position) is { } cursor && LinkedNames.At(cursor.Workspace, cursor.Path, cursor.Offset) is { Count: > 0 } spans
            ? new LinkedEditingRanges { Ranges = [.. spans.Select(span => cursor.RangeIn(cursor.Path, span))], WordPattern = AnchorName }
            : null);
}
