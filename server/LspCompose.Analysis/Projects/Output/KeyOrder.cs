namespace LspCompose.Analysis.Projects.Output;

/// <summary>
/// The order in which keys are printed: where the format fixes the keys the most telling ones come first, as in Compose's own output; all others by name.
/// </summary>
internal static class KeyOrder
{
    private static readonly Dictionary<string, string[]> First = new(StringComparer.Ordinal)
    {
        [""] = ["name", "services", "networks", "volumes", "secrets", "configs", "models"],
        ["/services/*"] = ["profiles"],
        ["/services/*/build"] = ["context", "dockerfile", "dockerfile_inline", "entitlements", "args"],
        ["/services/*/configs/*"] = ["source", "target", "uid", "gid", "mode"],
        ["/services/*/depends_on/*"] = ["condition", "restart", "required"],
        ["/services/*/deploy"] = ["mode", "replicas", "labels"],
        ["/services/*/healthcheck"] = ["test", "timeout", "interval", "retries", "start_period", "start_interval"],
        ["/services/*/ports/*"] = ["name", "mode", "host_ip", "target", "published", "protocol"],
        ["/services/*/secrets/*"] = ["source", "target", "uid", "gid", "mode"],
        ["/services/*/volumes/*"] = ["type", "source", "target", "read_only"],
        ["/networks/*"] = ["name", "driver", "driver_opts"],
        ["/volumes/*"] = ["name", "driver", "driver_opts"],
        ["/secrets/*"] = ["name", "file", "environment"],
        ["/configs/*"] = ["name", "file", "environment", "content"],
    };

    /// <summary>A mapping's entries in order. The pattern is the path to it, with <c>*</c> for names the user chose and for list positions.</summary>
    public static IEnumerable<ConfigEntry> Sort(ConfigMapping mapping, string pattern)
    {
        var first = First.GetValueOrDefault(pattern, []);
        return mapping.Entries
            .OrderBy(entry => Array.IndexOf(first, entry.Key) is >= 0 and var rank ? rank : int.MaxValue)
            .ThenBy(entry => entry.Key.StartsWith("x-", StringComparison.Ordinal))
            .ThenBy(entry => entry.Key, StringComparer.Ordinal);
    }

    /// <summary>The pattern of a value below a mapping: names below these keys are the user's own.</summary>
    public static string Below(string pattern, string key) => pattern switch
    {
        "" => $"/{key}",
        "/services" or "/networks" or "/volumes" or "/secrets" or "/configs" or "/models" or "/services/*/depends_on" => $"{pattern}/*",
        _ => $"{pattern}/{key}",
    };
}
