namespace LspCompose.Engine.Endpoints;

/// <summary>Finds where the engine is as the docker CLI does: <c>DOCKER_HOST</c>, then <c>DOCKER_CONTEXT</c>, then the context in use, then the usual place.</summary>
internal static class EndpointFinder
{
    private const string Default = "default";

    /// <summary>Finds the endpoint; never throws.</summary>
    public static FoundEndpoint Find(EngineSurroundings surroundings)
    {
        var host = surroundings.Variable("DOCKER_HOST").Trim();
        if (host.Length > 0)
        {
            return OfEnvironment(surroundings, new FoundEndpoint("", host), "DOCKER_HOST");
        }

        var context = surroundings.Variable("DOCKER_CONTEXT");
        var chosenBy = "DOCKER_CONTEXT";
        if (context.Length == 0)
        {
            context = DockerContexts.Current(surroundings.ConfigFolder);
            chosenBy = Path.Combine(surroundings.ConfigFolder, "config.json");
        }

        return context is "" or Default
            ? OfEnvironment(surroundings, new FoundEndpoint(Default, surroundings.DefaultAddress), "the default address")
            : OfContext(surroundings, context, chosenBy);
    }

    // TLS of an address without a context is told by variables.
    private static FoundEndpoint OfEnvironment(EngineSurroundings surroundings, FoundEndpoint found, string source)
    {
        var verify = surroundings.Variable("DOCKER_TLS_VERIFY").Length > 0;
        var wanted = verify || surroundings.Variable("DOCKER_TLS").Length > 0;
        return EndpointAddress.Read(found, source, wanted ? TlsUse.Always : TlsUse.ByAddress, () =>
        {
            var folder = surroundings.Variable("DOCKER_CERT_PATH") is { Length: > 0 } named ? named : surroundings.ConfigFolder;
            var (tls, problem) = EngineTls.Read(
                verify ? Path.Combine(folder, "ca.pem") : "",
                IfThere(folder, "cert.pem"),
                IfThere(folder, "key.pem"),
                wanted && !verify ? EngineTrust.Anybody : EngineTrust.Verified);
            return (tls, problem.Length == 0 ? "" : $"DOCKER_TLS_VERIFY asks for TLS, but {problem}; set DOCKER_CERT_PATH to the folder of ca.pem, cert.pem and key.pem.");
        });
    }

    private static FoundEndpoint OfContext(EngineSurroundings surroundings, string name, string chosenBy)
    {
        var context = DockerContexts.Read(surroundings.ConfigFolder, name, chosenBy);
        var found = new FoundEndpoint(name, context.Host.Length == 0 ? surroundings.DefaultAddress : context.Host);
        if (context.Problem.Length > 0)
        {
            return found with { Address = "", Problem = context.Problem };
        }

        string[] files = [IfThere(context.TlsFolder, "ca.pem"), IfThere(context.TlsFolder, "cert.pem"), IfThere(context.TlsFolder, "key.pem")];
        var use = context.Trust == EngineTrust.Anybody || files.Any(file => file.Length > 0) ? TlsUse.Always : TlsUse.ByAddress;
        return EndpointAddress.Read(found, $"context '{name}'", use, () =>
        {
            var (tls, problem) = EngineTls.Read(files[0], files[1], files[2], context.Trust);
            return (tls, problem.Length == 0 ? "" : $"Context '{name}' asks for TLS, but {problem}; put the files into {context.TlsFolder}, or make the context anew.");
        });
    }

    private static string IfThere(string folder, string name) => Path.Combine(folder, name) is var path && File.Exists(path) ? path : "";
}
