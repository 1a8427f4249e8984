using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>An item of a service's <c>volumes_from</c>, what it takes, and why it cannot be written as mounts (null when it can).</summary>
internal sealed record VolumesFromUse(Service Consumer, YamlNode Item, VolumesFromItem From)
{
    /// <summary>The service it takes mounts from, null when the file defines none of that name.</summary>
    public Service? Source { get; private init; }

    /// <summary>The mounts it takes, those of the source's own sources included.</summary>
    public IReadOnlyList<ServiceMount> Mounts { get; private init; } = [];

    /// <summary>Why it stays, as the end of a sentence.</summary>
    public string? Obstacle { get; private init; }

    /// <summary>All uses in a file, items shared through an anchor once for each consumer.</summary>
    public static IReadOnlyList<VolumesFromUse> In(ComposeFile file)
    {
        var uses = new List<VolumesFromUse>();
        foreach (var service in file.Model.Services)
        {
            foreach (var item in service.Attribute("volumes_from") is { } list ? list.Items.Select(item => service.Resolve(item.Value)).Where(item => item is { IsScalar: true, IsNull: false }) : [])
            {
                uses.Add(Read(file, service, item));
            }
        }

        return uses;
    }

    private static VolumesFromUse Read(ComposeFile file, Service consumer, YamlNode item)
    {
        var use = new VolumesFromUse(consumer, item, VolumesFromItem.Parse(item.Value));
        var source = use.From.IsContainer ? null : file.Model.Find(use.From.Source);
        var (mounts, obstacle) = source is null ? ([], null) : ServiceMount.Of(file.Model, source);
        return use with
        {
            Source = source,
            Mounts = mounts,
            Obstacle = use.From.IsInterpolated ? "a variable decides what it names"
                : use.From.IsContainer ? $"the container '{use.From.Source}' is not of this file; declare its volumes as external and mount them"
                : source is null ? $"the file defines no service '{use.From.Source}'"
                : source == consumer ? "it names itself"
                : file.Tree.Errors.Count > 0 ? "the file has syntax errors; mend them first"
                : file.Model.Roots.Count != 1 || !TopLevelWriter.CanDeclare(file, "volumes") ? "no volume can be declared at the top level of the file"
                : ConsumerObstacle(consumer, item) ?? obstacle,
        };
    }

    private static string? ConsumerObstacle(Service consumer, YamlNode item) =>
        consumer.OwnEntry("volumes_from") is not { Value: { IsSequence: true, Anchor: null, Tag: null } list } || !list.Items.Any(own => own.Value == item) || !ServiceWriter.CanAdd(consumer)
            ? "it stands in a part that is shared through an anchor"
        : IsForeign(consumer, "volumes") || IsForeign(consumer, "depends_on") ? $"'volumes' or 'depends_on' of '{consumer.Name}' is shared through an anchor"
        : null;

    private static bool IsForeign(Service service, string key) =>
        service.Attribute(key) is not null && service.OwnEntry(key) is not { Value: { Anchor: null, Tag: null } and ({ IsSequence: true } or { IsMapping: true }) };
}
