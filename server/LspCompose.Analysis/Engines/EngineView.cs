namespace LspCompose.Analysis.Engines;

/// <summary>What a Docker engine holds at one moment, as far as the analysis looks at it. Immutable; the host makes a new one when something changes.</summary>
public sealed record EngineView
{
    /// <summary>The engine's version, for instance <c>28.2.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The version of its interface, for instance <c>1.50</c>.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>What it calls itself, for instance <c>Docker Engine - Community</c> or <c>Podman Engine</c>; empty where it does not tell.</summary>
    public string Product { get; init; } = "";

    /// <summary>The operating system of its containers in the words of image platforms, for instance <c>linux</c>; empty where it is not known.</summary>
    public string Os { get; init; } = "";

    /// <summary>The processor in the words of image platforms, for instance <c>amd64</c>; empty where it is not known.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>Its containers, running or not, in no particular order.</summary>
    public IReadOnlyList<EngineContainer> Containers { get; init; } = [];

    /// <summary>Its images.</summary>
    public IReadOnlyList<EngineImage> Images { get; init; } = [];

    /// <summary>Its networks.</summary>
    public IReadOnlyList<EngineNetwork> Networks { get; init; } = [];

    /// <summary>Its volumes.</summary>
    public IReadOnlyList<EngineVolume> Volumes { get; init; } = [];

    /// <summary>Names of the secrets of its swarm; null where it manages none, and so can hold no secret.</summary>
    public IReadOnlyList<string>? Secrets { get; init; }

    /// <summary>Names of the configs of its swarm; null where it manages none.</summary>
    public IReadOnlyList<string>? Configs { get; init; }

    /// <summary>What it did not tell, as some sockets allow only a part of the questions. Nothing follows from what is missing there.</summary>
    public EngineParts Untold { get; init; }

    /// <summary>The clock that ages are told by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
