using LspCompose.Analysis.Features.Completion;
using LspCompose.Analysis.Features.Navigation;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/definition</c>: links with the whole entry where the client takes them, else locations.</summary>
internal sealed class DefinitionHandler(ProjectFiles files, HostLooks looks) : IQueryHandler<DefinitionParams, IReadOnlyList<object>>
{
    public async Task<IReadOnlyList<object>> HandleAsync(Session snapshot, DefinitionParams parameters, CancellationToken cancellation)
    {
        if (await Cursor.SettledAsync(files, snapshot, parameters.TextDocument, parameters.Position, cancellation).ConfigureAwait(false) is not { } cursor)
        {
            return [];
        }

        var host = new HostAnswers();
        var answer = Definition.At(cursor.Workspace, cursor.Path, cursor.Offset, host, cancellation);
        if (host.Open.Count > 0)
        {
            await looks.AnswerAsync(host, cancellation).ConfigureAwait(false);
            answer = Definition.At(cursor.Workspace, cursor.Path, cursor.Offset, host, cancellation);
        }

        return answer is null ? [] : [.. answer.Targets.Select(target => snapshot.Client.TakesDefinitionLinks ? Link(cursor, answer, target) : (object)Place(cursor, target))];
    }

    private static LocationLink Link(Cursor cursor, DefinitionAnswer answer, DefinitionTarget target) => new()
    {
        OriginSelectionRange = cursor.RangeIn(cursor.Path, answer.Origin),
        TargetUri = cursor.Session.UriOf(target.Path),
        TargetRange = RangeIn(cursor, target, target.Whole),
        TargetSelectionRange = RangeIn(cursor, target, target.Name),
    };

    private static Location Place(Cursor cursor, DefinitionTarget target) => new() { Uri = cursor.Session.UriOf(target.Path), Range = RangeIn(cursor, target, target.Name) };

    private static Range RangeIn(Cursor cursor, DefinitionTarget target, TextSpan span) =>
        target.Text is { } text ? cursor.Session.Client.Encoding.ToRange(text, span) : cursor.RangeIn(target.Path, span);
}
