using System.Threading.Channels;
using LspCompose.Analysis;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Publishing;

/// <summary>
/// Pushes diagnostics of the newest snapshot. While one is worked on, newer ones replace each other, so a burst of typing is not answered key by key and
/// the last state is answered as soon as it is there, without any delay.
/// </summary>
internal sealed class DiagnosticsPublisher(DiagnosticsSource diagnostics, PushPolicy policy, Connection client, ServerLog log) : IDisposable
{
    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Dictionary<string, (OpenDocument Document, AnalysisSettings Settings)> published = new(StringComparer.Ordinal);
    private CancellationTokenSource running = new();
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
            Volatile.Write(ref running, current);
            if (Volatile.Read(ref newest) is { Phase: Phase.Running } session)
            {
                await PublishAsync(session, current.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends the work.</summary>
    public void Complete()
    {
        news.Writer.TryComplete();
        _ = Volatile.Read(ref running).CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => running.Dispose();

    private async Task PublishAsync(Session session, CancellationToken cancellation)
    {
        foreach (var uri in published.Keys.Where(uri => !session.Documents.ContainsKey(uri)).ToList())
        {
            policy.Closed(uri);
            published.Remove(uri);
            await SendAsync(uri, null, []).ConfigureAwait(false);
        }

        // What a document's diagnostics depend on: its own text and the settings. Nothing of other files yet.
        var due = session.Documents.Values.Where(document => !published.TryGetValue(document.Uri, out var last) || last != (document, session.Workspace.Settings));
        foreach (var document in due)
        {
            try
            {
                if (await policy.ShouldPushAsync(document, session.Client, cancellation).ConfigureAwait(false))
                {
                    var result = diagnostics.For(session, document.Uri, cancellation);
                    cancellation.ThrowIfCancellationRequested();
                    await SendAsync(document.Uri, document.Version, result.Diagnostics).ConfigureAwait(false);
                    published[document.Uri] = (document, session.Workspace.Settings);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.FailOnce("Diagnostics failed", e);
            }
        }
    }

    private Task SendAsync(string uri, int? version, IReadOnlyList<Diagnostic> items) =>
        client.NotifyAsync("textDocument/publishDiagnostics", new PublishDiagnosticsParams { Uri = uri, Version = version, Diagnostics = items });
}
