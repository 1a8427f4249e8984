using LspCompose.Analysis;
using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Projects;
using LspCompose.Lsp.Files;

namespace LspCompose.Lsp.Sessions;

/// <summary>
/// What a document is judged by, open or only found in the client's folders: the workspace with the settings of its folder. It stays the same object from one snapshot to the next until something it depends on
/// changes, so that nothing is worked out again for a change elsewhere.
/// </summary>
internal sealed class DocumentView
{
    private readonly string path;
    private readonly Lazy<Workspace> judging;
    private readonly Lazy<IReadOnlySet<string>> dependencies;
    private readonly Lazy<IReadOnlySet<string>> unread;

    /// <summary>Judges a document; a project that includes it is looked for in its folder and, within the client's folders, above.</summary>
    public DocumentView(string path, Workspace workspace, IReadOnlyList<string> folders)
    {
        this.path = path;
        judging = new(() => workspace.WithLoadedFile(path));
        var projects = new Lazy<IReadOnlyList<Project>>(() => Workspace.TryGetFile(path, out _) ? Workspace.Projects.AllFor(path) : []);
        dependencies = new(() => projects.Value.SelectMany(project => project.Paths).Concat(FolderSettings.Candidates(path)).Append(path).ToHashSet(StringComparer.Ordinal));
        unread = new(() => FileUris.IsFile(path) ? Missing(projects.Value, folders) : new HashSet<string>());
    }

    private DocumentView(DocumentView other, Workspace workspace)
    {
        path = other.path;
        judging = new(workspace);
        dependencies = other.dependencies;
        unread = other.unread;
    }

    /// <summary>The same view beside another state of the Docker engine; what files say is not worked out again.</summary>
    public DocumentView WithEngine(EngineView? engine) => new(this, Workspace.WithEngine(engine));

    /// <summary>The files and settings.</summary>
    public Workspace Workspace => judging.Value;

    /// <summary>Every path the document's findings depend on.</summary>
    public IReadOnlySet<string> Dependencies => dependencies.Value;

    /// <summary>The paths among them that were not looked at yet. What a document that is no file on disk refers to is unknown and stays so.</summary>
    public IReadOnlySet<string> Unread => unread.Value;

    /// <summary>True when a change at a path may change the findings; also when nobody has asked what they depend on.</summary>
    public bool MayDependOn(string changed) => !dependencies.IsValueCreated || dependencies.Value.Contains(changed) || IsProjectAbove(changed);

    // A file above that is loaded by now may include this one.
    private bool IsProjectAbove(string changed) =>
        ComposeFileNames.Default.Contains(Path.GetFileName(changed)) && path.StartsWith(changed[..^Path.GetFileName(changed).Length], StringComparison.Ordinal);

    private HashSet<string> Missing(IReadOnlyList<Project> projects, IReadOnlyList<string> folders) =>
        [.. projects.SelectMany(project => project.Unread).Concat(FolderSettings.Candidates(path)).Concat(ProjectsAbove(folders)).Where(candidate => Workspace.Find(candidate) is null)];

    private IEnumerable<string> ProjectsAbove(IReadOnlyList<string> folders)
    {
        if (!Workspace.TryGetFile(path, out _))
        {
            yield break;
        }

        var end = path.LastIndexOf('/');
        do
        {
            foreach (var name in ComposeFileNames.Default)
            {
                yield return $"{path[..end]}/{name}";
            }

            end = end > 0 ? path.LastIndexOf('/', end - 1) : -1;
        }
        while (end >= 0 && folders.Any(folder => $"{path[..end]}/".StartsWith($"{folder.TrimEnd('/')}/", StringComparison.Ordinal)));
    }
}
