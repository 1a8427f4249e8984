namespace LspCompose.Analysis.Graphs;

/// <summary>Chooses the pictures to draw of some projects.</summary>
public static class GraphPanels
{
    /// <summary>The panels of projects, each with the name to tell it from the others.</summary>
    public static IReadOnlyList<GraphPanel> Of(IReadOnlyList<(string Name, ProjectPicture Picture)> projects, GraphState state) =>
        [.. projects.SelectMany(project => Of(projects.Count > 1 ? project.Name : "", project.Picture, state))];

    private static IEnumerable<GraphPanel> Of(string name, ProjectPicture picture, GraphState state)
    {
        if (state == GraphState.Both && !AreSame(picture.Before, picture.After))
        {
            var prefix = name.Length == 0 ? "" : name + ": ";
            yield return new GraphPanel(name, prefix + "before", picture.Before);
            yield return new GraphPanel(name, prefix + "after", picture.After);
        }
        else
        {
            yield return new GraphPanel(name, name, state == GraphState.After ? picture.After : picture.Before);
        }
    }

    // The drawing holds everything there is to see.
    private static bool AreSame(ProjectGraph left, ProjectGraph right) =>
        MermaidRenderer.Render([new GraphPanel("", "", left)]) == MermaidRenderer.Render([new GraphPanel("", "", right)]);
}
