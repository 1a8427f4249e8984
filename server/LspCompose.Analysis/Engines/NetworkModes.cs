namespace LspCompose.Analysis.Engines;

/// <summary>Network modes that leave a container without networks of its own.</summary>
internal static class NetworkModes
{
    /// <summary>True for the host's network stack, another container's, and none.</summary>
    public static bool HasNoNetworks(string mode) =>
        mode is "host" or "none" || mode.StartsWith("container:", StringComparison.Ordinal) || mode.StartsWith("service:", StringComparison.Ordinal);
}
