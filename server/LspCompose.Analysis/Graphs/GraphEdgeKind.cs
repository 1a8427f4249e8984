namespace LspCompose.Analysis.Graphs;

/// <summary>What ties one service to another.</summary>
public enum GraphEdgeKind
{
    /// <summary><c>links</c>.</summary>
    Link,

    /// <summary><c>external_links</c>. It orders nothing, so it closes no circle.</summary>
    ExternalLink,

    /// <summary><c>depends_on</c>.</summary>
    DependsOn,

    /// <summary><c>volumes_from</c>.</summary>
    VolumesFrom,

    /// <summary><c>network_mode: service:X</c> (first format: <c>net: container:X</c>).</summary>
    NetworkMode,

    /// <summary><c>pid: service:X</c>.</summary>
    Pid,

    /// <summary><c>ipc: service:X</c>.</summary>
    Ipc,

    /// <summary><c>uts: service:X</c>.</summary>
    Uts,

    /// <summary><c>cgroup: service:X</c>.</summary>
    Cgroup,
}
