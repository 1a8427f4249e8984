namespace LspCompose.Analysis.Graphs;

/// <summary>A network and the services on it.</summary>
public sealed record GraphNetwork(string Name, IReadOnlyList<GraphMember> Members)
{
    /// <summary>True when the top level declares it; the implicit <c>default</c> network need not be.</summary>
    public bool IsDeclared { get; init; }
}
