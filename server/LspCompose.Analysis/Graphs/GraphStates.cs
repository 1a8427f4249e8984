using System.Diagnostics.CodeAnalysis;

namespace LspCompose.Analysis.Graphs;

/// <summary>What states are called on the command line and in the protocol.</summary>
public static class GraphStates
{
    private static readonly Dictionary<string, GraphState> ByName = new(StringComparer.Ordinal)
    {
        ["both"] = GraphState.Both,
        ["before"] = GraphState.Before,
        ["after"] = GraphState.After,
    };

    /// <summary>The names, that of the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["both", "before", "after"];

    /// <summary>Finds a state by its name.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out GraphState? state)
    {
        state = name is not null && ByName.TryGetValue(name, out var found) ? found : null;
        return state is not null;
    }
}
