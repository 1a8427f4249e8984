using System.Threading.Channels;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Publishing;

/// <summary>
/// Pushes diagnostics of the newest snapshot. While one is worked on, newer ones replace each other, so a burst of typing is not answered key by key and
/// the last state is answered as soon as it is there, without any delay. A client that pulls is told when what it pulled is outdated by a change elsewhere.
/// </summary>
internal sealed class DiagnosticsPublisher(DiagnosticsSource diagnostics, ProjectFiles files, PushPolicy policy, Connection client, ServerLog log) : IDisposable
{
    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Dictionary<string, Published> published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SourceText Text, EditorSettings Editor)> settings = new(StringComparer.Ordinal);
    private CancellationTokenSource running = new();
    private volatile bool isComplete;
    private Session? newest;

    /// <summary>Takes note of a new snapshot; what is being worked out for an older one is dropped.</summary>
    public void Observe(Session session)
    {
        // In this order: a run that read the older snapshot sees its cancellation, and the news come last, so there is always one more run.
        Volatile.Write(ref newest, session);
        _ = Volatile.Read(ref running).CancelAsync();
        news.Writer.TryWrite(true);
    }

    /// <summary>Publishes until <see cref="Complete"/> is called.</summary>
    public async Task RunAsync()
    {
        await foreach (var _ in news.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            var current = new CancellationTokenSource();
            Interlocked.Exchange(ref running, current);

            // Whoever completed before this line did not see the new source, and nobody reads the files any more that it would wait for.
            if (!isComplete && Volatile.Read(ref newest) is { Phase: Phase.Running } session)
            {
                await PublishAsync(session, current.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends the work.</summary>
    public void Complete()
    {
        news.Writer.TryComplete();
        isComplete = true;
        Interlocked.MemoryBarrier();
        _ = Volatile.Read(ref running).CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => running.Dispose();

    private async Task PublishAsync(Session session, CancellationToken cancellation)
    {
        foreach (var (path, last) in published.Where(entry => !session.Documents.TryGetValue(entry.Key, out var document) || document.Uri != entry.Value.Document.Uri).ToList())
        {
            policy.Closed(last.Document.Uri);
            diagnostics.Forget(path);
            published.Remove(path);
            await SendAsync(last.Document.Uri, null, []).ConfigureAwait(false);
        }

        try
        {
            await PublishSettingsAsync(session).ConfigureAwait(false);

            // The text that changed comes first, what waits for files last.
            var due = session.Documents.Values.Where(document => !published.TryGetValue(document.Path, out var last) || last.Document != document || last.View != session.ViewOf(document)).ToList();
            foreach (var document in due.OrderBy(document => files.IsSettled(session, document) ? 0 : 1).ThenBy(document => published.TryGetValue(document.Path, out var last) && last.Document == document ? 1 : 0))
            {
                await PublishAsync(session, document, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // There is a newer snapshot.
        }
    }

    private async Task PublishAsync(Session session, OpenDocument document, CancellationToken cancellation)
    {
        try
        {
            // A newer snapshot with the files ends this one; its news may still be on their way.
            if (!ReferenceEquals(await files.SettledAsync(session, document, cancellation).ConfigureAwait(false), session))
            {
                return;
            }

            var last = published.GetValueOrDefault(document.Path);
            if (await policy.ShouldPushAsync(document, session.Client, cancellation).ConfigureAwait(false))
            {
                var result = diagnostics.For(session, document, cancellation);
                cancellation.ThrowIfCancellationRequested();
                if (last?.Document != document || last.Id != result.Id)
                {
                    await SendAsync(document.Uri, document.Version, result.Diagnostics).ConfigureAwait(false);
                }

                published[document.Path] = new Published(document, session.ViewOf(document), result.Id);
            }
            else if (session.Client.RefreshesDiagnostics && policy.IsDelivered(document))
            {
                var result = diagnostics.For(session, document, cancellation);
                if (policy.IsOutdated(document, result.Id))
                {
                    _ = client.RequestAsync<object>("workspace/diagnostic/refresh", new JObject(), CancellationToken.None);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            log.FailOnce("Diagnostics failed", e);
        }
    }

    /// <summary>What is wrong in the settings files of open documents is told of these files whether they are open or not, as long as they are in force.</summary>
    private async Task PublishSettingsAsync(Session session)
    {
        if (session.Client.Diagnostics == DiagnosticsMode.Pull)
        {
            return;
        }

        var current = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var document in session.Documents.Values)
        {
            if (FolderSettings.Find(session.Workspace, document.Path) is var (path, text) && !session.Documents.ContainsKey(path))
            {
                current[path] = text;
            }
        }

        foreach (var path in settings.Keys.Where(path => !current.ContainsKey(path)).ToList())
        {
            settings.Remove(path);
            if (!session.Documents.ContainsKey(path))
            {
                await SendAsync(session.UriOf(path), null, []).ConfigureAwait(false);
            }
        }

        foreach (var (path, text) in current.Where(file => !settings.TryGetValue(file.Key, out var last) || last != (file.Value, session.Settings)))
        {
            var isNew = !settings.ContainsKey(path);
            settings[path] = (text, session.Settings);
            var found = DiagnosticsSource.ForSettings(session, path, text);
            if (found.Count > 0 || !isNew)
            {
                await SendAsync(session.UriOf(path), null, found).ConfigureAwait(false);
            }
        }
    }

    private Task SendAsync(string uri, int? version, IReadOnlyList<Diagnostic> items) =>
        client.NotifyAsync("textDocument/publishDiagnostics", new PublishDiagnosticsParams { Uri = uri, Version = version, Diagnostics = items });

    private sealed record Published(OpenDocument Document, DocumentView View, string Id);
}
