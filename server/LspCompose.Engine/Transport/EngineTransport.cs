using System.IO.Pipes;
using System.Net.Sockets;
using LspCompose.Engine.Endpoints;

namespace LspCompose.Engine.Transport;

/// <summary>Connects to engines. .NET's own HTTP client is used for all of them: unlike Docker.DotNet's it can be cancelled at any point of a request.</summary>
internal static class EngineTransport
{
    // What stands for a machine where there is none.
    private static readonly Uri Local = new("http://localhost/");

    /// <summary>The address requests are sent to.</summary>
    public static Uri BaseOf(EngineEndpoint endpoint) => endpoint is EngineEndpoint.Network network ? network.Base : Local;

    /// <summary>Makes a handler that only reads. Nothing is connected yet.</summary>
    public static ReadOnlyHandler Open(EngineEndpoint endpoint, EngineSurroundings surroundings, TimeSpan connectTime)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = connectTime,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            UseCookies = false,
            UseProxy = false,

            // One of them is the stream of events. With ssh each is a login of its own.
            MaxConnectionsPerServer = endpoint is EngineEndpoint.Ssh ? 3 : 9,
        };
        switch (endpoint)
        {
            case EngineEndpoint.UnixSocket socket:
                handler.ConnectCallback = (_, cancellation) => ConnectAsync(socket, cancellation);
                break;
            case EngineEndpoint.NamedPipe pipe:
                handler.ConnectCallback = (_, cancellation) => ConnectAsync(pipe, cancellation);
                break;
            case EngineEndpoint.Ssh ssh:
                handler.ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(SshStream.Start(ssh, surroundings.SshProgram, connectTime));
                break;
            case EngineEndpoint.Network { Tls: { } tls }:
                handler.SslOptions = tls.Options();
                break;
        }

        return new ReadOnlyHandler(handler);
    }

    private static async ValueTask<Stream> ConnectAsync(EngineEndpoint.UnixSocket endpoint, CancellationToken cancellation)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(endpoint.Path) > 107)
        {
            // The limit of all systems; .NET takes a longer path for a mistake in the program.
            throw new SocketException((int)SocketError.AddressNotAvailable);
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(endpoint.Path), cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async ValueTask<Stream> ConnectAsync(EngineEndpoint.NamedPipe endpoint, CancellationToken cancellation)
    {
        var pipe = new NamedPipeClientStream(endpoint.Server, endpoint.Pipe, PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            // Waits as long as there is no such pipe, so it is not given the whole time.
            await pipe.ConnectAsync(TimeSpan.FromSeconds(1), cancellation).ConfigureAwait(false);
            return pipe;
        }
        catch (TimeoutException)
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw new SocketException((int)SocketError.AddressNotAvailable);
        }
        catch
        {
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
