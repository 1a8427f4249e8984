using System.Threading.Channels;
using LspCompose.Engine.Reading;

namespace LspCompose.Engine.Watching;

/// <summary>Follows the events of an engine, line by line, and keeps them until somebody asks.</summary>
internal sealed class EventFeed(EngineClient client, DateTimeOffset? since)
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private Task<bool>? waiting;

    /// <summary>False for an engine that tells no events; it is asked now and then instead.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>Follows the stream until it ends, breaks or is cancelled; never throws.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            var stream = await client.EventsAsync(since, cancellation).ConfigureAwait(false);
            if (stream is null)
            {
                IsOffered = false;
                return;
            }

            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                if (line.Length > 0)
                {
                    lines.Writer.TryWrite(line);
                }
            }

            lines.Writer.TryComplete();
        }
        catch (Exception exception)
        {
            // Why it broke does not matter: the next look at the engine tells better how things stand.
            lines.Writer.TryComplete(exception is OperationCanceledException ? null : exception);
        }
    }

    /// <summary>Waits for the next event; gives false when there was none for a while.</summary>
    /// <exception cref="EventsEndedException">The stream has ended.</exception>
    public async Task<bool> WaitAsync(TimeSpan silence, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            // One wait for all rounds of silence, they would pile up otherwise.
            waiting ??= lines.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
            var any = await waiting.WaitAsync(silence, clock, cancellation).ConfigureAwait(false);
            waiting = null;
            return any ? true : throw new EventsEndedException();
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or EventsEndedException))
        {
            throw new EventsEndedException();
        }
    }

    /// <summary>What the events that have come so far make stale.</summary>
    public EngineChanges Take()
    {
        var changes = new EngineChanges();
        while (lines.Reader.TryRead(out var line))
        {
            changes.Add(line);
        }

        return changes;
    }
}
