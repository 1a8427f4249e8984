using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LspCompose.Engine.UnitTests;

/// <summary>An engine made up for a test: it listens on a socket, answers as told, and remembers every request.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly Socket listener;
    private readonly X509Certificate2? certificate;
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentDictionary<Stream, bool> connections = new();
    private readonly ConcurrentDictionary<Stream, bool> followers = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly Task accepting;
    private TaskCompletionSource followed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int busy;

    private FakeEngine(Socket listener, X509Certificate2? certificate)
    {
        this.listener = listener;
        this.certificate = certificate;
        listener.Listen(512);
        accepting = AcceptAsync();
    }

    /// <summary>The answers by path and query, as in <c>/version</c>; a path that is not there is answered with 404.</summary>
    public ConcurrentDictionary<string, FakeAnswer> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["/version"] = FakeAnswer.Json("""{"Platform":{"Name":"Made-up Engine"},"Version":"1.2.3","ApiVersion":"1.50","Os":"linux","Arch":"amd64"}"""),
        ["/info"] = FakeAnswer.Json("""{"Swarm":{"ControlAvailable":false}}"""),
        ["/containers/json"] = FakeAnswer.Json("[]"),
        ["/images/json"] = FakeAnswer.Json("[]"),
        ["/networks"] = FakeAnswer.Json("[]"),
        ["/volumes"] = FakeAnswer.Json("""{"Volumes":null}"""),
        ["/events"] = new FakeAnswer.Events(),
    };

    /// <summary>Every request so far: method and path, without the query.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>How many requests were worked on at the same time at most, not counting streams of events.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The port of a network engine.</summary>
    public int Port => (listener.LocalEndPoint as IPEndPoint)?.Port ?? 0;

    /// <summary>Starts one on a socket of the file system.</summary>
    public static FakeEngine OnSocket(string path)
    {
        File.Delete(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        return new FakeEngine(listener, null);
    }

    /// <summary>Starts one on the network of this machine, with TLS when it has a certificate.</summary>
    public static FakeEngine OnNetwork(X509Certificate2? certificate)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new FakeEngine(listener, certificate);
    }

    /// <summary>Adds a container: to the list, and what inspecting it tells.</summary>
    public void Containers(params (string Id, string Inspected)[] containers)
    {
        Answers["/containers/json"] = FakeAnswer.Json($"[{string.Join(',', containers.Select(container => $$"""{"Id":"{{container.Id}}"}"""))}]");
        foreach (var (id, inspected) in containers)
        {
            Answers[$"/containers/{id}/json"] = FakeAnswer.Json(inspected);
        }
    }

    /// <summary>Forgets the requests so far.</summary>
    public void Forget() => requests.Clear();

    /// <summary>Tells an event to all who follow; waits until somebody does.</summary>
    public async Task TellAsync(params string[] events)
    {
        await followed.Task.WaitAsync(StateLog.Patience);
        foreach (var line in events)
        {
            foreach (var stream in followers.Keys)
            {
                await WriteAsync(stream, string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(line) + 1:x}\r\n{line}\n\r\n"));
            }
        }
    }

    /// <summary>Breaks all streams of events off.</summary>
    public async Task EndEventsAsync()
    {
        await followed.Task.WaitAsync(StateLog.Patience);
        followed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var stream in followers.Keys)
        {
            followers.TryRemove(stream, out _);
            await stream.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        var path = (listener.LocalEndPoint as UnixDomainSocketEndPoint)?.ToString();
        listener.Dispose();
        foreach (var stream in connections.Keys)
        {
            await stream.DisposeAsync();
        }

        await accepting;
        if (path is not null)
        {
            File.Delete(path);
        }

        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(ended.Token);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Stream stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            if (certificate is not null)
            {
                var secure = new SslStream(stream);
                stream = secure;
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate, ClientCertificateRequired = true, RemoteCertificateValidationCallback = (_, own, _, _) => own is not null }, ended.Token);
            }

            connections[stream] = true;
            using var reader = new StreamReader(stream, leaveOpen: true);
            while (await ReadHeadAsync(reader) is { } request)
            {
                var parts = request.Split(' ');
                var path = parts[1].Split('?')[0];
                requests.Enqueue($"{parts[0]} {path}");
                if (!await AnswerAsync(stream, Answers.GetValueOrDefault(path) ?? FakeAnswer.Error(404, "page not found")))
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The other side has left.
        }
        finally
        {
            connections.TryRemove(stream, out _);
            await stream.DisposeAsync();
        }
    }

    private static async Task<string?> ReadHeadAsync(StreamReader reader)
    {
        var first = await reader.ReadLineAsync();
        while (first is not null && await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        return first;
    }

    // True when the connection goes on.
    private async Task<bool> AnswerAsync(Stream stream, FakeAnswer answer)
    {
        switch (answer)
        {
            case FakeAnswer.Events:
                await WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
                followers[stream] = true;
                followed.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, ended.Token);
                return false;
            case FakeAnswer.Raw raw:
                await WriteAsync(stream, raw.Text);
                return false;
            case FakeAnswer.Hang hang:
                await WriteAsync(stream, hang.Before);
                await Task.Delay(Timeout.InfiniteTimeSpan, ended.Token);
                return false;
            case FakeAnswer.After after:
                await after.Gate.WaitAsync(ended.Token);
                return await AnswerAsync(stream, after.Then);
            case FakeAnswer.Body body:
                lock (requests)
                {
                    busy++;
                    MostAtOnce = Math.Max(MostAtOnce, busy);
                }

                // Lets others come in meanwhile.
                await Task.Yield();
                lock (requests)
                {
                    busy--;
                }

                await WriteAsync(stream, string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {body.Status} Made-up\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body.Text)}\r\n\r\n{body.Text}"));
                return true;
            default:
                return false;
        }
    }

    private async Task WriteAsync(Stream stream, string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ended.Token);
        await stream.FlushAsync(ended.Token);
    }
}
