using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Turns short syntaxes into the long form; what is in long form already stays. Values of the wrong kind are left to the schema.</summary>
internal sealed class Canonical(LoadContext context)
{
    /// <summary>What a name in a <c>depends_on</c> list means.</summary>
    public static ConfigNode StartedDependency(ConfigScalar name) => new ConfigMapping(name.Place,
    [
        Entry("condition", name.Place, "service_started"),
        Entry("required", name.Place, true),
    ]);

    /// <summary>The root in long form.</summary>
    public ConfigMapping Apply(ConfigMapping root)
    {
        var result = root;
        foreach (var kind in new[] { "networks", "volumes", "configs", "secrets" })
        {
            result = Change(result, kind, resources => EachValue(resources, resource => External(kind, resource)));
        }

        return Change(result, "services", services => EachValue(services, service => service.Value is ConfigMapping mapping ? Service(mapping) : service.Value));
    }

    private ConfigMapping Service(ConfigMapping service)
    {
        var entries = new List<ConfigEntry>(service.Entries.Count);
        foreach (var entry in service.Entries)
        {
            entries.Add(entry with { Value = Attribute(entry) });
        }

        return new ConfigMapping(service.Place, entries);
    }

    private ConfigNode Attribute(ConfigEntry entry) => entry.Key switch
    {
        "build" => Build(entry.Value),
        "configs" or "secrets" => EachItem(entry.Value, NamedMount),
        "depends_on" => entry.Value is ConfigMapping dependencies ? EachValue(dependencies, Dependency) : Names(entry.Value, StartedDependency),
        "devices" => EachItem(entry.Value, Device),
        "dns" or "dns_opt" or "dns_search" or "label_file" or "tmpfs" => TextList(entry.Value),
        "env_file" => EachItem(TextList(entry.Value), EnvFile),
        "gpus" => entry.Value is ConfigScalar { Text: "all" } all ? new ConfigSequence(all.Place, [new ConfigMapping(all.Place, [Entry("count", all.Place, -1L)])]) : entry.Value,
        "models" or "networks" => Names(entry.Value, name => new ConfigScalar(name.Place, null)),
        "ports" => Ports(entry.Value),
        "volumes" => EachItem(entry.Value, Volume),
        _ => entry.Value,
    };

    private ConfigNode Build(ConfigNode node)
    {
        var build = node is ConfigScalar { Text: not null } ? new ConfigMapping(node.Place, [new ConfigEntry("context", node.Place, node)]) : node as ConfigMapping;
        if (build is null)
        {
            return node;
        }

        build = Change(build, "secrets", secrets => EachItem(secrets, NamedMount));
        build = Change(build, "additional_contexts", contexts => Pairs(contexts, "An item of 'additional_contexts' is written NAME=PATH; '{0}' has no '='."));
        return Change(build, "ssh", Ssh);
    }

    private static ConfigNode NamedMount(ConfigNode item) =>
        item is ConfigScalar { Text: not null } ? new ConfigMapping(item.Place, [new ConfigEntry("source", item.Place, item)]) : item;

    private static ConfigNode Dependency(ConfigEntry entry) =>
        entry.Value is ConfigMapping mapping && mapping.Get("required") is null ? mapping.With(Entry("required", mapping.Place, true)) : entry.Value;

    private ConfigNode Device(ConfigNode item)
    {
        if (item is not ConfigScalar { Text: { } text } scalar)
        {
            return item;
        }

        var parts = text.Split(':');
        if (parts.Length > 3)
        {
            var third = parts[0].Length + parts[1].Length + parts[2].Length + 2;
            context.Invalid(scalar.PlaceOf(new TextSpan(third, text.Length)), $"Device '{text}' has more than the three parts SOURCE:TARGET:PERMISSIONS. Use the long form with 'source', 'target' and 'permissions'.");
            return new ConfigUnknown(item.Place);
        }

        return new ConfigMapping(item.Place,
        [
            Part("source", scalar, parts[0], 0),
            Part("target", scalar, parts.Length > 1 ? parts[1] : parts[0], parts.Length > 1 ? parts[0].Length + 1 : 0),
            Part("permissions", scalar, parts.Length > 2 ? parts[2] : "rwm", parts.Length > 2 ? parts[0].Length + parts[1].Length + 2 : 0),
        ]);
    }

