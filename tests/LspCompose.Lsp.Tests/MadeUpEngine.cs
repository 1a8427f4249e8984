using System.Threading.Channels;
using LspCompose.Analysis.Engines;

namespace LspCompose.Lsp.Tests;

/// <summary>An engine that is in the states a test says.</summary>
internal sealed class MadeUpEngine : IEngineSource
{
    private readonly Channel<EngineState> states = Channel.CreateUnbounded<EngineState>();

    /// <summary>How often somebody began to look.</summary>
    public int Watches { get; private set; }

    /// <summary>Ends when somebody has stopped to look.</summary>
    public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Tell(EngineState state) => states.Writer.TryWrite(state);

    public void Tell(EngineView view) => Tell(new EngineState { Connection = EngineConnection.Connected, Context = "default", Endpoint = "unix:///var/run/docker.sock", View = view });

    public Task<EngineState> ReadAsync(CancellationToken cancellation) => states.Reader.ReadAsync(cancellation).AsTask();

    public async Task WatchAsync(Action<EngineState> changed, CancellationToken cancellation)
    {
        Watches++;
        try
        {
            await foreach (var state in states.Reader.ReadAllAsync(cancellation))
            {
                changed(state);
            }
        }
        finally
        {
            Stopped.TrySetResult();
        }
    }
}
