namespace LspCompose.Analysis.Engines;

/// <summary>Names containers that are in the way in messages, and says how to get them out of it.</summary>
internal static class EngineOwners
{
    /// <summary>What a container belongs to, to be put behind it; empty for one of no project.</summary>
    public static string Owner(ProjectOnEngine project, EngineContainer container) => container switch
    {
        { Project: { } owner, Service: { } service } when owner == project.Project.Name => $" of this project's service '{service}'",
        { Project: { } owner } => $" of project '{owner}'",
        _ => "",
    };

    /// <summary>How it lets go of a port, as the first half of a sentence.</summary>
    public static string Stop(ProjectOnEngine project, EngineContainer container) => Anew(project, container) ?? $"Stop it with 'docker stop {container.Name}'";

    /// <summary>How it lets go of its name, as the first half of a sentence.</summary>
    public static string Remove(ProjectOnEngine project, EngineContainer container) => Anew(project, container) ?? $"Remove it with 'docker rm {(container.IsUp ? "-f " : "")}{container.Name}'";

    // Compose takes care of its own.
    private static string? Anew(ProjectOnEngine project, EngineContainer container) => container.IsOneOff || container.Project != project.Project.Name || container.Service is not { } service ? null
        : project.Composition.Find(service) is null ? $"Remove it with '{project.RemoveOrphans}'"
        : $"Have it made anew first with '{project.Up(service)}'";
}
