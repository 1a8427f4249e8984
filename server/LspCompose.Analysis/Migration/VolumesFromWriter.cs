using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Writes the mounts of other services into a service in place of items of its <c>volumes_from</c>.</summary>
internal static class VolumesFromWriter
{
    /// <summary>Replaces some uses of a service. The order after a source that runs something is kept in <c>depends_on</c>; nobody waits for one that does not.</summary>
    public static void Write(ComposeFile file, Layout layout, EditList edits, SharedVolumeNames names, Service consumer, IReadOnlyList<VolumesFromUse> uses)
    {
        if (consumer.OwnEntry("volumes_from") is not { } from)
        {
            return;
        }

        var converted = uses.Select(use => use.Item).ToHashSet();
        var isGone = from.Value.Items.All(item => converted.Contains(item.Value));
        var mounts = Mounts(file, layout, names, consumer, converted);
        var collections = new CollectionWriter(layout, edits);
        var flow = FlowText.Of(consumer.Body);
        List<string> attributes = [];
        List<string> lines = [];
        if (mounts.Count > 0)
        {
            if (consumer.OwnEntry("volumes") is { Value.IsSequence: true } volumes)
            {
                collections.AppendItems(volumes.Value, mounts);
            }
            else
            {
                attributes.Add(flow.Entry("volumes", $"[{string.Join(", ", mounts.Select(mount => CollectionWriter.InFlow(mount, flow)))}]"));
                lines.AddRange(["volumes:", .. mounts.Select(mount => ItemIndent(layout, consumer) + "- " + mount)]);
            }
        }

        var sources = uses.Select(use => use.Source).OfType<Service>().Distinct().ToList();
        var idle = sources.Where(DataContainer.HoldsOnlyVolumes).ToList();
        var order = sources
            .Where(source => !idle.Contains(source) && !consumer.Dependencies.Any(dependency => dependency.Target == source.Name && dependency.Kind != DependencyKind.VolumesFrom))
            .Select(source => source.Name).ToList();
        if (!ChangeOrder(layout, edits, consumer, order, idle) && order.Count > 0)
        {
            attributes.Add(flow.Entry("depends_on", flow.List(order)));
            lines.AddRange(["depends_on:", .. order.Select(name => ItemIndent(layout, consumer) + "- " + Layout.Scalar(name))]);
        }

        if (consumer.Body.IsFlow)
        {
            if (isGone && attributes.Count > 0)
            {
                edits.Replace(from.Span, string.Join(", ", attributes));
                return;
            }

            if (attributes.Count > 0)
            {
                collections.AppendFlow(consumer.Body, from.Span, attributes);
            }
        }
        else if (lines.Count > 0)
        {
            var column = new string(' ', layout.Column(from.Key.FullSpan.Start));
            layout.InsertLinesBelow(edits, from.Span, lines.Select(line => column + line));
        }

        if (isGone)
        {
            ServiceWriter.DeleteEntry(layout, edits, consumer, from);
        }
        else
        {
            collections.ChangeItems(from.Value, item => converted.Contains(item.Value), [], flow);
        }
    }

    /// <summary>Gives a volume without a name one.</summary>
    public static void NameVolume(Layout layout, EditList edits, YamlNode item, string name)
    {
        if (item.IsMapping)
        {
            var flow = FlowText.Of(item);
            new CollectionWriter(layout, edits).ChangeEntries(item, _ => false, ["source: " + name], [flow.Entry("source", flow.Scalar(name))]);
        }
        else
        {
            edits.Insert(Layout.Inner(item).Start, name + ":");
        }
    }

    // Own mounts win over those taken, and of those the last one.
    private static List<string> Mounts(ComposeFile file, Layout layout, SharedVolumeNames names, Service consumer, HashSet<YamlNode> converted)
    {
        var seen = ServiceMount.Targets(consumer).ToHashSet(StringComparer.Ordinal);
        var groups = new List<List<string>>();
        foreach (var use in VolumesFromUse.In(file).Where(use => use.Consumer == consumer).Reverse())
        {
            var own = use.Mounts.Where(mount => seen.Add(mount.Target));
            if (converted.Contains(use.Item))
            {
                groups.Add([.. own.Select(mount => Spell(layout, mount, mount.IsAnonymous ? names.For(mount) : null, mount.IsReadOnly || use.From.IsReadOnly ? "ro" : null))]);
            }
            else
            {
                _ = own.Count();
            }
        }

        groups.Reverse();
        return [.. groups.SelectMany(group => group)];
    }