    private static ConfigNode EnvFile(ConfigNode item) => item switch
    {
        ConfigScalar { Text: not null } => new ConfigMapping(item.Place, [new ConfigEntry("path", item.Place, item), Entry("required", item.Place, true)]),
        ConfigMapping mapping when mapping.Get("required") is null => mapping.With(Entry("required", mapping.Place, true)),
        _ => item,
    };

    private ConfigNode Ports(ConfigNode node)
    {
        if (node is not ConfigSequence ports)
        {
            return node;
        }

        var items = new List<ConfigNode>(ports.Items.Count);
        foreach (var item in ports.Items)
        {
            if (item is ConfigScalar { Value: string or long or ulong } scalar)
            {
                items.AddRange(Port(scalar));
            }
            else
            {
                items.Add(item is ConfigMapping mapping ? WithDefaults(mapping) : item);
            }
        }

        return new ConfigSequence(ports.Place, items);
    }

    private static ConfigMapping WithDefaults(ConfigMapping port)
    {
        port = port.Get("mode") is null ? port.With(Entry("mode", port.Place, "ingress")) : port;
        return port.Get("protocol") is null ? port.With(Entry("protocol", port.Place, "tcp")) : port;
    }

    private IEnumerable<ConfigNode> Port(ConfigScalar scalar)
    {
        var parsed = PortSpec.Parse(ScalarText.Of(scalar));
        if (parsed.Error is { } error)
        {
            context.Invalid(scalar.PlaceOf(error.Span), error.Message);
            return [new ConfigUnknown(scalar.Place)];
        }

        SourcePlace At(TextSpan? span) => span is { } part ? scalar.PlaceOf(part) : scalar.Place;
        var port = parsed.Value;
        return (port?.Mappings() ?? []).Select(mapping =>
        {
            var entries = new List<ConfigEntry> { Entry("mode", scalar.Place, "ingress") };
            if (mapping.HostIp.Length > 0)
            {
                entries.Add(Entry("host_ip", At(port?.HostIpSpan), mapping.HostIp));
            }

            entries.Add(Entry("target", At(port?.TargetSpan), (long)mapping.Target));
            if (mapping.Published.Length > 0)
            {
                entries.Add(Entry("published", At(port?.PublishedSpan), mapping.Published));
            }

            entries.Add(Entry("protocol", At(port?.ProtocolSpan), mapping.Protocol));
            return new ConfigMapping(scalar.Place, entries);
        });
    }

    private ConfigNode Volume(ConfigNode item)
    {
        if (item is not ConfigScalar { Text: { } text } scalar)
        {
            return item;
        }

        var parsed = VolumeSpec.Parse(text);
        if (!parsed.IsValid)
        {
            context.Invalid(scalar.PlaceOf(parsed.Error.Span), parsed.Error.Message);
            return new ConfigUnknown(item.Place);
        }

        var mount = parsed.Value;
        var entries = new List<ConfigEntry> { Entry("type", item.Place, mount.Kind == VolumeKind.Bind ? "bind" : "volume") };
        if (mount.Source.Length > 0)
        {
            entries.Add(Entry("source", mount.SourceSpan is { } source ? scalar.PlaceOf(source) : item.Place, mount.Source));
        }

        entries.Add(Entry("target", scalar.PlaceOf(mount.TargetSpan), mount.Target));
        var options = mount.OptionsSpan is { } span ? scalar.PlaceOf(span) : item.Place;
        if (mount.IsReadOnly)
        {
            entries.Add(Entry("read_only", options, true));
        }

        if (mount.Kind == VolumeKind.Bind || mount.Propagation.Length + mount.SELinux.Length > 0)
        {
            entries.Add(new ConfigEntry("bind", options, new ConfigMapping(options,
            [
                .. mount.Propagation.Length > 0 ? [Entry("propagation", options, mount.Propagation)] : Array.Empty<ConfigEntry>(),
                .. mount.SELinux.Length > 0 ? [Entry("selinux", options, mount.SELinux)] : Array.Empty<ConfigEntry>(),
            ])));
        }

        if (mount.NoCopy || (mount.Kind == VolumeKind.Volume && text.Length > 2))
        {
            entries.Add(new ConfigEntry("volume", options, new ConfigMapping(options, mount.NoCopy ? [Entry("nocopy", options, true)] : [])));
        }

        return new ConfigMapping(item.Place, entries);
    }

