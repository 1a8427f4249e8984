namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Merges a later file's values over an earlier one's, as the Compose specification's page "Merge" says.</summary>
internal sealed class Merger(LoadContext context)
{
    private static readonly PathTable<MergeRule> Rules = new(
    [
        ("networks.*.ipam.config", MergeRule.Subnets),
        ("networks.*.labels", MergeRule.List),
        ("volumes.*.labels", MergeRule.List),
        ("services.*.annotations", MergeRule.List),
        ("services.*.build", MergeRule.Build),
        ("services.*.build.additional_contexts", MergeRule.List),
        ("services.*.build.args", MergeRule.List),
        ("services.*.build.extra_hosts", MergeRule.DistinctList),
        ("services.*.build.labels", MergeRule.List),
        ("services.*.command", MergeRule.Replace),
        ("services.*.depends_on", MergeRule.Dependencies),
        ("services.*.deploy.labels", MergeRule.List),
        ("services.*.dns", MergeRule.List),
        ("services.*.dns_opt", MergeRule.List),
        ("services.*.dns_search", MergeRule.List),
        ("services.*.entrypoint", MergeRule.Replace),
        ("services.*.env_file", MergeRule.List),
        ("services.*.environment", MergeRule.List),
        ("services.*.extra_hosts", MergeRule.DistinctList),
        ("services.*.healthcheck.test", MergeRule.Replace),
        ("services.*.label_file", MergeRule.List),
        ("services.*.labels", MergeRule.List),
        ("services.*.logging", MergeRule.Logging),
        ("services.*.models", MergeRule.Names),
        ("services.*.networks", MergeRule.Names),
        ("services.*.sysctls", MergeRule.List),
        ("services.*.tmpfs", MergeRule.List),
        ("services.*.ulimits.*", MergeRule.Replace),
        ("services.*.volumes.[].volume.labels", MergeRule.List),
    ]);

    /// <summary>A project's root merged over another.</summary>
    public ConfigMapping Merge(ConfigMapping earlier, ConfigMapping later) => MergeMappings(earlier, later, Rules, []);

    /// <summary>A service merged over the one it extends.</summary>
    public ConfigMapping MergeService(ConfigMapping earlier, ConfigMapping later) =>
        MergeMappings(earlier, later, Rules.Below("services")?.Below("*"), ["services", ""]);

    private ConfigNode Merge(ConfigNode earlier, ConfigNode later, PathTable<MergeRule>? rules, List<string> path)
    {
        if (earlier is ConfigUnknown || later is ConfigUnknown)
        {
            return later is ConfigUnknown ? earlier : later;
        }

        switch (rules?.Fact)
        {
            case MergeRule.Replace:
                return later;
            case MergeRule.List:
                return Append(earlier, AsList(earlier), AsList(later));
            case MergeRule.DistinctList:
                var known = AsList(earlier);
                return Append(earlier, known, [.. AsList(later).Where(item => !known.Any(other => IsSameText(other, item)))]);
            case MergeRule.Names:
                return MergeMappings(AsNames(earlier), AsNames(later), rules, path);
            case MergeRule.Dependencies:
                return MergeMappings(AsDependencies(earlier), AsDependencies(later), rules, path);
            case MergeRule.Build:
                return MergeMappings(AsBuild(earlier), AsBuild(later), rules, path);
            case MergeRule.Logging when earlier is ConfigMapping first && later is ConfigMapping second:
                return MergeLogging(first, second, rules, path);
            case MergeRule.Subnets when earlier is ConfigSequence first && later is ConfigSequence second:
                return MergeSubnets(first, second, path);
        }

        if (later is ConfigScalar { IsNull: true } && rules?.Fact is null)
        {
            return earlier;
        }

        switch (earlier, later)
        {
            case (ConfigMapping first, ConfigMapping second):
                return !context.IsLatest && path.Count > 0 && path[^1].StartsWith("x-", StringComparison.Ordinal) ? second : MergeMappings(first, second, rules, path);
            case (ConfigSequence first, ConfigSequence second):
                return Append(first, first.Items, second.Items);
            case (ConfigMapping or ConfigSequence, _):
                context.Invalid(later.Place, $"'{path[^1]}' is {later.KindName} here and {earlier.KindName} in what this is merged with, so the two cannot be merged. Write {earlier.KindName} here as well.");
                return earlier;
            default:
                return later;
        }
    }

