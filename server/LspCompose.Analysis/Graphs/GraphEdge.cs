namespace LspCompose.Analysis.Graphs;

/// <summary>One service is tied to another one, or to something outside the project.</summary>
public sealed record GraphEdge(string From, string To, GraphEdgeKind Kind)
{
    /// <summary>The name that a link gives its target, null for other kinds.</summary>
    public string? Alias { get; init; }

    /// <summary>True when no service of the project is meant: a container of another project, or a service that is not defined.</summary>
    public bool LeadsOutside { get; init; }

    /// <summary>True when it is part of a circle.</summary>
    public bool IsInCircle { get; init; }

    /// <summary>What to write at the edge: its attribute, and the alias where it is another name than the target's own.</summary>
    public string Label => GraphEdgeKinds.Attribute(Kind) + (Alias is null || Alias == To ? "" : $" as {Alias}");
}
