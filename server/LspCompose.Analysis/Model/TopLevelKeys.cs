namespace LspCompose.Analysis.Model;

/// <summary>Keys that have a meaning at the root of a current Compose file (Compose spec, "The Compose file").</summary>
internal static class TopLevelKeys
{
    private static readonly HashSet<string> Keys =
        ["version", "name", "include", "services", "networks", "volumes", "secrets", "configs", "models"];

    /// <summary>True for a key that is no service even where services stand at the root.</summary>
    public static bool IsReserved(string key) => Keys.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal) || key == "<<";
}
