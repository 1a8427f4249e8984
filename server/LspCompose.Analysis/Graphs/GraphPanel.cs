namespace LspCompose.Analysis.Graphs;

/// <summary>One picture to draw. Panels of one project are drawn side by side; the caption is empty where there is nothing to tell apart.</summary>
public sealed record GraphPanel(string Project, string Caption, ProjectGraph Graph);
