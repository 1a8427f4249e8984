namespace LspCompose.Analysis.Graphs;

/// <summary>Who is tied to whom in a project, as plain data. Everything is in the order of the files.</summary>
public sealed record ProjectGraph
{
    /// <summary>The services.</summary>
    public required IReadOnlyList<GraphService> Services { get; init; }

    /// <summary>The networks: <c>default</c> where it is used, then those declared, then those only used.</summary>
    public required IReadOnlyList<GraphNetwork> Networks { get; init; }

    /// <summary>What ties services together, by the service it is written in.</summary>
    public required IReadOnlyList<GraphEdge> Edges { get; init; }

    /// <summary>The names of services that depend on each other in a circle, each largest group once.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Circles { get; init; }

    /// <summary>The names edges lead to outside the project, each once.</summary>
    public IEnumerable<string> Outside => Edges.Where(edge => edge.LeadsOutside).Select(edge => edge.To).Distinct(StringComparer.Ordinal);
}
