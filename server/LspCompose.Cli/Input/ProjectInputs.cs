using LspCompose.Analysis;
using LspCompose.Analysis.Projects;
using LspCompose.Cli.Output;
using LspCompose.Cli.Settings;

namespace LspCompose.Cli.Input;

/// <summary>Loads the projects a command works on; what cannot be done is reported and the others go on.</summary>
internal sealed class ProjectInputs
{
    private readonly Host host;
    private readonly InputSelection selection;
    private readonly Problems problems;
    private readonly DiskFileSource source;
    private readonly List<LoadedProject> projects = [];
    private readonly Dictionary<string, LoadedProject> byFile = new(StringComparer.Ordinal);

    /// <summary>Prepares to load what the user selected.</summary>
    public ProjectInputs(Host host, InputSelection selection, Problems problems)
    {
        this.host = host;
        this.selection = selection;
        this.problems = problems;
        source = new DiskFileSource(host);
        Settings = new SettingsFinder(host, source, problems) { Target = selection.Target };
        Names = new DisplayNames(host.CurrentDirectory);
    }

    /// <summary>The settings of files.</summary>
    public SettingsFinder Settings { get; }

    /// <summary>How files are shown.</summary>
    public DisplayNames Names { get; }

    /// <summary>
    /// The project of <c>-f</c> or, when nothing is named at all, of <c>COMPOSE_FILE</c> or discovery; then the projects of the paths. A path that another of
    /// the projects includes is left to that one.
    /// </summary>
    public IReadOnlyList<LoadedProject> Load(CancellationToken cancellation)
    {
        if ((selection.Files.Count > 0 || selection.Paths.Count == 0) && LoadFlagged() is { } flagged)
        {
            Add(flagged);
        }

        if (selection.Paths.Count > 0)
        {
            using var progress = new Progress(host.Terminal);
            var paths = InputPaths.Resolve(host, selection.Paths, problems);
            for (var index = 0; index < paths.Count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Show(index, paths.Count);
                if (LoadPath(paths[index]) is { } project)
                {
                    Add(project);
                }
            }
        }

        return WithoutParts(projects);
    }

    /// <summary>Files that another of the projects includes may be changed like any other, but are judged in that project.</summary>
    private static List<LoadedProject> WithoutParts(List<LoadedProject> projects)
    {
        var wholes = new Dictionary<string, List<LoadedProject>>(StringComparer.Ordinal);
        foreach (var whole in projects.Where(HasIncludes))
        {
            foreach (var path in whole.Project.ComposePaths.Except(whole.Project.Request.Files))
            {
                wholes.TryAdd(path, []);
                wholes[path].Add(whole);
            }
        }

        var dropped = new HashSet<LoadedProject>(ReferenceEqualityComparer.Instance);
        var kept = new List<LoadedProject>();
        foreach (var project in projects)
        {
            // Of files that include each other one is kept.
            var files = project.Project.Request.Files;
            var whole = project.Paths.Count == 0 ? null : wholes.GetValueOrDefault(files[0])?.Find(other => !dropped.Contains(other) && files.All(other.Project.ComposePaths.Contains));
            if (whole is not null)
            {
                dropped.Add(project);
            }

            kept.Add(whole is null ? project : whole with { Named = project.Named, Paths = [] });
        }

        return kept;
    }

    private static bool HasIncludes(LoadedProject project) => project.Project.Request.Files.Any(path =>
        project.Workspace.FindComposeFile(path)?.Tree.Documents.Any(document => document.Root is { IsMapping: true } root && root.TryGetEntry("include", out _)) == true);

    private void Add(LoadedProject project)
    {
        projects.Add(project);
        foreach (var file in project.Project.Request.Files)
        {
            byFile.TryAdd(file, project);
        }
    }

