using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Engines;

/// <summary>Links of a service that its container lacks, and links of the container that the service has not; these lead to services where they can.</summary>
internal sealed record LinkDrift(IReadOnlyList<ComposedLink> Missing, IReadOnlyList<ContainerLink> Extra)
{
    private static readonly LinkDrift None = new([], []);

    /// <summary>The differences in words; null where there are none.</summary>
    public string? Words => DriftWords.Of("links", Missing.Select(link => Shown(link.Target, link.Alias)), Extra.Select(link => Shown(link.Target, link.Alias)));

    /// <summary>Compares a container with its service; nothing differs where that is not known.</summary>
    public static LinkDrift Of(ProjectOnEngine project, ComposedService service, EngineContainer container)
    {
        // Podman has no links; host and foreign network stacks take none.
        var written = service.Links.Concat(service.ExternalLinks).ToList();
        if (project.Composition.IsPartial || written.Exists(link => link.Link.IsInterpolated) || project.Engine.Product.Contains("Podman", StringComparison.OrdinalIgnoreCase)
            || NetworkModes.HasNoNetworks(service.NetworkMode ?? "") || service.NetworkMode?.Contains('$', StringComparison.Ordinal) == true || NetworkModes.HasNoNetworks(container.NetworkMode))
        {
            return None;
        }

        var missing = written.Where(link => HasTarget(project, link) && !container.Links.Any(actual => IsSame(project, link, actual)));
        var extra = WithoutAdded(container.Links).Where(actual => !written.Exists(link => IsSame(project, link, actual)));
        return new LinkDrift([.. missing.DistinctBy(link => (link.Target, link.Alias))], [.. extra.Select(link => Named(project, link))]);
    }

    /// <summary>A link as it is written in a file.</summary>
    public static string Shown(string target, string alias) => target == alias ? target : $"{target}:{alias}";

    // A link to what is not there is not made.
    private static bool HasTarget(ProjectOnEngine project, ComposedLink link) =>
        IsExternal(link) ? project.Containers.Find(link.Target) is not null : project.Containers.Of(link.Target).Count > 0;

    // The target may be gone by now; then the name decides.
    private static bool IsSame(ProjectOnEngine project, ComposedLink link, ContainerLink actual) => string.Equals(link.Alias, actual.Alias, StringComparison.OrdinalIgnoreCase)
        && (project.Containers.Find(actual.Target) is not { } target || (IsExternal(link) ? link.Target == target.Name || target.Id.StartsWith(link.Target, StringComparison.Ordinal) : project.Containers.IsOf(target, link.Target)));

    private static bool IsExternal(ComposedLink link) => link.Link.Attribute == "external_links";

    private static ContainerLink Named(ProjectOnEngine project, ContainerLink link) =>
        project.Containers.Find(link.Target) is { Service: { } service } target && project.Containers.IsOf(target, service) ? link with { Target = service } : link;

    // Beside the name of a link Compose gives the container's own name and one with a number: db_1, shop-db-1.
    private static IEnumerable<ContainerLink> WithoutAdded(IReadOnlyList<ContainerLink> links) =>
        links.Distinct().GroupBy(link => link.Target, StringComparer.Ordinal).SelectMany(group => group.Any(link => !IsAdded(link)) ? group.Where(link => !IsAdded(link)) : group.Take(1));

    private static bool IsAdded(ContainerLink link) => link.Alias == link.Target
        || (link.Alias.LastIndexOfAny(['-', '_']) is > 0 and var at && at < link.Alias.Length - 1 && link.Alias.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') < 0);
}
