namespace LspCompose.Analysis.Graphs;

/// <summary>Which pictures of a project to show.</summary>
public enum GraphState
{
    /// <summary>Both, side by side; only one where the migration changes nothing in it.</summary>
    Both,

    /// <summary>As the files are.</summary>
    Before,

    /// <summary>As the migration would make them.</summary>
    After,
}
