using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.UnitTests;

/// <summary>Watches an engine and keeps what it is told. Disposing ends the watch.</summary>
internal sealed class StateLog : IAsyncDisposable
{
    /// <summary>How long a test waits for what must come; only a failing test waits so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource ended = new();
    private readonly Lock gate = new();
    private readonly List<EngineState> states = [];
    private readonly Task watching;
    private TaskCompletionSource told = New();
    private int next;
    private int inside;

    public StateLog(IEngineSource source) => watching = Task.Run(() => source.WatchAsync(Add, ended.Token));

    /// <summary>All states so far.</summary>
    public IReadOnlyList<EngineState> States
    {
        get
        {
            lock (gate)
            {
                return [.. states];
            }
        }
    }

    /// <summary>Waits for the next state that is as wanted, passing over others; each call goes on where the last one ended.</summary>
    public async Task<EngineState> NextAsync(Func<EngineState, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            Task more;
            lock (gate)
            {
                while (next < states.Count)
                {
                    if (wanted(states[next++]))
                    {
                        return states[next - 1];
                    }
                }

                more = told.Task;
            }

            var first = await Task.WhenAny(more, watching).WaitAsync(patience.Token).ContinueWith(done => done.IsCanceled ? null : done.Result, TaskScheduler.Default);
            Assert.True(first == more, $"The state did not come; told were: {string.Join("; ", States.Select(state => $"{state.Connection} {state.Reason}"))} {watching.Exception}");
        }
    }

    /// <summary>Waits for the next state with a connection as named.</summary>
    public Task<EngineState> NextAsync(EngineConnection connection) => NextAsync(state => state.Connection == connection);

    /// <summary>Waits for the next view that is as wanted.</summary>
    public async Task<EngineView> NextViewAsync(Func<EngineView, bool> wanted)
    {
        var state = await NextAsync(state => state.View is { } view && wanted(view));
        Assert.NotNull(state.View);
        return state.View;
    }

    /// <summary>Ends the watch and waits for that.</summary>
    public async Task EndAsync()
    {
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching.WaitAsync(Patience));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        ended.Dispose();
    }

    private void Add(EngineState state)
    {
        Assert.Equal(1, Interlocked.Increment(ref inside));
        lock (gate)
        {
            states.Add(state);
            told.TrySetResult();
            told = New();
        }

        Interlocked.Decrement(ref inside);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
