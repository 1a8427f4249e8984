using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Schema;

/// <summary>Says about a key that is not known where it stands what was probably meant: another spelling, another place, or what replaced it.</summary>
internal sealed class KeyAdvice(ComposeSchema schema)
{
    // Too common to tell where a key was meant to stand.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "name", "driver", "driver_opts", "options", "labels", "external", "mode", "target", "type", "source", "config", "file", "path", "user", "command", "environment", "image",
    };

    private static readonly HashSet<string> TellingOfService = new(StringComparer.Ordinal)
    {
        "image", "build", "command", "ports", "environment", "volumes", "depends_on", "links", "restart", "container_name", "env_file",
    };

    /// <summary>The problem of a key a mapping must not have.</summary>
    public Problem UnknownKey(in ConfigEntry entry, ConfigMapping mapping, SchemaNode node, in Spot spot)
    {
        // What another file of the project gives may be given here as well.
        var path = entry.KeyPlace.Path;
        mapping = new ConfigMapping(mapping.Place, mapping.Entries.Where(other => other.KeyPlace.Path == path));
        var noun = SchemaWords.NounOf(node, spot);
        if (node.Properties.Count == 0)
        {
            return new Problem(SchemaWords.UnknownKey, entry.KeyPlace, BadName(entry.Key, node, spot));
        }

        var start = $"'{entry.Key}' is not a key of {noun}";
        if (node.NewerKeys.TryGetValue(entry.Key, out var since))
        {
            return new Problem(SchemaWords.UnknownKey, entry.KeyPlace, $"'{entry.Key}' is not known to Docker Compose 2.26; it needs {(since.Length > 0 ? since + " or newer" : "a newer one")}.");
        }

        if (entry.Key.Length == 0)
        {
            return new Problem(SchemaWords.UnknownKey, entry.KeyPlace, $"A key of {noun} is empty. Give it a name, or remove it.");
        }

        if (Respelled(entry.Key, mapping, node) is { } respelled)
        {
            return Rename(entry, mapping, $"{start}. Did you mean '{respelled}'?", respelled);
        }

        if (node.Definition == "service" && Replaced(entry) is { } replaced)
        {
            var problem = new Problem(SchemaWords.UnknownKey, entry.KeyPlace, $"{start} any more. {replaced.Advice}");
            return replaced.Name is null ? problem : WithRename(problem, entry, mapping, replaced.Name);
        }

        if (node.Definition == "service" && entry.Key == "name")
        {
            return Rename(entry, mapping, $"{start}. 'container_name' names its container.", "container_name");
        }

        if (spot.Kind == SpotKind.Root && entry.Value is ConfigMapping body && LooksLikeService(body))
        {
            return new Problem(SchemaWords.UnknownKey, entry.KeyPlace, $"{start}. It looks like a service: put it below 'services'.");
        }

        if (Home(entry.Key, node) is { } home)
        {
            return new Problem(SchemaWords.UnknownKey, entry.KeyPlace, $"{start}; it belongs to {home}.");
        }

        return Nearest(entry.Key, mapping, node) is { } nearest
            ? Rename(entry, mapping, $"{start}. Did you mean '{nearest}'?", nearest)
            : new Problem(SchemaWords.UnknownKey, entry.KeyPlace, $"{start}. Remove it{(AllowsExtensions(node) ? ", or call it 'x-" + entry.Key + "' if it is your own" : "")}.");
    }

    private static Problem Rename(in ConfigEntry entry, ConfigMapping mapping, string message, string name) =>
        WithRename(new Problem(SchemaWords.UnknownKey, entry.KeyPlace, message), entry, mapping, name);

    private static Problem WithRename(Problem problem, in ConfigEntry entry, ConfigMapping mapping, string name)
    {
        var (place, key) = (entry.KeyPlace, entry.Key);
        return mapping.Get(name) is null ? problem with { Fixes = () => SchemaWords.RenameFix(place, key, name) is { } fix ? [fix] : [] } : problem;
    }

    private static string BadName(string key, SchemaNode node, in Spot spot)
    {
        if (key.Length == 0)
        {
            return $"A key of '{spot.Key}' is empty. Give it a name, or remove it.";
        }

        var kind = node.Defines is { } defines ? $"a {defines}" : $"a key of '{spot.Key}'";
        return node.Patterns.Any(pattern => pattern.Keys.IsName)
            ? $"'{key}' cannot be the name of {kind}. Use letters without accents, digits, '.', '_' and '-' only."
            : $"'{key}' cannot be a key of '{spot.Key}'.";
    }

    // What differs by no more than case, a plural, '-' for '_' or a prefix is meant, whatever other places know the key.
    private static string? Respelled(string key, ConfigMapping mapping, SchemaNode node)
    {
        if (AllowsExtensions(node) && key.Length > 2 && key[0] is 'x' or 'X' && key.Length > 2 && key[1] is '-' or '_')
        {
            return "x-" + key[2..];
        }

        foreach (var candidate in node.Properties.Keys)
        {
            if (mapping.Get(candidate) is null && (Plain(candidate) == Plain(key) || candidate == key + "s" || key == candidate + "s"))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string Plain(string key) => key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string? Nearest(string key, ConfigMapping mapping, SchemaNode node) => Spelling.Nearest(key, node.Properties.Keys.Where(candidate => mapping.Get(candidate) is null));

    private static bool AllowsExtensions(SchemaNode node) => node.Patterns.Any(pattern => pattern.Keys.IsExtension);

    private static bool LooksLikeService(ConfigMapping body)
    {
        foreach (var entry in body.Entries)
        {
            if (TellingOfService.Contains(entry.Key))
            {
                return true;
            }
        }

        return false;
    }

    // Service attributes of old formats (compose.md of the v1 and v2 reference) and what does their work today.
    private static (string Advice, string? Name)? Replaced(in ConfigEntry entry) => entry.Key switch
    {
        "net" when (entry.Value as ConfigScalar)?.Text is { } text && text.StartsWith("container:", StringComparison.Ordinal) =>
            ("Write 'network_mode: service:NAME' for a service, or 'network_mode: container:NAME' for another container.", null),
        "net" => ("It is called 'network_mode' today.", "network_mode"),
        "dockerfile" => ("Write it beside 'context' in 'build'.", null),
        "log_driver" => ("Write it as 'driver' of 'logging'.", null),
        "log_opt" => ("Write it as 'options' of 'logging'.", null),
        "volume_driver" => ("Declare the volume below the top-level 'volumes', with its 'driver'.", null),
        "cgroupns_mode" => ("It is called 'cgroup' today.", "cgroup"),
        _ => null,
    };

    private string? Home(string key, SchemaNode here)
    {
        foreach (var (node, name) in Homes())
        {
            if (node is not null && node != here && node.TryGetProperty(key, out _) && (node == schema.Root || node.Definition == "service" || !Common.Contains(key)))
            {
                return name;
            }
        }

        return null;
    }

    private IEnumerable<(SchemaNode? Node, string Name)> Homes()
    {
        var service = schema.Definitions.GetValueOrDefault("service");
        var resources = service?.ForKey("deploy")?.ForKey("resources");
        yield return (service, "a service, below 'services'");
        yield return (service?.ForKey("build")?.Branch(SchemaTypes.Object), "'build'");
        yield return (service?.ForKey("healthcheck"), "'healthcheck'");
        yield return (service?.ForKey("deploy"), "'deploy'");
        yield return (resources, "'resources' of 'deploy'");
        yield return (resources?.ForKey("limits"), "'limits' of 'resources' of 'deploy'");
        yield return (service?.ForKey("deploy")?.ForKey("restart_policy"), "'restart_policy' of 'deploy'");
        yield return (schema.Definitions.GetValueOrDefault("network_attachment"), "a network of a service");
        yield return (schema.Definitions.GetValueOrDefault("network"), "a network below the top-level 'networks'");
        yield return (service?.ForKey("develop"), "'develop'");
        yield return (schema.Root, "the top level of the file");
    }
}
