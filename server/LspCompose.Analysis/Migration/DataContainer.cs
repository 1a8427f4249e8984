using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Tells services that only hold volumes for others from those that do something.</summary>
internal static class DataContainer
{
    // Images that do nothing unless they are told to.
    private static readonly HashSet<string> Idle = new(StringComparer.OrdinalIgnoreCase)
    {
        "busybox", "alpine", "scratch", "tianon/true", "hello-world", "debian", "ubuntu", "centos", "fedora",
    };

    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal) { "true", "/bin/true", "/usr/bin/true", "echo", "/bin/echo", ":" };

    /// <summary>True when a service does nothing but hold volumes, and nobody needs it once some items of <c>volumes_from</c> are gone.</summary>
    public static bool CanRemove(ComposeFile file, Service service, IReadOnlySet<YamlNode> converted) =>
        HoldsOnlyVolumes(service) && ServiceWriter.CanRemove(service)
        && VolumesFromUse.In(file).All(use => use.Source != service || converted.Contains(use.Item))
        && file.Model.Services.All(other => other == service || (!IsExtending(other, service) && other.Dependencies.All(dependency =>
            dependency.Target != service.Name || dependency.Kind == DependencyKind.VolumesFrom || (dependency.Kind == DependencyKind.DependsOn && TookVolumes(file, other, service)))));

    /// <summary>True for a service without ports that runs nothing, or nothing worth waiting for.</summary>
    public static bool HoldsOnlyVolumes(Service service)
    {
        if (service.Attribute("ports") is not null || service.Attribute("build") is not null || service.Attribute("extends") is not null)
        {
            return false;
        }

        var entrypoint = Words(service, "entrypoint");
        var command = Words(service, "command");
        return entrypoint.Count > 0 ? Nothing.Contains(entrypoint[0])
            : command.Count > 0 ? Nothing.Contains(command[0])
            : service.Image is { } image && Idle.Contains(ImageReference.Repository(image));
    }

    // Waiting for a data container was waiting for its volumes.
    private static bool TookVolumes(ComposeFile file, Service other, Service service) =>
        other.OwnEntry("depends_on") is { Value: { Anchor: null, Tag: null } } && VolumesFromUse.In(file).Any(use => use.Consumer == other && use.Source == service);

    private static bool IsExtending(Service other, Service service) =>
        other.Attribute("extends") is { } extends && (extends.Value == service.Name || extends.Get("service") is { } name && name.Value == service.Name);

    private static List<string> Words(Service service, string key) =>
        service.Attribute(key) is not { } value ? []
        : value.IsSequence ? [.. value.Items.Select(item => service.Resolve(item.Value).Value)]
        : [.. value.Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)];
}