    private static string Spell(Layout layout, ServiceMount mount, string? name, string? mode)
    {
        if (mount.Item.IsMapping)
        {
            var entries = mount.Item.Entries.Where(entry => mode is null || entry.Name != "read_only").Select(entry => layout.TextOf(entry.Key.Span) + ": " + SpellValue(layout, entry.Value));
            return FlowText.Mapping([.. entries, .. name is null ? Array.Empty<string>() : ["source: " + name], .. mode is null ? Array.Empty<string>() : ["read_only: true"]]);
        }

        var text = mount.Item.Value;
        var hasSource = Values.VolumeSpec.Parse(text).Value is { Source.Length: > 0 };
        if (mode is not null && Values.VolumeSpec.Parse(text).Value is { IsReadOnly: false } parsed)
        {
            text = parsed.OptionsSpan is { } options
                ? text[..options.Start] + string.Join(',', [.. parsed.Options.Select(option => option.Name).Where(option => option != "rw"), mode])
                : text + ":" + mode;
        }

        text = name is null || hasSource ? text : name + ":" + text;
        return mount.Item.Style switch
        {
            ScalarStyle.Plain => text,
            ScalarStyle.SingleQuoted => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
            _ => Layout.Quoted(text),
        };
    }

    private static string SpellValue(Layout layout, YamlNode node) =>
        node.IsMapping ? FlowText.Mapping(node.Entries.Select(entry => layout.TextOf(entry.Key.Span) + ": " + SpellValue(layout, entry.Value)))
        : node.IsSequence ? $"[{string.Join(", ", node.Items.Select(item => SpellValue(layout, item.Value)))}]"
        : node.Style is ScalarStyle.Literal or ScalarStyle.Folded || (node.Style == ScalarStyle.Plain && node.Value.IndexOfAny([',', '[', ']', '{', '}']) >= 0) ? Layout.Quoted(node.Value)
        : layout.TextOf(node.Span);

    // True when the order has its place in a depends_on that is there.
    private static bool ChangeOrder(Layout layout, EditList edits, Service consumer, IReadOnlyList<string> added, IReadOnlyList<Service> removed)
    {
        if (consumer.OwnEntry("depends_on") is not { Value: { IsSequence: true } or { IsMapping: true } } entry)
        {
            return false;
        }

        var gone = removed.Select(service => service.Name).ToHashSet(StringComparer.Ordinal);
        var names = entry.Value.IsMapping ? entry.Value.Entries.Select(other => other.Name).ToList() : [.. entry.Value.Items.Select(item => item.Value.Value)];
        if (added.Count == 0 && !names.Exists(gone.Contains))
        {
            return true;
        }

        var collections = new CollectionWriter(layout, edits);
        var flow = FlowText.Of(consumer.Body);
        if (added.Count == 0 && names.TrueForAll(gone.Contains))
        {
            ServiceWriter.DeleteEntry(layout, edits, consumer, entry);
        }
        else if (entry.Value.IsMapping)
        {
            var unit = new string(' ', ServiceWriter.IndentUnit(layout, consumer));
            collections.ChangeEntries(
                entry.Value,
                other => gone.Contains(other.Name),
                [.. added.SelectMany(name => (string[])[Layout.Scalar(name) + ":", unit + "condition: service_started"])],
                [.. added.Select(name => flow.Entry(name, FlowText.Mapping([flow.Entry("condition", flow.Scalar("service_started"))])))]);
        }
        else
        {
            collections.ChangeItems(entry.Value, item => gone.Contains(item.Value.Value), added, flow);
        }

        return true;
    }

    // As the service's other lists stand below their keys.
    private static string ItemIndent(Layout layout, Service service)
    {
        foreach (var entry in service.Body.Entries)
        {
            if (entry.Value is { IsSequence: true, IsFlow: false, Items.Count: > 0 } list)
            {
                return new string(' ', Math.Max(0, layout.Column(list.Items[0].DashOffset) - layout.Column(entry.Key.FullSpan.Start)));
            }
        }

        return new string(' ', ServiceWriter.IndentUnit(layout, service));
    }
}
