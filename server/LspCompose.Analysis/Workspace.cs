using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis;

/// <summary>
/// An immutable snapshot of the files and settings that features answer from. Files the user works on are added with <see cref="WithFile"/>; what these
/// refer to (included files, <c>.env</c>, …) is loaded by the host with <see cref="WithSource"/> once a project names it in <see cref="Project.Unread"/>.
/// </summary>
public sealed class Workspace
{
    private readonly ImmutableDictionary<string, ComposeFile> files;
    private readonly ImmutableDictionary<string, WorkspaceSource> sources;
    private readonly Lazy<ProjectMap> projects;

    private Workspace(ImmutableDictionary<string, ComposeFile> files, ImmutableDictionary<string, WorkspaceSource> sources, AnalysisSettings settings, ProjectRequest? request)
    {
        this.files = files;
        this.sources = sources;
        Settings = settings;
        Request = request;
        projects = new(() => new ProjectMap(this));
    }

    // Projects do not depend on the engine, so they are not loaded again for it.
    private Workspace(Workspace other, EngineView? engine)
    {
        files = other.files;
        sources = other.sources;
        projects = other.projects;
        Settings = other.Settings;
        Request = other.Request;
        Engine = engine;
    }

    /// <summary>The workspace without files and with default settings.</summary>
    public static Workspace Empty { get; } = new(
        ImmutableDictionary.Create<string, ComposeFile>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, WorkspaceSource>(StringComparer.Ordinal),
        AnalysisSettings.Default,
        null);

    /// <summary>The settings in force.</summary>
    public AnalysisSettings Settings { get; }

    /// <summary>The one project the user named by files and flags; null when projects are found from the files.</summary>
    public ProjectRequest? Request { get; }

    /// <summary>What the Docker engine holds; null without one.</summary>
    public EngineView? Engine { get; private init; }

    /// <summary>The files the user works on, in no particular order.</summary>
    public IEnumerable<ComposeFile> Files => files.Values;

    /// <summary>The projects the files belong to.</summary>
    public ProjectMap Projects => projects.Value;

    /// <summary>The workspace with a file added or its text replaced; entries whose text is the same are not parsed again.</summary>
    public Workspace WithFile(string path, SourceText text)
    {
        var tree = files.TryGetValue(path, out var old) ? old.Tree.WithText(text) : YamlSyntaxTree.Parse(text);
        return With(files: files.SetItem(path, new ComposeFile(path, tree)));
    }

    /// <summary>The workspace with a file the host loaded taken for one the user works on; unchanged where nothing is loaded for the path.</summary>
    public Workspace WithLoadedFile(string path) =>
        !files.ContainsKey(path) && FindComposeFile(path) is { } file ? With(files: files.SetItem(path, file)) : this;

    /// <summary>The workspace without a file.</summary>
    public Workspace WithoutFile(string path) => With(files: files.Remove(path));

    /// <summary>The workspace with what the host found at a path that some file refers to.</summary>
    public Workspace WithSource(string path, FileContent content) => With(sources: sources.SetItem(path, new WorkspaceSource(path, content)));

    /// <summary>The workspace without what was loaded for a path, so that it is read again when needed.</summary>
    public Workspace WithoutSource(string path) => With(sources: sources.Remove(path));

    /// <summary>The workspace with other settings.</summary>
    public Workspace WithSettings(AnalysisSettings settings) => new(files, sources, settings, Request) { Engine = Engine };

    /// <summary>The workspace as one project of named files.</summary>
    public Workspace WithRequest(ProjectRequest request) => new(files, sources, Settings, request) { Engine = Engine };

    /// <summary>The workspace with what the Docker engine holds now; null for no engine.</summary>
    public Workspace WithEngine(EngineView? engine) => ReferenceEquals(engine, Engine) ? this : new(this, engine);

    /// <summary>Finds a file the user works on by the name the host gave it.</summary>
    public bool TryGetFile(string path, [NotNullWhen(true)] out ComposeFile? file) => files.TryGetValue(path, out file);

    /// <summary>What is at a path: the user's file, else what the host loaded; null when the host has not looked yet.</summary>
    public FileContent? Find(string path) =>
        files.TryGetValue(path, out var file) ? new FileContent.Present(file.Text) : sources.GetValueOrDefault(path)?.Content;

    /// <summary>The file at a path read as a Compose file, whether the user works on it or the host loaded it; null when there is no text.</summary>
    public ComposeFile? FindComposeFile(string path) => files.TryGetValue(path, out var file) ? file : sources.GetValueOrDefault(path)?.ComposeFile;

    /// <summary>The paths the host loaded.</summary>
    public IEnumerable<string> LoadedPaths => sources.Keys;

    private Workspace With(ImmutableDictionary<string, ComposeFile>? files = null, ImmutableDictionary<string, WorkspaceSource>? sources = null) =>
        new(files ?? this.files, sources ?? this.sources, Settings, Request) { Engine = Engine };
}
