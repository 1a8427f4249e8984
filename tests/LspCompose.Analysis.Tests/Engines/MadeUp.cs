using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Tests.Engines;

/// <summary>Engines that hold what a test needs.</summary>
internal static class MadeUp
{
    /// <summary>The moment all engines are looked at.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An id that ends in a text.</summary>
    public static string Id(string end) => $"sha256:{Hex(end)}";

    /// <summary>An engine with some containers, on linux/amd64.</summary>
    public static EngineView Engine(params EngineContainer[] containers) => new()
    {
        Version = "28.2.2",
        Os = "linux",
        Architecture = "amd64",
        Containers = containers,
        Networks = [Network("bridge"), Network("host"), Network("none"), Network("p_default")],
        Clock = new Stopped(),
    };

    /// <summary>A running container of a service of project <c>p</c>, on its default network.</summary>
    public static EngineContainer Running(string service, string image, int number = 1) => Container($"p-{service}-{number}", image) with
    {
        Labels = Labels("p", service, number),
        NetworkMode = "p_default",
        Networks = [On("p_default")],
    };

    /// <summary>A running container of no project.</summary>
    public static EngineContainer Container(string name, string image) => new()
    {
        Id = Hex(name),
        Name = name,
        State = ContainerState.Running,
        CreatedAt = Now.AddHours(-3),
        StartedAt = Now.AddHours(-3),
        Image = image,
        ImageId = Id(image),
        NetworkMode = "bridge",
        Networks = [On("bridge")],
    };

    /// <summary>The labels of a container of a project.</summary>
    public static Dictionary<string, string> Labels(string project, string service, int number = 1) => new()
    {
        ["com.docker.compose.project"] = project,
        ["com.docker.compose.service"] = service,
        ["com.docker.compose.container-number"] = $"{number}",
        ["com.docker.compose.oneoff"] = "False",
    };

    /// <summary>An image of a name, its id made from another one where it was pulled anew.</summary>
    public static EngineImage Image(string tag, string? content = null, params string[] environment) => new()
    {
        Id = Id(content ?? tag),
        Tags = [tag],
        Size = 49_200_000,
        CreatedAt = Now.AddDays(-21),
        Details = new EngineImageDetails { Os = "linux", Architecture = "amd64", EnvironmentNames = environment },
    };

    public static EngineNetwork Network(string name) => new() { Id = Hex(name), Name = name, Driver = "bridge", Scope = "local" };

    public static NetworkAttachment On(string network) => new(network, "", []);

    public static PublishedPort Port(int host, int container, string protocol = "tcp", string address = "") => new(address, host, container, protocol);

    // Readable in failures: the name as hexadecimal digits, filled up.
    private static string Hex(string name) => Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(name)).PadRight(64, '0')[..64];

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
