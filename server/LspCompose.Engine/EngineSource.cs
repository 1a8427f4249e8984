using LspCompose.Analysis.Engines;
using LspCompose.Engine.Endpoints;
using LspCompose.Engine.Reading;
using LspCompose.Engine.Watching;

namespace LspCompose.Engine;

/// <summary>The Docker engine the user's docker CLI talks to. It is only read from.</summary>
public sealed class EngineSource : IEngineSource
{
    private readonly EngineSurroundings surroundings;
    private readonly EngineTimings timings;
    private readonly TimeProvider clock;

    /// <summary>Prepares to look for the engine that the variables of a shell lead to.</summary>
    public EngineSource(IReadOnlyDictionary<string, string> environment, TimeProvider clock)
        : this(new EngineSurroundings { Environment = environment }, new EngineTimings(), clock)
    {
    }

    /// <summary>Prepares to look in surroundings of one's own.</summary>
    internal EngineSource(EngineSurroundings surroundings, EngineTimings timings, TimeProvider clock)
    {
        this.surroundings = surroundings;
        this.timings = timings;
        this.clock = clock;
    }

    /// <inheritdoc/>
    public async Task<EngineState> ReadAsync(CancellationToken cancellation)
    {
        var found = await FindAsync(surroundings, timings, clock, cancellation).ConfigureAwait(false);
        if (found.Endpoint is not { } endpoint)
        {
            return EngineTrouble.Of(found);
        }

        try
        {
            using var client = new EngineClient(endpoint, surroundings, timings, clock);
            var reader = new EngineReader(client, new ImageDetailsCache());
            var version = await reader.VersionAsync(cancellation).ConfigureAwait(false);
            var view = await EngineViews.ReadAsync(reader, version, clock, cancellation).ConfigureAwait(false);
            view = await EngineViews.WithImageDetailsAsync(reader, view, cancellation).ConfigureAwait(false);
            return new EngineState { Connection = EngineConnection.Connected, Context = found.Context, Endpoint = found.Address, View = view };
        }
        catch (Exception exception)
        {
            cancellation.ThrowIfCancellationRequested();

            // What an engine answers is input: whatever comes of it must not end the session.
            return EngineTrouble.Of(found, surroundings, exception);
        }
    }

    /// <inheritdoc/>
    public Task WatchAsync(Action<EngineState> changed, CancellationToken cancellation) =>
        new EngineWatch(surroundings, timings, clock, changed).RunAsync(cancellation);

    /// <summary>Finds where the engine is; in time also where the folder of Docker's settings is on a drive that hangs.</summary>
    internal static async Task<FoundEndpoint> FindAsync(EngineSurroundings surroundings, EngineTimings timings, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(() => EndpointFinder.Find(surroundings), cancellation).WaitAsync(timings.FirstAnswer, clock, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new FoundEndpoint("", "") { Problem = $"Docker's settings in {surroundings.ConfigFolder} cannot be read in time; check that drive, or set DOCKER_HOST." };
        }
    }
}
