using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Model;

/// <summary>Service attributes that tell a service from other mappings when services stand at the root of a file.</summary>
internal static class ServiceKeys
{
    private static readonly HashSet<string> Telling =
    [
        "image", "links", "external_links", "extends", "command", "entrypoint", "ports", "expose", "volumes", "volumes_from",
        "environment", "env_file", "net", "network_mode", "container_name", "restart", "depends_on", "dockerfile", "mem_limit", "privileged",
    ];

    /// <summary>True for a mapping with an attribute that hardly anything but a service has.</summary>
    public static bool TellService(YamlNode node)
    {
        foreach (var entry in node.Entries)
        {
            if (Telling.Contains(entry.Name) || (entry.Name == "build" && (entry.Value.IsScalar || entry.Value.Get("context") is not null || entry.Value.Get("dockerfile") is not null)))
            {
                return true;
            }
        }

        return false;
    }
}
