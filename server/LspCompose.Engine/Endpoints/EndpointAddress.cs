namespace LspCompose.Engine.Endpoints;

/// <summary>Reads the addresses of engines.</summary>
internal static class EndpointAddress
{
    private const string Schemes = "unix://, npipe://, tcp://, http://, https:// or ssh://";

    /// <summary>Reads the address of what was found; the certificates are read only for an address that needs them.</summary>
    public static FoundEndpoint Read(FoundEndpoint found, string source, TlsUse use, Func<(EngineTls? Tls, string Problem)> readTls)
    {
        var address = found.Address;
        var end = address.IndexOf("://", StringComparison.Ordinal);

        // "host:port" alone means tcp.
        var (scheme, rest) = end < 0 ? ("tcp", address) : (address[..end].ToLowerInvariant(), address[(end + 3)..]);
        return scheme switch
        {
            "unix" => rest.StartsWith('/') || Path.IsPathFullyQualified(rest) ? found with { Endpoint = new EngineEndpoint.UnixSocket(rest) } : Wrong("names no socket by an absolute path"),
            "npipe" => Pipe(rest) is { } pipe ? found with { Endpoint = pipe } : Wrong("names no pipe"),
            "tcp" or "http" or "https" => Network(scheme, rest),
            "ssh" => Ssh(rest, out var wrong) is { } ssh ? found with { Endpoint = ssh } : Wrong(wrong),
            _ => Wrong("starts with nothing an engine is reached by"),
        };

        FoundEndpoint Wrong(string what) =>
            found with { Problem = $"The address '{address}' of {source} {what}; write an address that starts with {Schemes}." };

        FoundEndpoint Network(string by, string where)
        {
            var secure = use == TlsUse.Always || by == "https";
            if (!Uri.TryCreate($"{(secure ? "https" : "http")}://{(where.Length == 0 ? "localhost" : where)}", UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            {
                return Wrong("names no machine and port");
            }

            // An address without a port means Docker's, not that of the web.
            if (by == "tcp" && uri.IsDefaultPort && !where.EndsWith($":{uri.Port}", StringComparison.Ordinal))
            {
                uri = new UriBuilder(uri) { Port = secure ? 2376 : 2375 }.Uri;
            }

            if (!secure)
            {
                return found with { Endpoint = new EngineEndpoint.Network(uri, null) };
            }

            var (tls, problem) = readTls();
            return tls is null ? found with { Problem = problem } : found with { Endpoint = new EngineEndpoint.Network(uri, tls) };
        }
    }

    // "//./pipe/name", with slashes either way.
    private static EngineEndpoint.NamedPipe? Pipe(string rest) =>
        rest.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries) is [var server, var kind, var name, ..] && kind.Equals("pipe", StringComparison.OrdinalIgnoreCase)
            ? new EngineEndpoint.NamedPipe(server, name)
            : null;

    private static EngineEndpoint.Ssh? Ssh(string rest, out string wrong)
    {
        if (!Uri.TryCreate($"ssh://{rest}", UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            wrong = "names no machine";
            return null;
        }

        if (uri.UserInfo.Contains(':', StringComparison.Ordinal))
        {
            wrong = "holds a password, which ssh takes no other way than by a key";
            return null;
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            wrong = "has something after the machine that ssh does not know";
            return null;
        }

        wrong = "";
        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        return new EngineEndpoint.Ssh(uri.Host.Trim('[', ']'), uri.Port < 0 ? null : uri.Port, Uri.UnescapeDataString(uri.UserInfo), path == "/" ? "" : path);
    }
}
