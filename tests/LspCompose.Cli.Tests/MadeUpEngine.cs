using LspCompose.Analysis.Engines;

namespace LspCompose.Cli.Tests;

/// <summary>An engine that tells what a test has made up.</summary>
internal sealed class MadeUpEngine(EngineState state) : IEngineSource
{
    /// <summary>How often it was looked at.</summary>
    public int Looks { get; private set; }

    public Task<EngineState> ReadAsync(CancellationToken cancellation)
    {
        Looks++;
        return Task.FromResult(state);
    }

    public Task WatchAsync(Action<EngineState> changed, CancellationToken cancellation) => throw new InvalidOperationException("The command line only looks once.");
}
