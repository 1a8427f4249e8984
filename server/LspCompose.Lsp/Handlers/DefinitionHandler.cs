using LspCompose.Analysis.Features.Navigation;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/definition</c>: links with the whole entry where the client takes them, else locations.</summary>
internal sealed class DefinitionHandler(ProjectFiles files) : IQueryHandler<DefinitionParams, IReadOnlyList<object>>
{
    public async Task<IReadOnlyList<object>> HandleAsync(Session snapshot, DefinitionParams parameters, CancellationToken cancellation) =>
        await Cursor.SettledAsync(files, snapshot, parameters.TextDocument, parameters.Position, cancellation).ConfigureAwait(false) is { } cursor
            && Definition.At(cursor.Workspace, cursor.Path, cursor.Offset, cancellation) is { } answer
            ? [.. answer.Targets.Select(target => snapshot.Client.TakesDefinitionLinks ? Link(cursor, answer, target) : (object)cursor.LocationIn(target.Path, target.Name))]
            : [];

    private static LocationLink Link(Cursor cursor, DefinitionAnswer answer, DefinitionTarget target) => new()
    {
        OriginSelectionRange = cursor.RangeIn(cursor.Path, answer.Origin),
        TargetUri = cursor.Session.UriOf(target.Path),
        TargetRange = cursor.RangeIn(target.Path, target.Whole),
        TargetSelectionRange = cursor.RangeIn(target.Path, target.Name),
    };
}
