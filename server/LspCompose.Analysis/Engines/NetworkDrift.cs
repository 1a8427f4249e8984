using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Engines;

/// <summary>Whether a container is on the networks its service is on now.</summary>
internal static class NetworkDrift
{
    /// <summary>How the networks differ, in words; null where they do not or that is not known.</summary>
    public static string? Of(ProjectOnEngine project, ConfigMapping service, EngineContainer container)
    {
        if (service.Get("network_mode") is { } written)
        {
            return written is ConfigScalar { Text: { Length: > 0 } mode } && container.NetworkMode.Length > 0 && !IsSameMode(project, mode, container.NetworkMode)
                ? $"network: mode {Code.Of(Shown(project, container.NetworkMode))}, the file says {Code.Of(mode)}"
                : null;
        }

        if (service.Get("networks") is not ConfigMapping { Entries.Count: > 0 } networks)
        {
            return null;
        }

        if (NetworkModes.HasNoNetworks(container.NetworkMode))
        {
            return $"network: mode {Code.Of(Shown(project, container.NetworkMode))}, the file has networks";
        }

        var wanted = networks.Entries.Select(entry => RealNames.Of(project.Project, "networks", entry.Key)).ToList();
        var named = wanted.OfType<string>().Select(name => RealNames.FindNetwork(project.Engine, name)?.Name ?? name).ToList();
        var actual = container.Networks.Select(network => network.Network).ToList();
        return named.Count < wanted.Count || actual.Count == 0 ? null : DriftWords.Of("networks", named.Except(actual, StringComparer.Ordinal), actual.Except(named, StringComparer.Ordinal));
    }

    private static bool IsSameMode(ProjectOnEngine project, string written, string actual)
    {
        // The owner may have been made anew since; then nobody knows whose stack it was.
        if (actual.StartsWith("container:", StringComparison.Ordinal))
        {
            var owner = project.Containers.Find(actual["container:".Length..]);
            return written.StartsWith("service:", StringComparison.Ordinal) ? owner is null || project.Containers.IsOf(owner, written["service:".Length..])
                : written.StartsWith("container:", StringComparison.Ordinal) && (owner is null || project.Containers.Find(written["container:".Length..]) is not { } meant || meant.Id == owner.Id);
        }

        return Network(project, written) == Network(project, actual);
    }

    // The engine calls the bridge its default; other networks are modes by name or id.
    private static string Network(ProjectOnEngine project, string mode) => mode is "default" or "bridge" ? "bridge" : RealNames.FindNetwork(project.Engine, mode)?.Name ?? mode;

    private static string Shown(ProjectOnEngine project, string mode) =>
        mode.StartsWith("container:", StringComparison.Ordinal) && project.Containers.Find(mode["container:".Length..]) is { } owner ? $"container:{owner.Name}" : mode;
}
