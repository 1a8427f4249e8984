namespace LspCompose.Analysis.Projects;

/// <summary>Finds the project a file belongs to when the user named none, as Compose's own discovery would.</summary>
internal static class ProjectFinder
{
    /// <summary>The request for the project of one file.</summary>
    public static ProjectRequest RequestFor(Workspace workspace, string path) => new()
    {
        Files = [path],
        Directory = Path.GetDirectoryName(path) ?? "",
        Environment = workspace.Settings.Environment,
        Target = workspace.Settings.Target,
    };
}
