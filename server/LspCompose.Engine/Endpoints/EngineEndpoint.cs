namespace LspCompose.Engine.Endpoints;

/// <summary>How an engine is reached.</summary>
internal abstract record EngineEndpoint
{
    /// <summary>By a socket in the file system.</summary>
    public sealed record UnixSocket(string Path) : EngineEndpoint;

    /// <summary>By a named pipe of Windows.</summary>
    public sealed record NamedPipe(string Server, string Pipe) : EngineEndpoint;

    /// <summary>Over the network: by http, or by https with what TLS needs.</summary>
    public sealed record Network(Uri Base, EngineTls? Tls) : EngineEndpoint;

    /// <summary>By a login on another machine, on which the docker CLI passes everything on to the engine.</summary>
    /// <param name="Host">The machine, as ssh knows it.</param>
    /// <param name="Port">The port of its ssh; null for the usual one.</param>
    /// <param name="User">Who to log in as; empty for whom ssh chooses.</param>
    /// <param name="Socket">The engine's socket there; empty for the usual one.</param>
    public sealed record Ssh(string Host, int? Port, string User, string Socket) : EngineEndpoint;
}