    private ConfigNode Ssh(ConfigNode node)
    {
        if (node is not ConfigSequence list)
        {
            return node;
        }

        var entries = new List<ConfigEntry>();
        foreach (var item in list.Items)
        {
            if (item is not ConfigScalar { Text: { } text } scalar)
            {
                continue;
            }

            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at < 0 && text != "default")
            {
                context.Invalid(scalar.PlaceOf(new TextSpan(0, text.Length)), $"'{text}' is not an SSH key. Write 'default', or ID=PATH.");
                continue;
            }

            entries.Add(new ConfigEntry(at < 0 ? text : text[..at], scalar.Place, at < 0 ? new ConfigScalar(scalar.Place, null) : Part("", scalar, text[(at + 1)..], at + 1).Value));
        }

        return new ConfigMapping(list.Place, entries.DistinctBy(entry => entry.Key, StringComparer.Ordinal));
    }

    private ConfigNode Pairs(ConfigNode node, string messageWithoutEquals)
    {
        if (node is not ConfigSequence list)
        {
            return node;
        }

        var entries = new List<ConfigEntry>();
        foreach (var item in list.Items)
        {
            if (item is not ConfigScalar { Text: { } text } scalar)
            {
                continue;
            }

            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at < 0)
            {
                context.Invalid(scalar.PlaceOf(new TextSpan(0, text.Length)), string.Format(System.Globalization.CultureInfo.InvariantCulture, messageWithoutEquals, text));
                continue;
            }

            entries.Add(new ConfigEntry(text[..at], scalar.PlaceOf(new TextSpan(0, at)), Part("", scalar, text[(at + 1)..], at + 1).Value));
        }

        return new ConfigMapping(list.Place, entries.DistinctBy(entry => entry.Key, StringComparer.Ordinal));
    }

    // external: {name: N} is the old way to say external: true with name: N.
    private ConfigNode External(string kind, ConfigEntry resource)
    {
        if (resource.Value is not ConfigMapping mapping || !mapping.TryGet("external", out var external) || external.Value is not ConfigMapping old)
        {
            return resource.Value;
        }

        var result = mapping.With(external with { Value = new ConfigScalar(old.Place, true) });
        if (!old.TryGet("name", out var oldName) || oldName.Value is not ConfigScalar oldText)
        {
            return result;
        }

        if (mapping.Get("name") is ConfigScalar name)
        {
            if (name.Text != oldText.Text)
            {
                context.Problems.Add("conflicting-attributes", oldText.Place, $"'{kind}.{resource.Key}' has two names, '{name.Display}' and '{oldText.Display}'. Keep 'name' and write 'external: true'.");
            }

            return result;
        }

        return result.With(oldName);
    }

    private static ConfigNode TextList(ConfigNode node) => node is ConfigScalar { Text: not null } ? new ConfigSequence(node.Place, [node]) : node;

    private static ConfigNode Names(ConfigNode node, Func<ConfigScalar, ConfigNode> valueOf) => node is ConfigSequence list
        ? new ConfigMapping(list.Place, list.Items.OfType<ConfigScalar>().Where(item => item.Text is not null).DistinctBy(item => item.Text, StringComparer.Ordinal)
            .Select(item => new ConfigEntry(item.Text ?? "", item.Place, valueOf(item))))
        : node;

    private static ConfigNode EachItem(ConfigNode node, Func<ConfigNode, ConfigNode> change) =>
        node is ConfigSequence list ? new ConfigSequence(list.Place, list.Items.Select(change)) : node;

    private static ConfigNode EachValue(ConfigNode node, Func<ConfigEntry, ConfigNode> change) =>
        node is ConfigMapping mapping ? new ConfigMapping(mapping.Place, mapping.Entries.Select(entry => entry with { Value = change(entry) })) : node;

    private static ConfigMapping Change(ConfigMapping mapping, string key, Func<ConfigNode, ConfigNode> change) =>
        mapping.TryGet(key, out var entry) && change(entry.Value) is var value && !ReferenceEquals(value, entry.Value) ? mapping.With(entry with { Value = value }) : mapping;

    private static ConfigEntry Entry(string key, SourcePlace place, object value) => new(key, place, new ConfigScalar(place, value));

    private static ConfigEntry Part(string key, ConfigScalar whole, string text, int start)
    {
        var place = whole.PlaceOf(new TextSpan(start, start + text.Length));
        return new(key, place, new ConfigScalar(place, text) { Origin = whole.Origin is { } origin ? new PartOrigin(origin, start) : null });
    }
}
