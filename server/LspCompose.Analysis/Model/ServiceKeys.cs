namespace LspCompose.Analysis.Model;

/// <summary>Service attributes that tell a service from other mappings when services stand at the root of a file.</summary>
internal static class ServiceKeys
{
    private static readonly HashSet<string> Telling =
    [
        "image", "build", "links", "external_links", "extends", "command", "entrypoint", "ports", "expose", "volumes", "volumes_from",
        "environment", "env_file", "net", "network_mode", "container_name", "restart", "depends_on", "dockerfile", "mem_limit", "privileged",
    ];

    /// <summary>True for an attribute that hardly anything but a service has.</summary>
    public static bool TellsService(string key) => Telling.Contains(key);
}
