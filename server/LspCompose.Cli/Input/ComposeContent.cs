using System.Collections.Frozen;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Input;

/// <summary>
/// Tells Compose files from other YAML by what they say. Errs on the side of "no": a file missed can be named, a foreign file reported on is noise.
/// </summary>
internal static class ComposeContent
{
    private static readonly FrozenSet<string> TopLevelKeys =
        new[] { "version", "name", "services", "networks", "volumes", "configs", "secrets", "include", "models" }.ToFrozenSet(StringComparer.Ordinal);

    // Keys that Kubernetes manifests, CI workflows and pipelines have at the top and Compose files never do.
    private static readonly FrozenSet<string> ForeignKeys =
        new[] { "apiVersion", "kind", "jobs", "steps", "stages", "pipeline", "runs", "openapi" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ServiceOrigins = new[] { "image", "build", "extends" }.ToFrozenSet(StringComparer.Ordinal);

    // What a service may say in a version 1 file (Compose 1.x, config_schema_v1).
    private static readonly FrozenSet<string> LegacyServiceKeys = new[]
    {
        "build", "cap_add", "cap_drop", "cgroup_parent", "command", "container_name", "cpu_quota", "cpu_shares", "cpuset", "devices", "dns",
        "dns_search", "dockerfile", "domainname", "entrypoint", "env_file", "environment", "expose", "extends", "external_links", "extra_hosts",
        "hostname", "image", "ipc", "labels", "links", "log_driver", "log_opt", "mac_address", "mem_limit", "mem_swappiness", "memswap_limit", "net",
        "pid", "ports", "privileged", "read_only", "restart", "security_opt", "shm_size", "stdin_open", "stop_signal", "tty", "ulimits", "user",
        "volume_driver", "volumes", "volumes_from", "working_dir",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when the text is surely something else, whatever the file is called.</summary>
    public static bool IsForeign(SourceText text) =>
        Root(text) is { IsMapping: true } root && root.Entries.Any(entry => ForeignKeys.Contains(entry.Name));

    /// <summary>True when the text is a Compose file beyond doubt: nothing but Compose's keys at the top and services that look like ones.</summary>
    public static bool IsCompose(SourceText text)
    {
        // Most YAML in a folder can be told apart without parsing it.
        if (!ServiceOrigins.Any(key => text.Content.Contains(key, StringComparison.Ordinal)) || Root(text) is not { IsMapping: true } root)
        {
            return false;
        }

        return root.TryGetEntry("services", out var services)
            ? services.Value.IsMapping && root.Entries.All(entry => IsTopLevel(entry.Name)) && services.Value.Entries.Any(entry => IsService(entry.Value))
            : root.Entries.Count > 0 && root.Entries.All(entry => IsLegacyService(entry.Value));
    }

    private static bool IsTopLevel(string key) => TopLevelKeys.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal);

    private static bool IsService(YamlNode node) => node.Entries.Any(entry => ServiceOrigins.Contains(entry.Name));

    private static bool IsLegacyService(YamlNode node) => IsService(node) && node.Entries.All(entry => LegacyServiceKeys.Contains(entry.Name) || entry.Name == "<<");

    private static YamlNode? Root(SourceText text) => YamlSyntaxTree.Parse(text).Documents is [var first, ..] ? first.Root : null;
}
