using LspCompose.Analysis.Features;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/foldingRange</c>.</summary>
internal sealed class FoldingRangeHandler : IQueryHandler<FoldingRangeParams, IReadOnlyList<FoldingRange>>
{
    public Task<IReadOnlyList<FoldingRange>> HandleAsync(Session snapshot, FoldingRangeParams parameters, CancellationToken cancellation)
    {
        if (!snapshot.TryGetAnalysed(parameters.TextDocument.Uri, out var document))
        {
            return Task.FromResult<IReadOnlyList<FoldingRange>>([]);
        }

        IEnumerable<Fold> folds = Folding.Of(snapshot.ViewOf(document).Workspace, document.Path);

        // Where not all may be sent, those inside others are left out.
        if (snapshot.Client.FoldingLimit is { } limit)
        {
            folds = folds.OrderBy(fold => fold.Depth).Take(limit).OrderBy(fold => fold.StartLine);
        }

        return Task.FromResult<IReadOnlyList<FoldingRange>>([.. folds.Select(fold => Range(snapshot.Client, document, fold))]);
    }

    private static FoldingRange Range(ClientProfile client, OpenDocument document, Fold fold)
    {
        var bracket = client.FoldsLinesOnly || fold.BracketLine is null ? null : client.Encoding.ToPosition(document.Text, fold.BracketOffset);
        return new FoldingRange
        {
            StartLine = fold.StartLine,
            EndLine = bracket?.Line ?? fold.EndLine,
            EndCharacter = bracket?.Character,
            Kind = fold.Kind == FoldKind.Comment ? "comment" : null,
        };
    }
}
