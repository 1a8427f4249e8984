namespace LspCompose.Analysis.Graphs;

/// <summary>A service of a project.</summary>
public sealed record GraphService(string Name)
{
    /// <summary>Its image, null without one.</summary>
    public string? Image { get; init; }

    /// <summary>Its <c>network_mode</c>, null without one. With one it is on no network of the project.</summary>
    public string? NetworkMode { get; init; }

    /// <summary>True when it only passes connections on to others.</summary>
    public bool IsAmbassador { get; init; }

    /// <summary>What it stands for when it is an ambassador: services, or names that no service of its file has.</summary>
    public IReadOnlyList<string> Fronts { get; init; } = [];

    /// <summary>True when it depends on itself, by way of others or not.</summary>
    public bool IsInCircle { get; init; }
}
