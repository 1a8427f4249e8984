using System.Collections.Concurrent;
using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Projects;

/// <summary>The projects of a workspace, each loaded when first asked for.</summary>
public sealed class ProjectMap
{
    // How far above a file a project that includes it is looked for, among the files that are loaded anyway.
    private const int MaxFoldersAbove = 16;

    private readonly Workspace workspace;
    private readonly ConcurrentDictionary<string, Lazy<Project>> byFiles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<ProjectSymbols>> symbols = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, Project>> referring;

    internal ProjectMap(Workspace workspace)
    {
        this.workspace = workspace;
        referring = new(() => workspace.Files.Where(file => RefersToFiles(file.Text.Content))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .SelectMany(file => Parts(Own(file.Path)))
            .ToLookup(part => part.Path, part => part.Project, StringComparer.Ordinal));
    }

    /// <summary>
    /// The project a file is judged in: the one the user named; else the one of the workspace that includes the file; else the one Compose would find from the
    /// file's place and name. Files that decide about it and that the host has not looked at are among its <see cref="Project.Unread"/>.
    /// </summary>
    public Project For(string path)
    {
        if (workspace.Request is { } request)
        {
            return Load(request);
        }

        var others = Referring(path);
        return others.FirstOrDefault(Includes) ?? Own(path, others.Count > 0 ? AsFragment : AsFound);
    }

    /// <summary>Every project that reads a file: the one it is judged in first, then those that include it or extend its services.</summary>
    public IReadOnlyList<Project> AllFor(string path)
    {
        var first = For(path);
        return workspace.Request is null ? [.. Referring(path).Where(other => !ReferenceEquals(other, first)).Prepend(first)] : [first];
    }

    /// <summary>The names of the files that belong together with a file.</summary>
    internal ProjectSymbols SymbolsOf(string path) => symbols.GetOrAdd(path, _ => new(() => new ProjectSymbols(workspace, path))).Value;

    private static bool RefersToFiles(string content) => content.Contains("include", StringComparison.Ordinal) || content.Contains("extends", StringComparison.Ordinal);

    private static ProjectRequest AsFound(ProjectRequest request) => request;

    private static ProjectRequest AsFragment(ProjectRequest request) => request with { IsFragment = true };

    /// <summary>The files of a project that it reads because others refer to them.</summary>
    private static IEnumerable<(string Path, Project Project)> Parts(Project project) =>
        project.ComposePaths.Where(path => !project.Request.Files.Contains(path)).Select(path => (path, project));

    /// <summary>The other projects that read a file, among those of the user's files and those loaded in the folders above.</summary>
    private IReadOnlyList<Project> Referring(string path)
    {
        var found = new List<Project>(referring.Value[path].Distinct());
        var folder = path;
        for (var level = 0; level < MaxFoldersAbove && Path.GetDirectoryName(folder) is { Length: > 0 } above && above != folder; level++)
        {
            folder = above;
            foreach (var name in ComposeFileNames.Default)
            {
                // The user's own files were asked above.
                var candidate = Path.Combine(folder, name);
                if (candidate != path && !workspace.TryGetFile(candidate, out _) && workspace.Find(candidate) is FileContent.Present present && RefersToFiles(present.Text.Content)
                    && Own(candidate) is var project && !found.Contains(project) && Parts(project).Any(part => part.Path == path))
                {
                    found.Add(project);
                }
            }
        }

        return found;
    }

    /// <summary>True when a project's files include others; what it reads besides is only extended, and most of it means nothing to the project.</summary>
    private bool Includes(Project project) => project.Request.Files.Any(path =>
        workspace.FindComposeFile(path)?.Tree.Documents.Any(document => document.Root is { IsMapping: true } root && root.TryGetEntry("include", out _)) == true);

    private Project Own(string path) => Own(path, AsFound);

    private Project Own(string path, Func<ProjectRequest, ProjectRequest> adjust)
    {
        var found = ProjectFinder.Find(workspace, path);
        var project = Load(adjust(found.Request));
        var unread = found.LookedAt.Where(looked => workspace.Find(looked) is null).ToList();
        return found.LookedAt.All(project.Paths.Contains) && unread.All(project.Unread.Contains)
            ? project
            : byFiles.GetOrAdd($"{Key(project.Request)}\n{path}", _ => new(() => project with { Paths = With(project.Paths, found.LookedAt), Unread = With(project.Unread, unread) })).Value;
    }

    private static HashSet<string> With(IReadOnlySet<string> paths, IEnumerable<string> more) => [.. paths, .. more];

    private static string Key(ProjectRequest request) => $"{string.Join('\0', request.Files)}\0{request.IsFragment}";

    private Project Load(ProjectRequest request) => byFiles.GetOrAdd(Key(request), _ => new(() => ProjectLoader.Load(workspace, request))).Value;
}
