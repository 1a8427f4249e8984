using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary>
/// <c>workspace/diagnostic</c>: the diagnostics of every Compose file in the client's folders, open or not. With a token for partial results each file is told as soon as it
/// is judged.
/// </summary>
internal sealed class WorkspaceDiagnosticHandler(DiagnosticsSource diagnostics, ProjectFiles files, PushPolicy policy, Progress progress, RequestQueue<Session> queue) : IQueryHandler<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>
{
    public async Task<WorkspaceDiagnosticReport> HandleAsync(Session snapshot, WorkspaceDiagnosticParams parameters, CancellationToken cancellation)
    {
        var known = parameters.PreviousResultIds.GroupBy(id => id.Uri, StringComparer.Ordinal).ToDictionary(group => FileUris.ToPath(group.Key), group => group.Last(), StringComparer.Ordinal);
        var reports = new List<object>();
        snapshot = await queue.MutateAsync(Judge).ConfigureAwait(false);
        foreach (var path in snapshot.Documents.Keys.Union(snapshot.Found, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (await ReportAsync(snapshot, path, known.GetValueOrDefault(path)?.Value, cancellation).ConfigureAwait(false) is { } report)
            {
                await AddAsync(report).ConfigureAwait(false);
            }

            known.Remove(path);
        }

        // What is gone has nothing wrong any more.
        foreach (var gone in known.Values)
        {
            await AddAsync(new WorkspaceFullDocumentDiagnosticReport { Uri = gone.Uri, Version = null, Items = [] }).ConfigureAwait(false);
        }

        return new WorkspaceDiagnosticReport { Items = reports };

        async Task AddAsync(object report)
        {
            if (parameters.PartialResultToken is { } token)
            {
                await progress.SendAsync(token, new WorkspaceDiagnosticReport { Items = [report] }).ConfigureAwait(false);
            }
            else
            {
                reports.Add(report);
            }
        }
    }

    private async Task<object?> ReportAsync(Session snapshot, string path, string? knownId, CancellationToken cancellation)
    {
        DiagnosticsResult result;
        int? version = null;
        if (snapshot.Documents.TryGetValue(path, out var document))
        {
            policy.Pulled(document.Uri, document.Version);
            result = diagnostics.For(await files.SettledAsync(snapshot, document, cancellation).ConfigureAwait(false), document, cancellation);
            policy.Delivered(document, result.Id);
            version = document.Version;
        }
        else if (await files.SettledAsync(snapshot, path, cancellation).ConfigureAwait(false) is { } settled && settled.ViewOfPath(path) is { } view)
        {
            result = diagnostics.For(settled, path, view, cancellation);
        }
        else
        {
            return null;
        }

        var uri = snapshot.UriOf(path);
        return result.Id == knownId
            ? new WorkspaceUnchangedDocumentDiagnosticReport { Uri = uri, Version = version, ResultId = result.Id }
            : new WorkspaceFullDocumentDiagnosticReport { Uri = uri, Version = version, ResultId = result.Id, Items = result.Diagnostics };
    }

    private static (Session Next, Session Result) Judge(Session session)
    {
        var next = session.WithFoundJudged();
        return (next, next);
    }
}
