using LspCompose.Lsp.Queue;

namespace LspCompose.Lsp.Tests;

public sealed class RequestQueueTests
{
    [Fact]
    public async Task Mutations_run_alone_and_in_order()
    {
        var queue = new RequestQueue<string>("", _ => { });
        var letters = Enumerable.Range(0, 1000).Select(i => (char)('a' + (i % 26))).ToList();
        var changes = letters.Select(letter => queue.MutateAsync(state => (state + letter, true))).ToList();
        var result = queue.QueryAsync((state, _) => Task.FromResult(state), CancellationToken.None);
        var running = queue.RunAsync();

        Assert.Equal(string.Concat(letters), await result);
        await Task.WhenAll(changes);
        queue.Complete();
        await running;
    }

    [Fact]
    public async Task A_query_sees_the_state_of_its_place_in_the_queue_while_later_mutations_go_on()
    {
        var queue = new RequestQueue<string>("old", _ => { });
        var isFree = new TaskCompletionSource();
        var slow = queue.QueryAsync(
            async (state, _) =>
            {
                await isFree.Task;
                return state;
            },
            CancellationToken.None);
        var change = queue.MutateAsync(_ => ("new", true));
        var late = queue.QueryAsync((state, _) => Task.FromResult(state), CancellationToken.None);
        var running = queue.RunAsync();

        await change;
        Assert.Equal("new", await late);
        Assert.False(slow.IsCompleted);
        isFree.SetResult();
        Assert.Equal("old", await slow);
        queue.Complete();
        await running;
    }

    [Fact]
    public async Task A_query_cancelled_before_its_turn_does_not_run()
    {
        var queue = new RequestQueue<string>("", _ => { });
        using var cancellation = new CancellationTokenSource();
        var hasRun = false;
        var query = queue.QueryAsync((_, _) => Task.FromResult(hasRun = true), cancellation.Token);
        await cancellation.CancelAsync();
        var running = queue.RunAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.False(hasRun);
        queue.Complete();
        await running;
    }

    [Fact]
    public async Task A_failing_mutation_leaves_the_state_and_the_queue_as_they_were()
    {
        var queue = new RequestQueue<string>("kept", _ => { });
        var failing = queue.MutateAsync<bool>(_ => throw new InvalidOperationException("no"));
        var query = queue.QueryAsync((state, _) => Task.FromResult(state), CancellationToken.None);
        var running = queue.RunAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal("kept", await query);
        queue.Complete();
        await running;
    }

    [Fact]
    public async Task Each_new_state_is_announced_once_and_before_its_mutation_is_answered()
    {
        var announced = new List<string>();
        var queue = new RequestQueue<string>("", announced.Add);
        var first = queue.MutateAsync(state => (state + "a", true));
        var idle = queue.MutateAsync(state => (state, true));
        var second = queue.MutateAsync(state => (state + "b", true));
        var running = queue.RunAsync();
        await Task.WhenAll(first, idle, second);

        Assert.Equal(["a", "ab"], announced);
        queue.Complete();
        await running;
    }

    [Fact]
    public async Task What_comes_after_the_end_is_cancelled()
    {
        var queue = new RequestQueue<string>("", _ => { });
        queue.Complete();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.MutateAsync(state => (state, true)));
    }

    [Fact]
    public async Task Whoever_cancels_is_answered_at_once_even_by_work_that_does_not_notice()
    {
        var queue = new RequestQueue<string>("", _ => { });
        using var cancellation = new CancellationTokenSource();
        using var isFree = new ManualResetEventSlim();
        var hasBegun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stubborn = queue.QueryAsync(
            (_, _) =>
            {
                hasBegun.SetResult();
                isFree.Wait(CancellationToken.None);
                return Task.FromResult(true);
            },
            cancellation.Token);
        var running = queue.RunAsync();
        await hasBegun.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stubborn);
        isFree.Set();
        queue.Complete();
        await running;
    }
}
