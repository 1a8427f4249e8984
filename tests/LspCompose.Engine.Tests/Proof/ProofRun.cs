using System.Collections.Concurrent;

namespace LspCompose.Engine.Tests.Proof;

/// <summary>
/// Runs all cases beside each other, as many at once as the engine has room for: each takes up to five of its thirty or so networks. Tests wait for theirs.
/// </summary>
public sealed class ProofRun : IAsyncDisposable
{
    private const int AtOnce = 5;
    private readonly CancellationTokenSource ended = new();
    private readonly SemaphoreSlim room = new(AtOnce);
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<string>>> results = new();
    private readonly Lock gate = new();

    /// <summary>What is wrong with the migration of a case; starts all cases when it is first called.</summary>
    internal Task<IReadOnlyList<string>> ResultOfAsync(string name, ComposeTool current, ComposeTool? first)
    {
        lock (gate)
        {
            foreach (var waiting in results.IsEmpty ? MigrationCase.AllNames() : [])
            {
                results[waiting] = Task.Run(() => RunAsync(waiting, current, first));
            }
        }

        return results[name];
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await Task.WhenAll(results.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        ended.Dispose();
        room.Dispose();
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