    private ConfigMapping MergeMappings(ConfigMapping earlier, ConfigMapping later, PathTable<MergeRule>? rules, List<string> path)
    {
        if (earlier.Entries.Count == 0)
        {
            return later;
        }

        var entries = new List<ConfigEntry>(earlier.Entries.Count + later.Entries.Count);
        foreach (var entry in earlier.Entries)
        {
            if (!later.TryGet(entry.Key, out var change))
            {
                entries.Add(entry);
                continue;
            }

            path.Add(entry.Key);
            var value = Merge(entry.Value, change.Value, rules?.Below(entry.Key), path);
            path.RemoveAt(path.Count - 1);
            entries.Add(new ConfigEntry(entry.Key, ReferenceEquals(value, change.Value) ? change.KeyPlace : entry.KeyPlace, value));
        }

        entries.AddRange(later.Entries.Where(entry => !earlier.TryGet(entry.Key, out _)));
        return new ConfigMapping(earlier.Place, entries);
    }

    private ConfigMapping MergeLogging(ConfigMapping earlier, ConfigMapping later, PathTable<MergeRule>? rules, List<string> path)
    {
        var first = earlier.Get("driver") as ConfigScalar;
        var second = later.Get("driver") as ConfigScalar;
        return first is null || second is null || first.Text == second.Text ? MergeMappings(earlier, later, rules, path) : later;
    }

    private ConfigSequence MergeSubnets(ConfigSequence earlier, ConfigSequence later, List<string> path)
    {
        var items = new List<ConfigNode>(earlier.Items);
        foreach (var item in later.Items)
        {
            var index = item is ConfigMapping change && change.Get("subnet") is ConfigScalar { Text: { } subnet }
                ? items.FindIndex(other => other is ConfigMapping mapping && mapping.Get("subnet") is ConfigScalar scalar && scalar.Text == subnet)
                : -1;
            if (index < 0)
            {
                items.Add(item);
            }
            else if (items[index] is ConfigMapping first && item is ConfigMapping second)
            {
                items[index] = MergeMappings(first, second, null, path);
            }
        }

        return new ConfigSequence(earlier.Place, items);
    }

    private static ConfigSequence Append(ConfigNode earlier, IReadOnlyList<ConfigNode> first, IReadOnlyList<ConfigNode> second) => new(earlier.Place, [.. first, .. second]);

    private static bool IsSameText(ConfigNode first, ConfigNode second) => first is ConfigScalar { Text: { } text } && second is ConfigScalar other && other.Text == text;

    private static IReadOnlyList<ConfigNode> AsList(ConfigNode node) => node switch
    {
        ConfigSequence sequence => sequence.Items,
        ConfigMapping mapping => [.. mapping.Entries.SelectMany(KeyValues).OrderBy(item => item.Text, StringComparer.Ordinal)],
        ConfigScalar { Text: not null } => [node],
        _ => [],
    };

    private static IEnumerable<ConfigScalar> KeyValues(ConfigEntry entry) => entry.Value switch
    {
        ConfigSequence sequence => sequence.Items.OfType<ConfigScalar>().Select(item => new ConfigScalar(item.Place, $"{entry.Key}={ScalarText.Of(item)}")),
        ConfigScalar { IsNull: true } => [new ConfigScalar(entry.KeyPlace, entry.Key)],
        ConfigScalar scalar => [new ConfigScalar(scalar.Place, $"{entry.Key}={ScalarText.Of(scalar)}")],
        // Refused by the schema in every file on its own; here it only keeps its place.
        _ => [new ConfigScalar(entry.Value.Place, $"{entry.Key}=")],
    };

    private static ConfigMapping AsNames(ConfigNode node) => AsMapping(node, name => new ConfigScalar(name.Place, null));

    private static ConfigMapping AsDependencies(ConfigNode node) => AsMapping(node, Canonical.StartedDependency);

    private static ConfigMapping AsMapping(ConfigNode node, Func<ConfigScalar, ConfigNode> valueOf) => node switch
    {
        ConfigMapping mapping => mapping,
        ConfigSequence sequence => new(sequence.Place, sequence.Items.OfType<ConfigScalar>().Where(item => item.Text is not null)
            .DistinctBy(item => item.Text, StringComparer.Ordinal).Select(item => new ConfigEntry(item.Text ?? "", item.Place, valueOf(item)))),
        _ => new(node.Place, []),
    };

    private static ConfigMapping AsBuild(ConfigNode node) => node switch
    {
        ConfigMapping mapping => mapping,
        ConfigScalar { Text: not null } => new(node.Place, [new ConfigEntry("context", node.Place, node)]),
        _ => new(node.Place, []),
    };
}
