using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Tells by the engine which services the containers are that an ambassador's command names.</summary>
internal static class RunningTargets
{
    /// <summary>
    /// The ambassador with the services that run its containers by their labels; where the engine has no such container, the names alone tell as before. A container of another project
    /// is no service of this one, however its name looks.
    /// </summary>
    public static Ambassador Of(ProjectComposition composition, OutsideContainers outside, Ambassador ambassador) =>
        outside.Engine is null || ambassador.Kind != AmbassadorKind.ContainerNames ? ambassador
        : ambassador with
        {
            Targets = [.. ambassador.Targets.Select(target => outside.Running(target.Name) is { } service ? target with { Service = service.Definition.Service } : IsOfAnother(composition, outside, target) ? target with { Service = null } : target)],
        };

    /// <summary>A container of another project that the ambassador's command names; null where there is none.</summary>
    public static OutsideContainer? Foreign(ProjectComposition composition, OutsideContainers outside, Ambassador ambassador) =>
        ambassador.Kind == AmbassadorKind.ContainerNames ? ambassador.Targets.Where(target => IsOfAnother(composition, outside, target)).Select(target => outside.Find(target.Name)).FirstOrDefault() : null;

    // Another project's name does not tell: the same file may have been started under another one than it is read by.
    private static bool IsOfAnother(ProjectComposition composition, OutsideContainers outside, FrontedTarget target) =>
        outside.Find(target.Name)?.Container is { Project: not null } container && composition.Name.Length > 0 &&
        !(container.Labels.GetValueOrDefault("com.docker.compose.project.config_files") ?? "").Split(',').Any(path => composition.Files.Any(file => file.Path == path)) &&
        !composition.Services.Any(service => service.ContainerName == target.Name);
}
