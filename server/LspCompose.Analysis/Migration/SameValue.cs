using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Compares what nodes of two texts mean, whatever their layout.</summary>
internal static class SameValue
{
    private static readonly HashSet<string> Converted =
    [
        "links", "external_links", "depends_on", "networks", "net", "network_mode", "build", "dockerfile", "log_driver", "log_opt", "logging", "volumes_from", "volume_driver", "cgroupns_mode", "cgroup", "init",
    ];

    /// <summary>True when every attribute of a service that is not converted is in the other one with the same value.</summary>
    public static bool KeepsAttributes(YamlNode before, YamlNode after, IReadOnlySet<string> rewritten)
    {
        foreach (var entry in before.Entries)
        {
            if (!Converted.Contains(entry.Name) && !rewritten.Contains(entry.Name) && before.Get(entry.Name) is { } value && (after.Get(entry.Name) is not { } now || !(Of(value, now) || (entry.Name == "volumes" && SamePlaces(value, now)))))
            {
                return false;
            }
        }

        return true;
    }

    // A volume may get another name for its source, never another place.
    private static bool SamePlaces(YamlNode before, YamlNode after)
    {
        if (before.Anchor != after.Anchor || before.Items.Count != after.Items.Count)
        {
            return false;
        }

        for (var index = 0; index < before.Items.Count; index++)
        {
            var (a, b) = (before.Items[index].Value, after.Items[index].Value);
            var (old, now) = (VolumeSpec.Parse(a.Value).Value, VolumeSpec.Parse(b.Value).Value);
            if (!Of(a, b) && (a.Anchor != b.Anchor || old is null || now is null || old.Target != now.Target || !old.Options.Select(option => option.Name).SequenceEqual(now.Options.Select(option => option.Name))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when two nodes mean the same.</summary>
    public static bool Of(YamlNode a, YamlNode b)
    {
        if (ReferenceEquals(a.Identity, b.Identity))
        {
            return true;
        }

        if (a.Kind != b.Kind || a.Value != b.Value || a.Tag != b.Tag || a.Anchor != b.Anchor || a.Entries.Count != b.Entries.Count || a.Items.Count != b.Items.Count)
        {
            return false;
        }

        for (var index = 0; index < a.Entries.Count; index++)
        {
            if (a.Entries[index].Name != b.Entries[index].Name || !Of(a.Entries[index].Value, b.Entries[index].Value))
            {
                return false;
            }
        }

        for (var index = 0; index < a.Items.Count; index++)
        {
            if (!Of(a.Items[index].Value, b.Items[index].Value))
            {
                return false;
            }
        }

        return true;
    }
}
