namespace LspCompose.Analysis.Projects;

/// <summary>Loads a project as Compose does, but goes on where Compose would stop, so that everything wrong is told at once.</summary>
public static class ProjectLoader
{
    /// <summary>Loads a project from what a workspace holds. Never throws on any content; time and memory are bounded.</summary>
    public static Project Load(Workspace workspace, ProjectRequest request) => new(request)
    {
        Model = new ConfigMapping(default, []),
        Name = "",
        ActiveServices = new HashSet<string>(),
        Problems = [],
        Paths = new HashSet<string>(request.Files, StringComparer.Ordinal),
        ComposePaths = new HashSet<string>(request.Files.Where(path => workspace.FindComposeFile(path) is not null), StringComparer.Ordinal),
        Unread = new HashSet<string>(request.Files.Where(path => workspace.Find(path) is null), StringComparer.Ordinal),
    };

    /// <summary>The workspace with everything a project refers to read from a source, and the project loaded from it.</summary>
    public static (Workspace Workspace, Project Project) LoadAll(Workspace workspace, ProjectRequest request, IFileSource source)
    {
        while (true)
        {
            var project = Load(workspace, request);
            if (project.Unread.Count == 0)
            {
                return (workspace, project);
            }

            foreach (var path in project.Unread)
            {
                workspace = workspace.WithSource(path, source.Read(path));
            }
        }
    }
}
