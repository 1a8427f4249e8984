namespace LspCompose.Analysis.Engines;

/// <summary>What a container's health check says.</summary>
public enum ContainerHealth
{
    /// <summary>It has no health check.</summary>
    None,

    /// <summary>Not decided yet.</summary>
    Starting,

    /// <summary>The last check passed.</summary>
    Healthy,

    /// <summary>Several checks in a row failed.</summary>
    Unhealthy,
}
