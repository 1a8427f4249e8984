namespace LspCompose.Engine.UnitTests;

/// <summary>A timer of a <see cref="ManualClock"/>.</summary>
internal sealed class ManualTimer(Action fire, TimeSpan due) : ITimer
{
    public TimeSpan Due { get; private set; } = due;

    public bool IsDisposed { get; private set; }

    public void Fire() => fire();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Due = dueTime;
        return !IsDisposed;
    }

    public void Dispose() => IsDisposed = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
