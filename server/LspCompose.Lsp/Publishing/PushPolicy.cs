using System.Collections.Concurrent;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Publishing;

/// <summary>
/// Decides whether to push a document's diagnostics. An editor that pulls shows pushed diagnostics beside the pulled ones, each twice, so it
/// must get no push. But its capabilities do not tell: Rider announces that it can pull and then never does, and there nothing would be shown. So a client that
/// does not announce pulling gets pushes at once. One that does is watched: a pull of a new text within the grace period makes the push needless; if none comes,
/// the client listens, and gets pushes at once from then on. Whatever a client uses, it is served.
/// </summary>
internal sealed class PushPolicy(TimeProvider time)
{
    // Editors pull at once on opening and up to 250 ms after a change.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<int>> pulls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> pushed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Version, string Id)> delivered = new(StringComparer.Ordinal);
    private volatile bool hasPulled;
    private volatile bool listens;

    /// <summary>Notes that the client pulled a document.</summary>
    public void Pulled(string uri, int version)
    {
        hasPulled = true;
        pulls.AddOrUpdate(uri, _ => Completed(version), (_, waiting) => waiting.TrySetResult(version) ? waiting : Completed(version));
    }

    /// <summary>Notes which diagnostics a client that pulls has of a document.</summary>
    public void Delivered(OpenDocument document, string id) => delivered[document.Uri] = (document.Version, id);

    /// <summary>True when the client has pulled diagnostics of this text.</summary>
    public bool IsDelivered(OpenDocument document) => delivered.TryGetValue(document.Uri, out var last) && last.Version == document.Version;

    /// <summary>True, once for each result, when the client has other diagnostics of this text than these.</summary>
    public bool IsOutdated(OpenDocument document, string id) => delivered.TryGetValue(document.Uri, out var last) && last.Version == document.Version && last.Id != id
        && delivered.TryUpdate(document.Uri, (document.Version, id), last);

    /// <summary>Notes that a document was closed.</summary>
    public void Closed(string uri)
    {
        pulls.TryRemove(uri, out _);
        pushed.TryRemove(uri, out _);
        delivered.TryRemove(uri, out _);
    }

    /// <summary>Whether to push a document now; waits for the client to pull it where that is likely.</summary>
    public async Task<bool> ShouldPushAsync(OpenDocument document, ClientProfile client, CancellationToken cancellation)
    {
        if (client.Diagnostics == DiagnosticsMode.Pull)
        {
            return false;
        }

        // What was pushed once must be kept current: the client shows it until told otherwise.
        var isDue = client.Diagnostics == DiagnosticsMode.Push || !client.PullsDiagnostics || (listens && !hasPulled) || pushed.ContainsKey(document.Uri)
            || !await IsPulledAsync(document, cancellation).ConfigureAwait(false);
        if (isDue)
        {
            pushed[document.Uri] = 0;
        }

        return isDue;
    }

    private static TaskCompletionSource<int> Completed(int version)
    {
        var source = new TaskCompletionSource<int>();
        source.SetResult(version);
        return source;
    }

    private async Task<bool> IsPulledAsync(OpenDocument document, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var pull = pulls.GetOrAdd(document.Uri, _ => new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));
                if (await pull.Task.WaitAsync(Grace, time, cancellation).ConfigureAwait(false) >= document.Version)
                {
                    return true;
                }

                // A pull of an older text: wait for the next one.
                pulls.TryUpdate(document.Uri, new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously), pull);
            }
        }
        catch (TimeoutException)
        {
            listens = true;
            return false;
        }
    }
}
