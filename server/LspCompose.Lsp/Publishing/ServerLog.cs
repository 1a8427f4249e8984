using System.Collections.Concurrent;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Rpc;

namespace LspCompose.Lsp.Publishing;

/// <summary>The server's log: a line on standard error, and the client's log for what its user should know.</summary>
internal sealed class ServerLog(TextWriter writer, Connection client)
{
    private readonly ConcurrentDictionary<string, byte> told = new();
    private readonly Lock guard = new();

    /// <summary>Logs a line.</summary>
    public void Info(string message)
    {
        lock (guard)
        {
            writer.WriteLine($"lspcompose: {message}");
            writer.Flush();
        }
    }

    /// <summary>Logs a line and tells the client.</summary>
    public void Warn(string message) => Tell(MessageType.Warning, message, message);

    /// <summary>Logs a line and tells the client, unless the same was said before.</summary>
    public void WarnOnce(string message)
    {
        if (told.TryAdd(message, 0))
        {
            Warn(message);
        }
    }

    /// <summary>Logs a line and shows it to the user, unless the same was said before.</summary>
    public void WarnUserOnce(string message)
    {
        if (told.TryAdd(message, 0))
        {
            Warn(message);
            _ = client.NotifyAsync("window/showMessage", new ShowMessageParams { Type = MessageType.Warning, Message = $"LspCompose: {message}" });
        }
    }

    /// <summary>Logs a failure of ours with all its details and tells the client, unless the same failure was told before.</summary>
    public void FailOnce(string what, Exception exception)
    {
        if (told.TryAdd(what, 0))
        {
            Tell(MessageType.Error, $"{what}: {exception.Message}", $"{what}: {exception}");
        }
    }

    private void Tell(MessageType type, string message, string details)
    {
        Info(details);
        _ = client.NotifyAsync("window/logMessage", new LogMessageParams { Type = type, Message = message });
    }
}
