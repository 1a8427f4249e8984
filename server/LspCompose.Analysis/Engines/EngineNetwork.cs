namespace LspCompose.Analysis.Engines;

/// <summary>A network of an engine. Who is on it the containers tell.</summary>
public sealed record EngineNetwork
{
    // The last two swarm keeps to itself.
    private static readonly string[] BuiltIn = ["bridge", "host", "none", "ingress", "docker_gwbridge"];

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its driver, for instance <c>bridge</c>.</summary>
    public string Driver { get; init; } = "";

    /// <summary><c>local</c>, <c>global</c> or <c>swarm</c>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>True when nothing outside can be reached from it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Its address ranges, as <c>172.18.0.0/16</c>.</summary>
    public IReadOnlyList<string> Subnets { get; init; } = [];

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>True for the names of networks that engines bring along. On <c>bridge</c> nothing has a name, and the others are no networks of containers.</summary>
    public static bool IsBuiltIn(string name) => BuiltIn.Contains(name);

    /// <summary>The Compose project that made it; null for none.</summary>
    public string? Project => Labels.GetValueOrDefault("com.docker.compose.project");
}
