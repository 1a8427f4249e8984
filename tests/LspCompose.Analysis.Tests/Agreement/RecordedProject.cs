using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Agreement;

/// <summary>The files of a project (null: a folder), by name in its folder, and what Compose was called with.</summary>
internal sealed record RecordedProject(string Name, IReadOnlyDictionary<string, string?> Files)
{
    public IReadOnlyList<string> Flags { get; init; } = [];

    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string Directory => $"/projects/{Name}";

    /// <summary>The one file that is looked at without flags; null when Compose's flags say which files are meant.</summary>
    public string? Path { get; init; }

    /// <summary>Loads and judges the project as the command line does.</summary>
    public Judgement Judge(ComposeTarget target)
    {
        var source = new MemoryFiles([.. Files.Select(file => ($"{Directory}/{file.Key}{(file.Value is null ? "/" : "")}", file.Value ?? "")), ($"{Directory}/", "")]);
        var environment = new Dictionary<string, string>(Environment) { ["HOME"] = "/root" };
        var settings = AnalysisSettings.Default with { Environment = environment, Target = target };
        if (Path is not null)
        {
            return JudgeFile($"{Directory}/{Path}", settings, source);
        }

        var result = ProjectRequests.FromFlags(
            new ProjectFlags
            {
                CurrentDirectory = Directory,
                StandardInputPath = $"{Directory}/-",
                Files = Values("-f"),
                EnvFiles = Values("--env-file"),
                Profiles = Values("--profile"),
                Name = Values("-p") is [var name, ..] ? name : null,
                Environment = environment,
                Target = target,
            },
            source);
        if (result.Request is not { } request)
        {
            return new Judgement(null, [], result.Problems);
        }

        var (workspace, project) = ProjectLoader.LoadAll(Workspace.Empty.WithSettings(settings).WithRequest(request), request, source);
        return Judge(workspace, project, source);
    }

    private Judgement JudgeFile(string path, AnalysisSettings settings, MemoryFiles source)
    {
        var workspace = source.Read(path) is FileContent.Present file ? Workspace.Empty.WithSettings(settings).WithFile(path, file.Text) : Workspace.Empty;
        while (workspace.Projects.For(path).Unread is { Count: > 0 } unread)
        {
            workspace = unread.Aggregate(workspace, (current, missing) => current.WithSource(missing, source.Read(missing)));
        }

        return Judge(workspace, workspace.Projects.For(path), source);
    }

    private Judgement Judge(Workspace workspace, Project project, MemoryFiles source)
    {
        foreach (var path in project.ComposePaths)
        {
            workspace = source.Read(path) is FileContent.Present present ? workspace.WithFile(path, present.Text) : workspace;
        }

        var errors = new List<(string Path, Finding Finding)>();
        foreach (var path in project.ComposePaths)
        {
            var diagnostics = Diagnostics.For(workspace, path, TestContext.Current.CancellationToken);
            Assert.Empty(diagnostics.Failures);
            errors.AddRange(diagnostics.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => (path, finding)));
        }

        List<string> elsewhere = [.. project.Problems.Where(problem => !project.ComposePaths.Contains(problem.Place.Path)).Select(problem => problem.Message)];
        elsewhere.AddRange(Services.Where(service => (project.Model.Get("services") as ConfigMapping)?.Get(service) is null).Select(service => $"There is no service '{service}'."));
        return new Judgement(project, errors, elsewhere);
    }

    private IReadOnlyList<string> Values(string flag) => [.. Flags.Index().Where(item => item.Item == flag && item.Index + 1 < Flags.Count).Select(item => Flags[item.Index + 1])];

    /// <summary>What we say: errors in the project's files, and errors that belong to none of them.</summary>
    internal sealed record Judgement(Project? Project, IReadOnlyList<(string Path, Finding Finding)> Errors, IReadOnlyList<string> Elsewhere)
    {
        public bool IsAccepted => Errors.Count + Elsewhere.Count == 0;

        public string Text => string.Join(" | ", Errors.Select(error => $"{error.Finding.Rule.Id} {error.Finding.Span} {error.Finding.Message}").Concat(Elsewhere));
    }
}
