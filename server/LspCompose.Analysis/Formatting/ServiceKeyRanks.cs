namespace LspCompose.Analysis.Formatting;

/// <summary>The order that most files have the keys of a service in.</summary>
internal static class ServiceKeyRanks
{
    private static readonly string[] Order =
    [
        // What it is.
        "<<", "extends", "image", "pull_policy", "build", "provider", "platform", "container_name", "hostname", "domainname", "profiles", "depends_on",

        // What it runs.
        "entrypoint", "command", "working_dir", "user", "group_add", "init", "tty", "stdin_open",

        // What it is given.
        "env_file", "environment", "volumes", "volumes_from", "tmpfs", "configs", "secrets", "models",

        // How it is reached.
        "ports", "expose", "networks", "network_mode", "net", "links", "external_links", "extra_hosts", "dns", "dns_opt", "dns_search", "mac_address",

        // What it may do and use.
        "privileged", "read_only", "cap_add", "cap_drop", "security_opt", "userns_mode", "pid", "ipc", "uts", "cgroup", "cgroup_parent",
        "devices", "device_cgroup_rules", "gpus", "runtime", "isolation", "sysctls", "ulimits", "shm_size", "mem_limit", "mem_reservation", "memswap_limit", "cpus", "deploy", "scale",

        // How it is kept running.
        "restart", "healthcheck", "stop_signal", "stop_grace_period", "post_start", "pre_stop", "develop",

        // What is noted about it.
        "logging", "labels", "label_file", "annotations",
    ];

    private static readonly Dictionary<string, int> Ranks = Order.Select((key, rank) => (key, rank)).ToDictionary(item => item.key, item => item.rank, StringComparer.Ordinal);

    /// <summary>The rank of a key; those nobody knows come after the others, and extensions last.</summary>
    public static int Of(string key) => Ranks.TryGetValue(key, out var rank) ? rank : key.StartsWith("x-", StringComparison.Ordinal) ? int.MaxValue : Order.Length;
}
