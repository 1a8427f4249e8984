using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Tests;

public sealed class PushPolicyTests
{
    private static readonly ClientProfile Listener = new();
    private static readonly ClientProfile Puller = new() { PullsDiagnostics = true };

    private readonly ManualTime time = new();
    private readonly PushPolicy policy;

    public PushPolicyTests() => policy = new PushPolicy(time);

    [Fact]
    public async Task A_client_that_cannot_pull_is_pushed_at_once() =>
        Assert.True(await policy.ShouldPushAsync(Document(1), Listener, CancellationToken.None));

    [Fact]
    public async Task A_client_that_pulls_each_text_is_never_pushed()
    {
        for (var version = 1; version < 5; version++)
        {
            var decision = policy.ShouldPushAsync(Document(version), Puller, CancellationToken.None);
            Assert.False(decision.IsCompleted);
            policy.Pulled("file:///a", version);
            Assert.False(await decision);
        }
    }

    [Fact]
    public async Task A_pull_may_come_before_the_push_is_thought_of()
    {
        policy.Pulled("file:///a", 3);

        Assert.False(await policy.ShouldPushAsync(Document(3), Puller, CancellationToken.None));
    }

    [Fact]
    public async Task A_client_that_could_pull_but_does_not_is_pushed_after_a_while_and_from_then_on_at_once()
    {
        var first = policy.ShouldPushAsync(Document(1), Puller, CancellationToken.None);
        Assert.False(first.IsCompleted);
        time.Advance();
        Assert.True(await first);
        Assert.True(policy.ShouldPushAsync(Document(2), Puller, CancellationToken.None).IsCompletedSuccessfully);
        Assert.True(policy.ShouldPushAsync(Document(1) with { Uri = "file:///other" }, Puller, CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_client_that_pulled_once_and_then_waits_is_pushed_after_a_while()
    {
        policy.Pulled("file:///a", 1);
        var second = policy.ShouldPushAsync(Document(2), Puller, CancellationToken.None);
        Assert.False(second.IsCompleted);
        time.Advance();

        Assert.True(await second);
    }

    [Fact]
    public async Task A_pull_of_a_document_closed_since_does_not_count()
    {
        policy.Pulled("file:///a", 7);
        policy.Closed("file:///a");
        var reopened = policy.ShouldPushAsync(Document(1), Puller, CancellationToken.None);
        time.Advance();

        Assert.True(await reopened);
    }

    [Fact]
    public async Task The_wait_for_a_pull_ends_when_the_text_is_outdated()
    {
        using var outdated = new CancellationTokenSource();
        var decision = policy.ShouldPushAsync(Document(1), Puller, outdated.Token);
        await outdated.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => decision);
    }

    private static OpenDocument Document(int version) => new("file:///a", version, SourceText.From(""));

    /// <summary>A clock whose timers all go off when told.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private readonly List<Action> timers = [];

        public void Advance()
        {
            var due = timers.ToList();
            timers.Clear();
            due.ForEach(timer => timer());
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            timers.Add(() => callback(state));
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
