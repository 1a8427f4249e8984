namespace LspCompose.Analysis.Projects.Loading;

/// <summary>The types of the values whose YAML form does not tell them.</summary>
internal static class DecodeTable
{
    private static readonly (ValueType Type, string Paths)[] Rows =
    [
        (ValueType.Names, "models services volumes networks configs secrets services.*.networks services.*.models services.*.depends_on"),
        (ValueType.KeptMapping, "services.* services.*.build services.*.deploy services.*.develop services.*.healthcheck services.*.logging services.*.credential_spec services.*.blkio_config " +
            "services.*.provider services.*.networks.* services.*.volumes.[] services.*.volumes.[].bind services.*.volumes.[].volume services.*.volumes.[].tmpfs services.*.volumes.[].image"),
        (ValueType.Flag, "services.*.privileged services.*.read_only services.*.stdin_open services.*.tty services.*.oom_kill_disable services.*.use_api_socket services.*.healthcheck.disable " +
            "services.*.build.no_cache services.*.build.pull services.*.build.privileged services.*.depends_on.*.restart services.*.volumes.[].read_only services.*.volumes.[].volume.nocopy " +
            "services.*.pre_start.[].privileged services.*.pre_start.[].per_replica services.*.post_start.[].privileged services.*.pre_stop.[].privileged services.*.develop.watch.[].initial_sync services.*.develop.watch.[].exec.privileged " +
            "networks.*.internal networks.*.attachable networks.*.external volumes.*.external configs.*.external secrets.*.external"),
        (ValueType.KeptFlag, "services.*.attach services.*.init services.*.depends_on.*.required networks.*.enable_ipv4 networks.*.enable_ipv6"),
        (ValueType.Integer, "services.*.cpu_count services.*.cpu_period services.*.cpu_quota services.*.cpu_rt_period services.*.cpu_rt_runtime services.*.cpu_shares services.*.oom_score_adj services.*.pids_limit " +
            "services.*.deploy.resources.limits.pids services.*.deploy.resources.reservations.pids services.*.deploy.placement.max_replicas_per_node services.*.ports.[].target services.*.networks.*.priority services.*.networks.*.gw_priority models.*.context_size"),
        (ValueType.KeptInteger, "services.*.scale services.*.deploy.replicas services.*.healthcheck.retries services.*.deploy.update_config.parallelism services.*.deploy.rollback_config.parallelism " +
            "services.*.deploy.restart_policy.max_attempts services.*.ulimits.* services.*.ulimits.*.soft services.*.ulimits.*.hard services.*.build.ulimits.* services.*.build.ulimits.*.soft services.*.build.ulimits.*.hard"),
        (ValueType.Unsigned, "services.*.blkio_config.weight services.*.blkio_config.weight_device.[].weight"),
        (ValueType.Number, "services.*.cpus services.*.cpu_percent services.*.deploy.update_config.max_failure_ratio services.*.deploy.rollback_config.max_failure_ratio"),
        (ValueType.Cpus, "services.*.deploy.resources.limits.cpus services.*.deploy.resources.reservations.cpus"),
        (ValueType.Bytes, "services.*.mem_limit services.*.mem_reservation services.*.memswap_limit services.*.mem_swappiness services.*.shm_size services.*.build.shm_size services.*.volumes.[].tmpfs.size " +
            "services.*.deploy.resources.limits.memory services.*.deploy.resources.reservations.memory services.*.blkio_config.device_read_bps.[].rate services.*.blkio_config.device_write_bps.[].rate " +
            "services.*.blkio_config.device_read_iops.[].rate services.*.blkio_config.device_write_iops.[].rate"),
        (ValueType.Duration, "services.*.stop_grace_period services.*.healthcheck.interval services.*.healthcheck.timeout services.*.healthcheck.start_period services.*.healthcheck.start_interval " +
            "services.*.deploy.update_config.delay services.*.deploy.update_config.monitor services.*.deploy.rollback_config.delay services.*.deploy.rollback_config.monitor services.*.deploy.restart_policy.delay services.*.deploy.restart_policy.window"),
        (ValueType.FileMode, "services.*.secrets.[].mode services.*.configs.[].mode services.*.build.secrets.[].mode"),
        (ValueType.DeviceCount, "services.*.gpus.[].count services.*.deploy.resources.reservations.devices.[].count"),
        (ValueType.Text, "services.*.expose.[] services.*.group_add.[] services.*.ports.[].published services.*.ports.[].host_ip"),
        (ValueType.KeptText, "services.*.devices.[].permissions"),
        (ValueType.Texts, "services.*.dns services.*.dns_opt services.*.dns_search services.*.tmpfs services.*.build.no_cache_filter services.*.develop.watch.[].ignore services.*.develop.watch.[].include"),
        (ValueType.Labels, "services.*.labels services.*.annotations services.*.sysctls services.*.storage_opt services.*.build.labels services.*.build.additional_contexts services.*.deploy.labels services.*.logging.options " +
            "services.*.volumes.[].volume.labels services.*.networks.*.driver_opts networks.*.labels networks.*.driver_opts networks.*.ipam.options networks.*.ipam.config.[].aux_addresses volumes.*.labels volumes.*.driver_opts " +
            "configs.*.labels secrets.*.labels secrets.*.driver_opts services.*.gpus.[].options services.*.deploy.resources.reservations.devices.[].options"),
        (ValueType.Environment, "services.*.environment services.*.build.args services.*.pre_start.[].environment services.*.post_start.[].environment services.*.pre_stop.[].environment services.*.develop.watch.[].exec.environment"),
        (ValueType.Command, "services.*.command services.*.entrypoint services.*.pre_start.[].command services.*.post_start.[].command services.*.pre_stop.[].command services.*.develop.watch.[].exec.command"),
        (ValueType.HealthTest, "services.*.healthcheck.test"),
        (ValueType.Hosts, "services.*.extra_hosts services.*.build.extra_hosts"),
        (ValueType.SshKeys, "services.*.build.ssh"),
        (ValueType.Anything, "services.*.provider.options"),
        (ValueType.Hidden, "services.*.env_file services.*.extends services.*.volumes.[].bind.create_host_path"),
    ];

    /// <summary>The types by place.</summary>
    public static PathTable<ValueType> Types { get; } = new(Rows.SelectMany(row => row.Paths.Split(' ').Select(path => (path, row.Type))));
}
