using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace LspCompose.Engine.Tests.Live;

/// <summary>A socket in front of the engine's: passes everything on, keeps the first line of each request, and can be closed and opened like an engine that is killed and started.</summary>
internal sealed class EngineProxy(string upstream) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lc-").FullName;
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentDictionary<Socket, bool> sockets = new();
    private Socket? listener;
    private Task accepting = Task.CompletedTask;

    public string Path => System.IO.Path.Combine(folder, "docker.sock");

    /// <summary>The first lines of all requests so far.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    public void Open()
    {
        listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(Path));
        listener.Listen(128);
        accepting = AcceptAsync(listener);
    }

    public async Task CloseAsync()
    {
        listener?.Dispose();
        foreach (var socket in sockets.Keys)
        {
            socket.Dispose();
        }

        await accepting;
        File.Delete(Path);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task AcceptAsync(Socket from)
    {
        try
        {
            while (true)
            {
                var socket = await from.AcceptAsync();
                sockets[socket] = true;
                _ = PassAsync(socket);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task PassAsync(Socket near)
    {
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await far.ConnectAsync(new UnixDomainSocketEndPoint(upstream));
            sockets[far] = true;
            await Task.WhenAny(CopyAsync(near, far, Keep), CopyAsync(far, near, _ => { }));
        }
        catch (SocketException)
        {
            // The engine itself is gone.
        }
        finally
        {
            sockets.TryRemove(far, out _);
            sockets.TryRemove(near, out _);
            near.Dispose();
        }
    }

    private static async Task CopyAsync(Socket from, Socket to, Action<string> seen)
    {
        var buffer = new byte[16384];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                seen(Encoding.Latin1.GetString(buffer, 0, count));
                for (var sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One of both sides has left.
        }
    }

    // Requests that only read have no body, so each line with a version of HTTP at its end is the first of one.
    private void Keep(string text)
    {
        foreach (var line in text.Split("\r\n").Where(line => line.EndsWith(" HTTP/1.1", StringComparison.Ordinal)))
        {
            requests.Enqueue(line);
        }
    }
}
