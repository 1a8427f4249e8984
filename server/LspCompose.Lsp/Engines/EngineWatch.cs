using LspCompose.Analysis.Engines;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Engines;

/// <summary>
/// Keeps the session beside the state of the Docker engine. It is watched while a Compose file is open and the user's settings allow it, beside everything else: each state is
/// posted as a mutation, so that a request takes what is known and never waits for an engine.
/// </summary>
internal sealed class EngineWatch(IEngineSource? source, Connection client, ServerLog log) : IDisposable
{
    private RequestQueue<Session>? queue;
    private CancellationTokenSource? running;
    private Task ended = Task.CompletedTask;
    private EngineStatus? last;

    /// <summary>Sets the queue that states are posted to.</summary>
    public void PostTo(RequestQueue<Session> mutations) => queue = mutations;

    /// <summary>Takes note of a new snapshot; called for one after the other.</summary>
    public void Observe(Session session)
    {
        if (source is null || queue is null)
        {
            return;
        }

        if (!IsWanted(session))
        {
            Stop(queue, session.Client);
        }
        else if (running is null)
        {
            running = new CancellationTokenSource();
            ended = RunAsync(source, queue, session.Client, ended, running.Token);
        }
    }

    /// <summary>Ends the watching for good, once no snapshot is observed any more.</summary>
    public Task CompleteAsync()
    {
        running?.Cancel();
        return ended;
    }

    /// <inheritdoc/>
    public void Dispose() => running?.Dispose();

    private static bool IsWanted(Session session) => session is { Phase: Phase.Running, AwaitsSettings: false, Settings.UsesEngine: true }
        && session.Documents.Values.Any(document => document is { IsAnalysed: true, IsSettings: false, IsVariables: false });

    private void Stop(RequestQueue<Session> mutations, ClientProfile profile)
    {
        if (running is { } watch)
        {
            running = null;
            watch.Cancel();
            Post(mutations, profile, EngineState.None, CancellationToken.None);
        }
    }

    private async Task RunAsync(IEngineSource engine, RequestQueue<Session> mutations, ClientProfile profile, Task before, CancellationToken stopped)
    {
        await before.ConfigureAwait(false);
        try
        {
            // On the pool from the start: whoever observes has no time.
            await Task.Run(() => engine.WatchAsync(state => Post(mutations, profile, state, stopped), stopped), stopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // Nobody wants to know any more.
        }
        catch (Exception e)
        {
            log.FailOnce("Watching the Docker engine failed", e);
        }
    }

    private void Post(RequestQueue<Session> mutations, ClientProfile profile, EngineState state, CancellationToken stopped) =>
        _ = mutations.MutateAsync(session =>
        {
            if (stopped.IsCancellationRequested)
            {
                return (session, false);
            }

            Tell(profile, EngineStatus.Of(state));
            return (session.WithEngine(state.View), true);
        });

    // What the log tells is what the user sees; that an engine is looked for again and again is neither.
    private void Tell(ClientProfile profile, EngineStatus status)
    {
        if (status == last)
        {
            return;
        }

        if (status.Reason.Length > 0 && status.Reason != last?.Reason)
        {
            log.Info($"No Docker engine: {status.Reason}");
        }
        else if (status.Version.Length > 0 && status.Version != last?.Version)
        {
            log.Info($"Docker engine {status.Version} at {status.Endpoint}.");
        }

        last = status;
        if (profile.ShowsEngineStatus)
        {
            _ = client.NotifyAsync("lspcompose/engineStatus", status);
        }
    }
}
