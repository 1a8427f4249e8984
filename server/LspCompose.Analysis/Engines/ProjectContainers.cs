using System.Globalization;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Engines;

/// <summary>The containers a Compose project has on an engine, those of <c>docker compose run</c> left out.</summary>
internal sealed class ProjectContainers
{
    private readonly ILookup<string, EngineContainer> byService;

    private ProjectContainers(EngineView engine, string project)
    {
        Engine = engine;
        Project = project;
        All = [.. engine.Containers.Where(container => !container.IsOneOff && container.Service is not null && container.Project == project).OrderBy(Number).ThenBy(container => container.Name, StringComparer.Ordinal)];
        byService = All.ToLookup(container => container.Service ?? "", StringComparer.Ordinal);
    }

    /// <summary>The engine.</summary>
    public EngineView Engine { get; }

    /// <summary>The project's name.</summary>
    public string Project { get; }

    /// <summary>The containers of all its services.</summary>
    public IReadOnlyList<EngineContainer> All { get; }

    /// <summary>The containers of a project; null without an engine, and for a project without a name.</summary>
    public static ProjectContainers? Of(Workspace workspace, Project project) => workspace.Engine is { } engine && project.Name.Length > 0 ? new ProjectContainers(engine, project.Name) : null;

    /// <summary>The containers of a service, by their numbers.</summary>
    public IReadOnlyList<EngineContainer> Of(string service) => [.. byService[service]];

    /// <summary>True for a container of a service of the project.</summary>
    public bool IsOf(EngineContainer container, string service) => !container.IsOneOff && container.Project == Project && container.Service == service;

    /// <summary>A container of the engine by its name or id; null when there is none.</summary>
    public EngineContainer? Find(string nameOrId) => Engine.Containers.FirstOrDefault(container => container.Name == nameOrId || container.Id == nameOrId);

    private static int Number(EngineContainer container) =>
        int.TryParse(container.Labels.GetValueOrDefault("com.docker.compose.container-number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
