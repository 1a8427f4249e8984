using LspCompose.Analysis.Model;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>A mount as a service's <c>volumes</c> writes it, in either syntax.</summary>
internal sealed record ServiceMount(Service Service, YamlNode Item, string Target)
{
    // Chains of volumes_from are short; this ends those that lead to themselves.
    private const int MaxChain = 16;

    /// <summary>True for a volume without a name.</summary>
    public bool IsAnonymous { get; private init; }

    /// <summary>True when it passes through a <c>volumes_from</c> that only lets it be read.</summary>
    public bool IsReadOnly { get; private init; }

    /// <summary>The paths a service's own <c>volumes</c> mount something at.</summary>
    public static IEnumerable<string> Targets(Service service) =>
        Items(service).Select(item => Read(service, item)?.Target).OfType<string>();

    /// <summary>All mounts of a service, also those it takes from others; with the reason where they cannot all be told.</summary>
    public static (IReadOnlyList<ServiceMount> Mounts, string? Obstacle) Of(ComposeModel model, Service service) => Of(model, service, 0);

    private static (IReadOnlyList<ServiceMount> Mounts, string? Obstacle) Of(ComposeModel model, Service service, int depth)
    {
        if (service.Attribute("extends") is not null)
        {
            return ([], $"'{service.Name}' extends another service, whose mounts it has too");
        }

        var mounts = new List<ServiceMount>();
        foreach (var item in Items(service))
        {
            if (item.IsMapping && item.Get("type") is { Value: "tmpfs" })
            {
                // Lives in its own container only.
                continue;
            }

            if (Read(service, item) is not { } mount)
            {
                return ([], $"'{service.Name}' mounts something that cannot be read");
            }

            if (mount.IsAnonymous && !CanName(service, item))
            {
                return ([], $"the volume at '{mount.Target}' of '{service.Name}' has no name and stands in a part that is shared through an anchor");
            }

            mounts.Add(mount);
        }

        // Of several sources the last one counts.
        foreach (var item in (service.Attribute("volumes_from") is { } list ? list.Items.Select(item => service.Resolve(item.Value)) : []).Reverse())
        {
            var from = VolumesFromItem.Parse(item.Value);
            if (from.IsContainer || from.IsInterpolated || depth > MaxChain || model.Find(from.Source) is not { } source)
            {
                return ([], $"'{service.Name}' has a 'volumes_from' itself whose mounts cannot be told");
            }

            var (inherited, obstacle) = Of(model, source, depth + 1);
            if (obstacle is not null)
            {
                return ([], obstacle);
            }

            mounts.AddRange(inherited.Where(mount => !mounts.Exists(other => other.Target == mount.Target)).Select(mount => from.IsReadOnly ? mount with { IsReadOnly = true } : mount).ToList());
        }

        return (mounts, null);
    }

    private static IEnumerable<YamlNode> Items(Service service) =>
        service.Attribute("volumes") is { } list ? list.Items.Select(item => service.Resolve(item.Value)) : [];

    private static ServiceMount? Read(Service service, YamlNode item)
    {
        if (item.IsMapping)
        {
            return item.Get("target") is { IsScalar: true, IsNull: false } target
                ? new ServiceMount(service, item, GoPath.Clean(target.Value)) { IsAnonymous = item.Get("type") is { Value: "volume" } && item.Get("source") is null or { IsNull: true } }
                : null;
        }

        return item.IsScalar && VolumeSpec.Parse(item.Value).Value is { } mount && item.Value.Length > 0
            ? new ServiceMount(service, item, mount.Target) { IsAnonymous = mount.Source.Length == 0 }
            : null;
    }

    private static bool CanName(Service service, YamlNode item) =>
        service.IsOwn(item) && service.OwnEntry("volumes") is { Value.IsSequence: true } entry && !service.IsShared(entry.Span) && item.Anchor is null
        && !(item.IsMapping && item.TryGetEntry("source", out _)) && item.Style is not (ScalarStyle.Literal or ScalarStyle.Folded);
}
