using System.Threading.Channels;

namespace LspCompose.Lsp.Queue;

/// <summary>
/// Orders what the client asks for, after Roslyn's CLaSP: mutations run alone and in order; a query gets the immutable state of its place in
/// the queue and runs beside everything that comes later.
/// </summary>
internal sealed class RequestQueue<TState>(TState initial, Action<TState> changed)
    where TState : class
{
    private readonly Channel<Action> waiting = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private TState state = initial;

    /// <summary>Queues a step from one state to the next. If it throws, the state stays and the returned task fails.</summary>
    public Task<TResult> MutateAsync<TResult>(Func<TState, (TState Next, TResult Result)> mutate)
    {
        var done = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(done, () =>
        {
            try
            {
                var (next, result) = mutate(state);
                if (!ReferenceEquals(next, state))
                {
                    state = next;
                    changed(next);
                }

                done.SetResult(result);
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>Queues a question about the state as it is after all mutations queued before.</summary>
    public Task<TResult> QueryAsync<TResult>(Func<TState, CancellationToken, Task<TResult>> query, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(done, () =>
        {
            var snapshot = state;
            _ = AnswerAsync(snapshot, query, done, cancellation);
        });
        return done.Task;
    }

    /// <summary>Works until <see cref="Complete"/> is called and all that was queued before has begun.</summary>
    public async Task RunAsync()
    {
        await foreach (var work in waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            work();
        }
    }

    /// <summary>Takes no more work; what comes later is cancelled.</summary>
    public void Complete() => waiting.Writer.TryComplete();

    private static async Task AnswerAsync<TResult>(TState snapshot, Func<TState, CancellationToken, Task<TResult>> query, TaskCompletionSource<TResult> done, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();

            // Whoever cancels is answered at once, however long the work takes to notice.
            done.SetResult(await Task.Run(() => query(snapshot, cancellation), cancellation).WaitAsync(cancellation).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            done.SetCanceled(cancellation);
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }

    private void Enqueue<TResult>(TaskCompletionSource<TResult> done, Action work)
    {
        if (!waiting.Writer.TryWrite(work))
        {
            done.SetCanceled();
        }
    }
}