    private LoadedProject? LoadFlagged()
    {
        foreach (var file in selection.Files)
        {
            var path = file == "-" ? InputPath.StandardInput : InputPath.File(host, file, host.FullPath(file));
            Names.Add(path.FullPath ?? host.StandardInputPath, path);
        }

        return Request(selection.Files) is { } request ? Load(request, request.Files) : null;
    }

    private LoadedProject? LoadPath(InputPath path)
    {
        var full = path.FullPath ?? host.StandardInputPath;
        Names.Add(full, path);
        if (InputReader.Read(host, source, path, problems) is not { } file)
        {
            return null;
        }

        if (byFile.TryGetValue(full, out var same))
        {
            return same.Named.Any(named => (named.Path.FullPath ?? host.StandardInputPath) == full) ? null : same with { Named = [file], Paths = [] };
        }

        var found = Find(full, file);
        return Request(found.Files) is { } request ? Load(request with { IsFragment = found.IsFragment }, [full]) : null;
    }

    private ProjectRequest Find(string path, InputFile file)
    {
        var workspace = Workspace.Empty.WithFile(path, file.Text);
        while (true)
        {
            var found = ProjectFinder.Find(workspace, path);
            var unread = found.LookedAt.Where(looked => workspace.Find(looked) is null).ToList();
            if (unread.Count == 0)
            {
                return found.Request;
            }

            workspace = unread.Aggregate(workspace, (known, looked) => known.WithSource(looked, source.Read(looked)));
        }
    }

    private ProjectRequest? Request(IReadOnlyList<string> files)
    {
        var first = files.Count > 0 && files[0] != "-" ? host.FullPath(files[0]) : host.StandardInputPath;
        var flags = new ProjectFlags
        {
            CurrentDirectory = host.CurrentDirectory,
            StandardInputPath = host.StandardInputPath,
            Files = files,
            EnvFiles = selection.EnvFiles,
            Profiles = selection.Profiles,
            Name = selection.ProjectName,
            ProjectDirectory = selection.ProjectDirectory,
            Environment = host.Environment,
            Target = Settings.For(first).Target,
        };
        var result = ProjectRequests.FromFlags(flags, source);
        foreach (var problem in result.Problems)
        {
            problems.Report(problem);
        }

        foreach (var note in result.Notes)
        {
            host.Error.WriteLine($"lspcompose: {Printable.Line(note)}");
        }

        return result.Request is { Files: [var file, ..] } request ? request with { Target = Settings.For(file).Target } : null;
    }

    /// <summary>A workspace that holds a settings file, to show places in it.</summary>
    public Workspace SettingsWorkspace(string path) => Workspace.Empty.WithSource(path, source.Read(path));

    private LoadedProject Load(ProjectRequest request, IReadOnlyList<string> named)
    {
        var workspace = WithFiles(Workspace.Empty.WithSettings(Settings.For(request.Files[0])).WithRequest(request), request.Files);
        var (loaded, project) = ProjectLoader.LoadAll(workspace, request, source);
        var parts = project.ComposePaths.Except(request.Files).Order(StringComparer.Ordinal).ToList();
        return new LoadedProject
        {
            Workspace = WithFiles(loaded, parts),
            Project = project,
            Named = [.. named.Select(Open)],
            Paths = [.. request.Files, .. parts, .. project.Problems.Select(problem => problem.Place.Path).Except([.. request.Files, .. parts]).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private Workspace WithFiles(Workspace workspace, IEnumerable<string> paths) =>
        paths.Aggregate(workspace, (known, path) => source.Read(path) is FileContent.Present present ? known.WithFile(path, present.Text) : known);

    /// <summary>A file of a project, as it is on disk.</summary>
    public InputFile Open(string path)
    {
        var file = source.Open(path);
        var shown = path == host.StandardInputPath ? InputPath.StandardInput : new InputPath(Names.Of(path), path);
        return new InputFile(shown, file.Bytes, file.Encoding, file.Content is FileContent.Present present ? present.Text : Yaml.Text.SourceText.From(""));
    }
}
