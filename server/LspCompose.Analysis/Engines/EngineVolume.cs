namespace LspCompose.Analysis.Engines;

/// <summary>A volume of an engine. Who mounts it the containers tell.</summary>
public sealed record EngineVolume
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its driver, for instance <c>local</c>.</summary>
    public string Driver { get; init; } = "";

    /// <summary>Where it is on the engine's machine; empty where the engine does not tell.</summary>
    public string Mountpoint { get; init; } = "";

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The Compose project that made it; null for none.</summary>
    public string? Project => Labels.GetValueOrDefault("com.docker.compose.project");
}
