using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Model;

/// <summary>Keys that have a meaning at the root of a current Compose file (Compose spec, "The Compose file").</summary>
internal static class TopLevelKeys
{
    private static readonly HashSet<string> Keys =
        ["version", "name", "include", "services", "networks", "volumes", "secrets", "configs", "models"];

    /// <summary>
    /// True for an entry that is no service even where services stand at the root. A mapping called <c>version</c> is a service of that name (docker-compose 1.x read it so).
    /// </summary>
    public static bool IsReserved(YamlEntry entry) =>
        (Keys.Contains(entry.Name) && !(entry.Name == "version" && entry.Value.IsMapping)) || entry.Name.StartsWith("x-", StringComparison.Ordinal) || entry.Name == "<<";

    /// <summary>
    /// True for an entry at the root of a first-format file that is a service: docker-compose 1.x knew no extensions there, so one that can run is a service as well.
    /// What is merged into the root are services too.
    /// </summary>
    public static bool IsRootService(YamlEntry entry) =>
        !IsReserved(entry) || entry.Name == "<<" || (!Keys.Contains(entry.Name) && (entry.Value.Get("image") is not null || entry.Value.Get("build") is not null));
}
