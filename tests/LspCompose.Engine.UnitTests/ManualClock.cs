namespace LspCompose.Engine.UnitTests;

/// <summary>A clock that stands still. Timers are kept, and end when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private TaskCompletionSource added = New();
    private DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), dueTime);
        lock (gate)
        {
            timers.Add(timer);
            added.TrySetResult();
            added = New();
        }

        return timer;
    }

    /// <summary>Waits until somebody waits for so long.</summary>
    public async Task<ManualTimer> WaitForAsync(TimeSpan due)
    {
        while (true)
        {
            Task more;
            lock (gate)
            {
                timers.RemoveAll(timer => timer.IsDisposed);
                if (timers.Find(timer => timer.Due == due) is { } found)
                {
                    return found;
                }

                more = added.Task;
            }

            await more.WaitAsync(StateLog.Patience);
        }
    }

    /// <summary>Waits until somebody waits for so long, and ends that wait.</summary>
    public async Task EndWaitAsync(TimeSpan due)
    {
        var timer = await WaitForAsync(due);
        now += due;
        timer.Dispose();
        timer.Fire();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
