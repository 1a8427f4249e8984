using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Engines;

/// <summary>A project beside the containers it has on an engine.</summary>
internal sealed class ProjectOnEngine
{
    private readonly Lazy<ProjectComposition> composition;

    // The keys from the root of its file to each problem of the project.
    private readonly Lazy<List<IReadOnlyList<string>>> problems;

    private ProjectOnEngine(Workspace workspace, string path, Project project, ProjectContainers containers)
    {
        Workspace = workspace;
        Project = project;
        Containers = containers;
        composition = new(() => ProjectComposition.Of(workspace, path));
        problems = new(() => [.. project.Problems.Select(problem => workspace.FindComposeFile(problem.Place.Path)?.Tree.PathTo(problem.Place.Span.Start).Select(step => step.Entry?.Name).OfType<string>().ToList() ?? [])]);
        IsKnown = !project.HasUnknownParts && project.Unread.Count == 0
            && project.ComposePaths.All(file => workspace.FindComposeFile(file) is { Tree.Errors.Count: 0 });
    }

    /// <summary>The snapshot.</summary>
    public Workspace Workspace { get; }

    /// <summary>The project.</summary>
    public Project Project { get; }

    /// <summary>Its containers.</summary>
    public ProjectContainers Containers { get; }

    /// <summary>The engine.</summary>
    public EngineView Engine => Containers.Engine;

    /// <summary>The services over all files.</summary>
    public ProjectComposition Composition => composition.Value;

    /// <summary>True when all of the project could be read, so that what is not in it is in no file.</summary>
    public bool IsKnown { get; }

    /// <summary>The project of a file beside its containers; null without an engine, for a project without a name, and for a file that only other files use: its services run under their names.</summary>
    public static ProjectOnEngine? Of(Workspace workspace, string path) =>
        workspace.Engine is null ? null
        : workspace.Projects.For(path) is { Request.IsFragment: false } project && ProjectContainers.Of(workspace, project) is { } containers ? new ProjectOnEngine(workspace, path, project, containers)
        : null;

    /// <summary>The command that makes the containers of a service what the files say.</summary>
    public string Up(string service) => $"{Command} up -d {service}";

    /// <summary>The command that removes the containers of services no file has.</summary>
    public string RemoveOrphans => $"{Command} up -d --remove-orphans";

    /// <summary>The names of the files a container was made from, where these are not the project's: what it has besides may well be meant. Null where they are, and where it does not tell.</summary>
    public IReadOnlyList<string>? OtherFiles(EngineContainer container)
    {
        // Only the names are compared: the engine may see the same files at other paths, and old Compose writes relative ones.
        if (container.Labels.GetValueOrDefault("com.docker.compose.project.config_files") is not { Length: > 0 } written)
        {
            return null;
        }

        var files = written.Split(',').Select(file => file[(file.LastIndexOfAny(['/', '\\']) + 1)..]).ToList();
        return files.Select(Role).ToHashSet(StringComparer.Ordinal).SetEquals(Project.Request.Files.Select(HostPath.Name).Select(Role)) ? null : files;
    }

    /// <summary>True for a container of the project's name that was made from other files: they may well use this one, and run its services under names of their own.</summary>
    public bool MayUse(EngineContainer container) => container.Project == Project.Name && OtherFiles(container) is not null;

    /// <summary>How the containers of a service differ from what the files say now, in words; several that differ in the same way are told once.</summary>
    public IReadOnlyList<string> Differences(string service)
    {
        var containers = IsKnown ? Containers.Of(service).Where(container => OtherFiles(container) is null).ToList() : [];
        return containers.Count == 0 || Composition.Find(service) is not { } composed ? [] : [.. containers.SelectMany(container => Differences(composed, container)).Distinct(StringComparer.Ordinal)];
    }

    // A file that was given the name of today is still the same.
    private static string Role(string name) => ComposeFileNames.Default.Contains(name) ? ComposeFileNames.Default[0] : ComposeFileNames.Override.Contains(name) ? ComposeFileNames.Override[0] : name;

    // Only the old program reads the first format. Files that are not found by their names are named, and so is a project that is called otherwise than its files say.
    private string Command => string.Join(' ', new[] { Composition.Format == ComposeFormat.Legacy ? "docker-compose" : "docker compose" }
        .Concat(Project.Request.Files.All(file => Role(HostPath.Name(file)) is var role && (role == ComposeFileNames.Default[0] || role == ComposeFileNames.Override[0])) ? [] : Project.Request.Files.Select(file => $"-f {Word(HostPath.Name(file))}"))
        .Concat(Project.Request.Name is { } name ? [$"-p {Word(name)}"] : Array.Empty<string>()));

    // As a shell takes it.
    private static string Word(string text) => text.All(character => char.IsLetterOrDigit(character) || character is '.' or '_' or '-') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private IEnumerable<string> Differences(ComposedService service, EngineContainer container)
    {
        if (Composition.Format == ComposeFormat.Current && (Project.Model.Get("services") as ConfigMapping)?.Get(service.Name) is ConfigMapping body)
        {
            string?[] parts =
            [
                IsKnownPart(service, "image", "build") ? ImageDrift.Of(this, service.Name, body, container) : null,
                IsKnownPart(service, "ports", "network_mode") ? PortDrift.Of(body, container) : null,
                IsKnownPart(service, "networks", "network_mode") ? NetworkDrift.Of(this, body, container) : null,
                IsKnownPart(service, "environment", "env_file") ? EnvironmentDrift.Of(this, service, body, container) : null,
            ];
            foreach (var part in parts.OfType<string>())
            {
                yield return part;
            }
        }

        if (LinkDrift.Of(this, service, container).Words is { } links)
        {
            yield return links;
        }
    }

    // What is wrong somewhere, or waits for a variable, is left out of the model; what else is there then says little.
    private bool IsKnownPart(ComposedService service, params IReadOnlyList<string> keys)
    {
        return problems.Value.TrueForAll(way => IsOfOther(way) || !way.Any(key => key == "extends" || keys.Contains(key)));

        bool IsOfOther(IReadOnlyList<string> way) => way is ["services", var owner, ..] && !service.Parts.Any(part => part.Service.Name == owner);
    }
}
