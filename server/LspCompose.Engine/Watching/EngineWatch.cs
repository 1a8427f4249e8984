using System.Text.Json;
using LspCompose.Analysis.Engines;
using LspCompose.Engine.Endpoints;
using LspCompose.Engine.Reading;

namespace LspCompose.Engine.Watching;

/// <summary>Follows an engine, and looks for it again when it is lost. All of it is one flow, so states are told one at a time.</summary>
internal sealed class EngineWatch(EngineSurroundings surroundings, EngineTimings timings, TimeProvider clock, Action<EngineState> changed)
{
    private ImageDetailsCache details = new();
    private EngineState? last;
    private string address = "";

    /// <summary>Follows until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var retry = timings.FirstRetry;
        while (true)
        {
            // Where the engine is may have changed: another context, another address of it.
            var found = await EngineSource.FindAsync(surroundings, timings, clock, cancellation).ConfigureAwait(false);
            if (last is null)
            {
                Report(new EngineState { Connection = EngineConnection.Looking, Context = found.Context, Endpoint = found.Address });
            }

            var lived = await LookAsync(found, cancellation).ConfigureAwait(false);
            if (lived > timings.FirstRetry)
            {
                retry = timings.FirstRetry;
                if (last?.Connection == EngineConnection.Connected)
                {
                    // Only the stream of events has ended. Looking at once tells whether the engine is still there, and if not, why.
                    continue;
                }
            }

            await Task.Delay(retry, clock, cancellation).ConfigureAwait(false);
            retry = retry * 2 < timings.LastRetry ? retry * 2 : timings.LastRetry;
        }
    }

    // Follows one connection; gives how long it lasted, zero for an engine that was not there.
    private async Task<TimeSpan> LookAsync(FoundEndpoint found, CancellationToken cancellation)
    {
        if (found.Endpoint is not { } endpoint)
        {
            Report(EngineTrouble.Of(found));
            return TimeSpan.Zero;
        }

        if (address != found.Address)
        {
            address = found.Address;
            details = new ImageDetailsCache();
        }

        var connected = 0L;
        try
        {
            using var client = new EngineClient(endpoint, surroundings, timings, clock);
            var reader = new EngineReader(client, details);
            var version = await reader.VersionAsync(cancellation).ConfigureAwait(false);

            // From before anything is read, so that nothing is missed in between.
            var events = new EventFeed(client, version.Now);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var following = events.RunAsync(ended.Token);
            try
            {
                var view = await EngineViews.ReadAsync(reader, version, clock, cancellation).ConfigureAwait(false);
                connected = clock.GetTimestamp();
                Report(found, view);
                view = await EngineViews.WithImageDetailsAsync(reader, view, cancellation).ConfigureAwait(false);
                Report(found, view);
                await FollowAsync(found, reader, events, view, cancellation).ConfigureAwait(false);
            }
            finally
            {
                await ended.CancelAsync().ConfigureAwait(false);
                await following.ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            cancellation.ThrowIfCancellationRequested();
            if (connected == 0 || exception is not (EventsEndedException or HttpRequestException or JsonException))
            {
                // What an engine answers is input: whatever comes of it must not end the session.
                Report(EngineTrouble.Of(found, surroundings, exception));
            }
        }

        return connected == 0 ? TimeSpan.Zero : clock.GetElapsedTime(connected);
    }

    private async Task FollowAsync(FoundEndpoint found, EngineReader reader, EventFeed events, EngineView view, CancellationToken cancellation)
    {
        while (true)
        {
            var any = await events.WaitAsync(timings.Silence, clock, cancellation).ConfigureAwait(false);
            var changes = events.Take();
            if (!any)
            {
                // A hung engine is as silent as one where nothing happens.
                await reader.VersionAsync(cancellation).ConfigureAwait(false);
                if (!events.IsOffered)
                {
                    changes.AddAll();
                }
            }

            if (!changes.IsEmpty)
            {
                view = await EngineRefresh.RefreshAsync(reader, view, changes, cancellation).ConfigureAwait(false);
                Report(found, view);
                await Task.Delay(timings.Gathering, clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    private void Report(FoundEndpoint found, EngineView view) =>
        Report(new EngineState { Connection = EngineConnection.Connected, Context = found.Context, Endpoint = found.Address, View = view });

    private void Report(EngineState state)
    {
        if (last is null || !Sameness.Same(last, state))
        {
            last = state;
            changed(state);
        }
    }
}
