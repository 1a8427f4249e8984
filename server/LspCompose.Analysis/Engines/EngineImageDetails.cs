namespace LspCompose.Analysis.Engines;

/// <summary>How an image is run.</summary>
public sealed record EngineImageDetails
{
    /// <summary>The operating system, for instance <c>linux</c>; empty where it does not tell.</summary>
    public string Os { get; init; } = "";

    /// <summary>The processor, for instance <c>arm64</c>; empty where it does not tell.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>The variant of the processor, for instance <c>v8</c>; mostly empty.</summary>
    public string Variant { get; init; } = "";

    /// <summary>The ports it says it listens on: <c>80/tcp</c>.</summary>
    public IReadOnlyList<string> ExposedPorts { get; init; } = [];

    /// <summary>The paths it declares as volumes.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>Its entrypoint.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary>Its command.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Names of the environment variables it sets.</summary>
    public IReadOnlyList<string> EnvironmentNames { get; init; } = [];
}
