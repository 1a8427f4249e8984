namespace LspCompose.Engine.Tests.Proof;

/// <summary>
/// Runs all cases beside each other, as many at once as the engine has room for: each takes up to five of its thirty or so networks. Tests wait for theirs.
/// </summary>
public sealed class ProofRun : IAsyncDisposable
{
    private const int AtOnce = 5;
    private readonly CancellationTokenSource ended = new();
    private readonly SemaphoreSlim room = new(AtOnce);
    private readonly Dictionary<string, Task<IReadOnlyList<string>>> results = [];
    private readonly Lock gate = new();
    private Task<(ComposeTool Current, ComposeTool First)>? tools;

    /// <summary>What is wrong with the migration of a case; starts all cases when it is first called. Skips where a tool is missing.</summary>
    internal async Task<IReadOnlyList<string>> ResultOfAsync(string name)
    {
        Task<(ComposeTool Current, ComposeTool First)> found;
        lock (gate)
        {
            found = tools ??= FindToolsAsync();
        }

        var (current, first) = await found;
        lock (gate)
        {
            foreach (var waiting in results.Count == 0 ? MigrationCase.AllNames() : [])
            {
                results[waiting] = RunAsync(waiting, current, first);
            }
        }

        return await results[name];
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await Task.WhenAll(results.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        ended.Dispose();
        room.Dispose();
    }

    private async Task<(ComposeTool Current, ComposeTool First)> FindToolsAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        cancellation.Register(ended.Cancel);
        await Tools.RequireEngineAsync(cancellation);
        return (
            new ComposeTool("Compose v2", await Tools.RequireComposeAsync(cancellation)),
            new ComposeTool("docker-compose 1.29.2", await Tools.RequireComposeV1Async(cancellation)));
    }

    private async Task<IReadOnlyList<string>> RunAsync(string name, ComposeTool current, ComposeTool? first)
    {
        await room.WaitAsync(ended.Token);
        try
        {
            return await MigrationProof.RunAsync(MigrationCase.Load(name), current, first, ended.Token);
        }
        finally
        {
            room.Release();
        }
    }
}
