using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Publishing;

/// <summary>
/// Has the client ask anew for what it shows beside the text (hints, colours, lenses) when that changed without the text: another file of the project was edited or loaded,
/// or the settings are others. One question at a time is under way; what changes meanwhile is asked about afterwards, once.
/// </summary>
internal sealed class ViewRefresh(Connection client)
{
    private readonly Lock guard = new();
    private Session? last;
    private bool isAsking;
    private bool isOutdated;

    /// <summary>Takes note of a new snapshot.</summary>
    public void Observe(Session session)
    {
        var before = Interlocked.Exchange(ref last, session);
        if (before is null || session.Phase != Phase.Running || session.Client.Refreshes.Count == 0 || !IsOutdated(before, session))
        {
            return;
        }

        lock (guard)
        {
            isOutdated = true;
            if (isAsking)
            {
                return;
            }

            isAsking = true;
        }

        _ = AskAsync(session.Client.Refreshes);
    }

    private static bool IsOutdated(Session before, Session now) => now.Documents.Any(entry =>
        before.Documents.TryGetValue(entry.Key, out var old) && ReferenceEquals(old, entry.Value) && !ReferenceEquals(before.ViewOf(old), now.ViewOf(entry.Value)));

    private async Task AskAsync(IReadOnlyList<string> methods)
    {
        while (IsDue())
        {
            foreach (var method in methods)
            {
                await client.RequestAsync<object>(method, new JObject(), CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private bool IsDue()
    {
        lock (guard)
        {
            isAsking = isOutdated;
            isOutdated = false;
            return isAsking;
        }
    }
}
