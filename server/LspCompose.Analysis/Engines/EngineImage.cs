namespace LspCompose.Analysis.Engines;

/// <summary>An image an engine has.</summary>
public sealed record EngineImage
{
    /// <summary>Its id, with the algorithm: <c>sha256:…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its names, with tags, as the engine writes them: <c>nginx:alpine</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Its names with digests: <c>nginx@sha256:…</c>.</summary>
    public IReadOnlyList<string> Digests { get; init; } = [];

    /// <summary>Its size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>What else it says about itself; null until the host has looked.</summary>
    public EngineImageDetails? Details { get; init; }
}
