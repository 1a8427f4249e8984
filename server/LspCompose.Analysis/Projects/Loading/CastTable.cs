namespace LspCompose.Analysis.Projects.Loading;

/// <summary>
/// Which places take a boolean or a number also as text, such as the value of a variable: Compose turns the text into it right after
/// interpolation, and refuses text that cannot be turned. <c>*</c> stands for any key, <c>[]</c> for the items of a list.
/// </summary>
internal static class CastTable
{
    private static readonly string[] Integers =
    [
        "services.*.cpu_count", "services.*.cpu_period", "services.*.cpu_quota", "services.*.cpu_rt_period", "services.*.cpu_rt_runtime", "services.*.cpu_shares",
        "services.*.deploy.placement.max_replicas_per_node", "services.*.deploy.replicas", "services.*.deploy.restart_policy.max_attempts",
        "services.*.deploy.rollback_config.parallelism", "services.*.deploy.update_config.parallelism", "services.*.healthcheck.retries",
        "services.*.oom_score_adj", "services.*.pids_limit", "services.*.ports.[].target", "services.*.scale",
        "services.*.ulimits.*", "services.*.ulimits.*.hard", "services.*.ulimits.*.soft",
    ];

    private static readonly string[] Numbers =
    [
        "services.*.cpu_percent", "services.*.cpus", "services.*.deploy.rollback_config.max_failure_ratio", "services.*.deploy.update_config.max_failure_ratio",
    ];

    private static readonly string[] Booleans =
    [
        "configs.*.external", "networks.*.attachable", "networks.*.enable_ipv4", "networks.*.enable_ipv6", "networks.*.external", "networks.*.internal",
        "secrets.*.external", "services.*.healthcheck.disable", "services.*.init",
        "services.*.oom_kill_disable", "services.*.privileged", "services.*.read_only", "services.*.stdin_open", "services.*.tty",
        "services.*.volumes.[].read_only", "services.*.volumes.[].volume.nocopy", "volumes.*.external",
    ];

    /// <summary>The newest Compose's table.</summary>
    public static PathTable<ScalarType> Latest { get; } = Make(["services.*.depends_on.*.required", "services.*.depends_on.*.restart"], []);

    /// <summary>The table of Compose 2.26.</summary>
    public static PathTable<ScalarType> Compose226 { get; } = Make([], ["services.*.secrets.[].mode", "services.*.configs.[].mode"]);

    private static PathTable<ScalarType> Make(IEnumerable<string> furtherBooleans, IEnumerable<string> furtherIntegers) => new(
    [
        .. Integers.Concat(furtherIntegers).Select(path => (path, ScalarType.Integer)),
        .. Numbers.Select(path => (path, ScalarType.Number)),
        .. Booleans.Concat(furtherBooleans).Select(path => (path, ScalarType.Boolean)),
    ]);
}
