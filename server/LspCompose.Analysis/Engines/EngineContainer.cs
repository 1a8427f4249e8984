namespace LspCompose.Analysis.Engines;

/// <summary>A container of an engine. Values of its environment variables are not kept, they may be secret.</summary>
public sealed record EngineContainer
{
    /// <summary>Its id, 64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, without the slash the engine writes before it.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public ContainerState State { get; init; }

    /// <summary>What its health check says.</summary>
    public ContainerHealth Health { get; init; }

    /// <summary>The exit code of the last run; means something for one that has exited.</summary>
    public long ExitCode { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was started last; null for one that never was.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended last; null for one that never did.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How often the engine has started it again by itself.</summary>
    public long RestartCount { get; init; }

    /// <summary>The image it was made of, as it was named then.</summary>
    public string Image { get; init; } = "";

    /// <summary>The id of that image, with its algorithm: <c>sha256:…</c>.</summary>
    public string ImageId { get; init; } = "";

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The ports it publishes: while it runs those really published, else those it asks for.</summary>
    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];

    /// <summary>The mode of its network as it was made: <c>bridge</c>, <c>host</c>, <c>none</c>, <c>container:…</c> or a network's name.</summary>
    public string NetworkMode { get; init; } = "";

    /// <summary>The networks it is on.</summary>
    public IReadOnlyList<NetworkAttachment> Networks { get; init; } = [];

    /// <summary>Its links, on the default bridge and on networks, with those that Compose adds to each: <c>db-1</c> and <c>shop-db-1</c> beside <c>db</c>.</summary>
    public IReadOnlyList<ContainerLink> Links { get; init; } = [];

    /// <summary>Names of its environment variables, those of the image included.</summary>
    public IReadOnlyList<string> EnvironmentNames { get; init; } = [];

    /// <summary>What is mounted in it.</summary>
    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    /// <summary>The Compose project it belongs to, by its label; null for none.</summary>
    public string? Project => Labels.GetValueOrDefault("com.docker.compose.project");

    /// <summary>The service it runs, by its label; null for none.</summary>
    public string? Service => Labels.GetValueOrDefault("com.docker.compose.service");

    /// <summary>True for a container of <c>docker compose run</c>.</summary>
    public bool IsOneOff => string.Equals(Labels.GetValueOrDefault("com.docker.compose.oneoff"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>True while its processes are there, also when paused.</summary>
    public bool IsUp => State is ContainerState.Running or ContainerState.Paused or ContainerState.Restarting;
}
