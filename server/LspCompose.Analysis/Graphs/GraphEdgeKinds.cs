namespace LspCompose.Analysis.Graphs;

/// <summary>The attributes that edges are written in.</summary>
public static class GraphEdgeKinds
{
    /// <summary>The attribute of a kind, as it is called today.</summary>
    public static string Attribute(GraphEdgeKind kind) => kind switch
    {
        GraphEdgeKind.Link => "links",
        GraphEdgeKind.ExternalLink => "external_links",
        GraphEdgeKind.DependsOn => "depends_on",
        GraphEdgeKind.VolumesFrom => "volumes_from",
        GraphEdgeKind.NetworkMode => "network_mode",
        GraphEdgeKind.Pid => "pid",
        GraphEdgeKind.Ipc => "ipc",
        GraphEdgeKind.Uts => "uts",
        _ => "cgroup",
    };
}
