namespace LspCompose.Analysis.Model;

/// <summary>What makes one service depend on another. Compose follows all of them when it orders services and looks for cycles.</summary>
public enum DependencyKind
{
    /// <summary><c>links</c>.</summary>
    Link,

    /// <summary><c>depends_on</c>.</summary>
    DependsOn,

    /// <summary><c>volumes_from</c>.</summary>
    VolumesFrom,

    /// <summary><c>network_mode: service:X</c> (first format: <c>net: container:X</c>).</summary>
    NetworkMode,

    /// <summary><c>pid</c>, <c>ipc</c>, <c>uts</c> or <c>cgroup</c> with <c>service:X</c>.</summary>
    Namespace,
}
