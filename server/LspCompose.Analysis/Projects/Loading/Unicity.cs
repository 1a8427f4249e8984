using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Lets the later of two list items with the same key take the place of the earlier one, as Compose does after every merge.</summary>
internal sealed class Unicity(LoadContext context)
{
    private static readonly PathTable<UniqueKey> Keys = new(
    [
        ("networks.*.labels", UniqueKey.Name),
        ("services.*.annotations", UniqueKey.Name),
        ("services.*.build.additional_contexts", UniqueKey.Name),
        ("services.*.build.args", UniqueKey.Name),
        ("services.*.build.labels", UniqueKey.Name),
        ("services.*.build.tags", UniqueKey.Name),
        ("services.*.cap_add", UniqueKey.Name),
        ("services.*.cap_drop", UniqueKey.Name),
        ("services.*.configs", UniqueKey.ConfigTarget),
        ("services.*.deploy.labels", UniqueKey.Name),
        ("services.*.devices", UniqueKey.DeviceTarget),
        ("services.*.dns", UniqueKey.Name),
        ("services.*.dns_opt", UniqueKey.Name),
        ("services.*.dns_search", UniqueKey.Name),
        ("services.*.env_file", UniqueKey.Path),
        ("services.*.environment", UniqueKey.Name),
        ("services.*.expose", UniqueKey.Port),
        ("services.*.labels", UniqueKey.Name),
        ("services.*.links", UniqueKey.Name),
        ("services.*.networks.*.aliases", UniqueKey.Name),
        ("services.*.networks.*.link_local_ips", UniqueKey.Name),
        ("services.*.ports", UniqueKey.Publication),
        ("services.*.profiles", UniqueKey.Name),
        ("services.*.secrets", UniqueKey.SecretTarget),
        ("services.*.sysctls", UniqueKey.Name),
        ("services.*.tmpfs", UniqueKey.Name),
        ("services.*.volumes", UniqueKey.VolumeTarget),
    ]);

    /// <summary>The root with repeated items dropped; items that have no key of the right kind are reported and kept.</summary>
    public ConfigMapping Apply(ConfigMapping root) => Apply(root, Keys) as ConfigMapping ?? root;

    private ConfigNode Apply(ConfigNode node, PathTable<UniqueKey>? keys)
    {
        if (keys is null)
        {
            return node;
        }

        switch (node)
        {
            case ConfigMapping mapping:
                List<ConfigEntry>? changed = null;
                for (var index = 0; index < mapping.Entries.Count; index++)
                {
                    var entry = mapping.Entries[index];
                    var value = Apply(entry.Value, keys.Below(entry.Key));
                    if (!ReferenceEquals(value, entry.Value))
                    {
                        changed ??= [.. mapping.Entries];
                        changed[index] = entry with { Value = value };
                    }
                }

                return changed is null ? node : new ConfigMapping(mapping.Place, changed);

            case ConfigSequence sequence when keys.Fact is { } key:
                return Distinct(sequence, key);

            default:
                return node;
        }
    }

    private ConfigSequence Distinct(ConfigSequence sequence, UniqueKey key)
    {
        var items = new List<ConfigNode>(sequence.Items.Count);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in sequence.Items)
        {
            var text = KeyOf(item, key);
            if (text is null)
            {
                items.Add(item);
            }
            else if (!positions.TryAdd(text, items.Count))
            {
                items[positions[text]] = item;
            }
            else
            {
                items.Add(item);
            }
        }

        return items.Count == sequence.Items.Count ? sequence : new ConfigSequence(sequence.Place, items);
    }

    private string? KeyOf(ConfigNode item, UniqueKey key) => (key, item) switch
    {
        (_, ConfigUnknown) => null,
        (UniqueKey.Name, ConfigScalar { Text: { } text }) => text.Split('=', 2)[0],
        (UniqueKey.Name, _) => Refuse(item, $"An item here must be text, not {item.KindName}. Put it in quotes."),
        (UniqueKey.VolumeTarget, ConfigScalar { Text: { } text } scalar) => ValueOf(VolumeSpec.Parse(text), scalar)?.Target,
        (UniqueKey.VolumeTarget, ConfigMapping mapping) => Member(mapping, "target", "A mount needs 'target', the path in the container."),
        (UniqueKey.DeviceTarget, ConfigScalar { Text: { } text }) => text.Split(':') is { Length: > 1 } parts ? parts[1] : text,
        (UniqueKey.DeviceTarget, ConfigMapping mapping) => Member(mapping, "target", "A device needs 'target', the path in the container."),
        (UniqueKey.Path, ConfigScalar { Text: { } text }) => text,
        (UniqueKey.Path, ConfigMapping mapping) => Member(mapping, "path", "An item of 'env_file' needs 'path', the file to read."),
        (UniqueKey.Port, ConfigScalar { Value: string or long or ulong } scalar) => ScalarText.Of(scalar),
        (UniqueKey.Port, _) => Refuse(item, $"A port here is a whole number or text such as \"8000-8010/udp\", not {item.KindName}."),
        (UniqueKey.SecretTarget, ConfigMapping or ConfigScalar { Text: not null }) => MountTarget(item, "/run/secrets"),
        (UniqueKey.ConfigTarget, ConfigMapping or ConfigScalar { Text: not null }) => MountTarget(item, ""),
        (UniqueKey.SecretTarget or UniqueKey.ConfigTarget, _) => Refuse(item, $"An item here is a name or a mapping with 'source', not {item.KindName}."),
        (UniqueKey.Publication, ConfigMapping mapping) => PublicationKey(mapping),
        (UniqueKey.Publication, ConfigScalar { Value: string or long or ulong } scalar) => ScalarText.Of(scalar),
        _ => null,
    };

    private string? Refuse(ConfigNode item, string message)
    {
        context.Invalid(item.Place, message);
        return null;
    }

    private string? Member(ConfigMapping mapping, string name, string messageWithout)
    {
        if (mapping.Get(name) is { } value and not ConfigScalar { IsNull: true })
        {
            return (value as ConfigScalar)?.Text;
        }

        context.Problems.Add(new Problem("invalid-value", mapping.Place, messageWithout) { IsAboutMissing = true });
        return null;
    }

    private static string MountTarget(ConfigNode item, string folder) => item switch
    {
        ConfigMapping mapping when mapping.Get("target") is ConfigScalar { Text: { } target } => target,
        ConfigMapping mapping => $"{folder}/{(mapping.Get("source") as ConfigScalar)?.Text}",
        ConfigScalar scalar => $"{folder}/{scalar.Text}",
        _ => folder,
    };

    private string? PublicationKey(ConfigMapping mapping)
    {
        if (mapping.Get("target") is not ConfigScalar { IsNull: false } target || target.Value is 0L)
        {
            if (mapping.Get("target") is null or ConfigScalar)
            {
                context.Problems.Add(new Problem("invalid-value", mapping.Place, "A port needs 'target', the port in the container, from 1 to 65535.") { IsAboutMissing = true });
            }

            return null;
        }

        string Part(string name, string otherwise) => mapping.Get(name) is ConfigScalar { IsNull: false } scalar ? ScalarText.Of(scalar) : otherwise;
        return $"{Part("host_ip", "0.0.0.0")}:{Part("published", "")}:{ScalarText.Of(target)}/{Part("protocol", "tcp")}";
    }

    private T? ValueOf<T>(Parsed<T> parsed, ConfigScalar scalar)
        where T : class
    {
        if (parsed.Error is { } error)
        {
            context.Invalid(scalar.PlaceOf(error.Span), error.Message);
        }

        return parsed.Value;
    }
}
