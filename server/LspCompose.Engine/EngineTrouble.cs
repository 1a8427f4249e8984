using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Docker.DotNet;
using LspCompose.Analysis.Engines;
using LspCompose.Engine.Endpoints;
using LspCompose.Engine.Reading;
using LspCompose.Engine.Transport;

namespace LspCompose.Engine;

/// <summary>Says why there is no connection, and what to do.</summary>
internal static class EngineTrouble
{
    private const int ShownAnswer = 200;

    /// <summary>The state after an endpoint could not be found.</summary>
    public static EngineState Of(FoundEndpoint found) => State(found, EngineConnection.Misconfigured, found.Problem);

    /// <summary>The state after talking to an engine failed.</summary>
    public static EngineState Of(FoundEndpoint found, EngineSurroundings surroundings, Exception exception)
    {
        var causes = Causes(exception).ToList();
        if (causes.OfType<EngineSilentException>().FirstOrDefault() is { } silent)
        {
            return Silent(found, silent.Waited);
        }

        if (causes.OfType<SshException>().FirstOrDefault() is { } ssh)
        {
            return OfSsh(found, ssh.Message);
        }

        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket)
        {
            return OfSocket(found, surroundings, socket);
        }

        if (causes.OfType<UnauthorizedAccessException>().Any())
        {
            return Denied(found);
        }

        if (causes.OfType<AuthenticationException>().FirstOrDefault() is { } tls)
        {
            return State(found, EngineConnection.Failed, $"The engine at {found.Address} and the certificates of this user do not fit together ({Short(tls.Message)}); check those of the context, or DOCKER_CERT_PATH.");
        }

        if (causes.OfType<DockerApiException>().FirstOrDefault() is { } answer)
        {
            return answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? State(found, EngineConnection.Forbidden, $"The engine at {found.Address} refuses to answer this user ({Told(answer)}); ask who runs it to allow reading.")
                : State(found, EngineConnection.Failed, $"The engine at {found.Address} answers with an error ({Told(answer)}); look into its log.");
        }

        return State(found, EngineConnection.Failed, $"What answers at {found.Address} does not answer like a Docker engine; check the address.");
    }

    private static EngineState OfSocket(FoundEndpoint found, EngineSurroundings surroundings, SocketException exception)
    {
        if (found.Endpoint is EngineEndpoint.Network)
        {
            return exception.SocketErrorCode == SocketError.TimedOut
                ? State(found, EngineConnection.NotAnswering, $"The machine of {found.Address} does not answer; check the address and the network.")
                : State(found, EngineConnection.NotFound, $"There is no Docker engine at {found.Address} ({Short(exception.Message)}); start it, or check the address.");
        }

        return exception.SocketErrorCode switch
        {
            SocketError.AccessDenied => Denied(found),

            // The socket's queue is full: the engine has stopped taking connections.
            SocketError.WouldBlock or SocketError.TryAgain or SocketError.TimedOut => State(found, EngineConnection.NotAnswering, $"The Docker engine at {found.Address} takes no connections; restart it."),
            SocketError.ConnectionRefused => State(found, EngineConnection.NotFound, $"No Docker engine listens at {found.Address}; start it{Elsewhere(found, surroundings)}."),
            _ => State(found, EngineConnection.NotFound, $"There is no Docker engine at {found.Address}; start it{Elsewhere(found, surroundings)}."),
        };
    }

    private static string Elsewhere(FoundEndpoint found, EngineSurroundings surroundings)
    {
        var tried = (found.Endpoint as EngineEndpoint.UnixSocket)?.Path;
        var other = surroundings.OtherSockets.FirstOrDefault(socket => socket != tried && File.Exists(socket));
        return other is null ? "" : $"; there is a socket at {other}: set DOCKER_HOST=unix://{other} or choose its context";
    }

    private static EngineState Denied(FoundEndpoint found) =>
        State(found, EngineConnection.Forbidden, $"This user may not talk to the Docker engine at {found.Address}; join the group of its socket ('docker') and log in again, or use a rootless engine.");

    private static EngineState OfSsh(FoundEndpoint found, string said)
    {
        var connection =
            Says("Permission denied") || Says("Host key verification failed") ? EngineConnection.Forbidden
            : Says("timed out") ? EngineConnection.NotAnswering
            : Says("Could not resolve") || Says("Connection refused") || Says("No route") || Says("unreachable") ? EngineConnection.NotFound
            : EngineConnection.Failed;
        var line = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [.., var last] ? last : said;
        return State(found, connection, $"The engine at {found.Address} is not reached by ssh ({Short(line)}); try 'ssh {Login(found)} docker version', which must log in without asking and find docker there.");

        bool Says(string text) => said.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Login(FoundEndpoint found) =>
        found.Endpoint is not EngineEndpoint.Ssh ssh ? found.Address
        : $"{(ssh.Port is { } port ? string.Create(CultureInfo.InvariantCulture, $"-p {port} ") : "")}{(ssh.User.Length > 0 ? $"{ssh.User}@" : "")}{ssh.Host}";

    private static EngineState Silent(FoundEndpoint found, TimeSpan waited) => State(
        found,
        EngineConnection.NotAnswering,
        string.Create(CultureInfo.InvariantCulture, $"The Docker engine at {found.Address} does not answer within {waited.TotalSeconds:0.#} s; restart it if it hangs."));

    private static EngineState State(FoundEndpoint found, EngineConnection connection, string reason) =>
        new() { Connection = connection, Context = found.Context, Endpoint = found.Address, Reason = reason };

    // Engines answer errors as {"message": "…"}.
    private static string Told(DockerApiException answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.ResponseBody ?? "");
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("message", out var message) && message.GetString() is { Length: > 0 } text)
            {
                return Short(text);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Something between here and the engine answered.
        }

        return string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)answer.StatusCode}");
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length > ShownAnswer ? $"{line[..ShownAnswer]}…" : line;
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
