namespace LspCompose.Testing.Names;

/// <summary>All of a service that decides which names it answers to and which it can look up.</summary>
internal sealed record NamedService(string Name)
{
    /// <summary>Its fixed container name, null without one.</summary>
    public string? ContainerName { get; init; }

    /// <summary>The container name Compose gives it, with a number; null where it has a fixed one or nothing is known of the project.</summary>
    public string? NumberedName { get; init; }

    /// <summary>Its fixed host name, null without one.</summary>
    public string? Hostname { get; init; }

    /// <summary>Its network mode; null for a service on networks. A service of the first format without one is on <c>bridge</c>.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>The networks it is on.</summary>
    public IReadOnlyList<NamedNetwork> Networks { get; init; } = [];

    /// <summary>Its links in the order the engine gets them: <c>links</c>, then <c>external_links</c>; of one alias the last one counts.</summary>
    public IReadOnlyList<NamedLink> Links { get; init; } = [];

    /// <summary>The names it has in its own hosts file, with their addresses.</summary>
    public IReadOnlyDictionary<string, string> ExtraHosts { get; init; } = new Dictionary<string, string>();

    /// <summary>The services Compose starts before it, links included.</summary>
    public IReadOnlyList<string> StartsAfter { get; init; } = [];

    /// <summary>True for a container that is no part of the project.</summary>
    public bool IsOutside { get; init; }
}
