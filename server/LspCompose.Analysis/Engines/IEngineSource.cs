namespace LspCompose.Analysis.Engines;

/// <summary>Looks at a Docker engine and never changes anything there: a real one, or one made up in tests.</summary>
public interface IEngineSource
{
    /// <summary>
    /// Looks once. Never throws but when cancelled, and ends within seconds whatever the engine does; what went wrong is told as <see cref="EngineState.Reason"/>.
    /// </summary>
    Task<EngineState> ReadAsync(CancellationToken cancellation);

    /// <summary>
    /// Looks until cancelled, and tells each new state from one thread at a time, the first one soon. An engine that goes away is told and looked for again. Never throws but when cancelled.
    /// </summary>
    Task WatchAsync(Action<EngineState> changed, CancellationToken cancellation);
}
