namespace LspCompose.Engine;

/// <summary>What of the machine decides where an engine is looked for.</summary>
internal sealed record EngineSurroundings
{
    /// <summary>The variables of the shell.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Which kind of path and of local address the machine has.</summary>
    public bool IsWindows { get; init; } = OperatingSystem.IsWindows();

    /// <summary>The socket the docker CLI takes when nothing names another.</summary>
    public string DefaultSocket { get; init; } = "/var/run/docker.sock";

    /// <summary>The socket of a Podman that runs for the whole machine.</summary>
    public string PodmanSocket { get; init; } = "/run/podman/podman.sock";

    /// <summary>The program that <c>ssh://</c> addresses are reached by.</summary>
    public string SshProgram { get; init; } = "ssh";

    /// <summary>The address when nothing names another.</summary>
    public string DefaultAddress => IsWindows ? "npipe:////./pipe/docker_engine" : $"unix://{DefaultSocket}";

    /// <summary>The folder of Docker's own settings; empty where there is no home folder to look in.</summary>
    public string ConfigFolder => Variable("DOCKER_CONFIG") is { Length: > 0 } named ? named : InHome(".docker");

    /// <summary>Sockets that engines put where the docker CLI does not look by itself.</summary>
    public IEnumerable<string> OtherSockets
    {
        get
        {
            string[] sockets =
            [
                DefaultSocket,
                InRuntimeFolder("docker.sock"),
                InHome(".docker", "run", "docker.sock"),
                InHome(".docker", "desktop", "docker.sock"),
                InRuntimeFolder("podman", "podman.sock"),
                PodmanSocket,
            ];
            return IsWindows ? [] : sockets.Where(socket => socket.Length > 0);
        }
    }

    /// <summary>The value of a variable; empty where it is not set.</summary>
    public string Variable(string name) => Environment.GetValueOrDefault(name, "");

    private string InHome(params string[] names) => In(Variable(IsWindows ? "USERPROFILE" : "HOME"), names);

    private string InRuntimeFolder(params string[] names) => In(Variable("XDG_RUNTIME_DIR"), names);

    private static string In(string folder, string[] names) => folder.Length == 0 ? "" : Path.Combine([folder, .. names]);
}
