using Docker.DotNet.Models;
using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.Reading;

/// <summary>The links of a container, on the default bridge and on networks.</summary>
internal static class LinkMapping
{
    /// <summary>Maps the links of one container, each once.</summary>
    public static IReadOnlyList<ContainerLink> Of(ContainerInspectResponse container)
    {
        var onBridge = (container.HostConfig?.Links ?? []).Select(OfBridge);
        var onNetworks = (container.NetworkSettings?.Networks?.Values ?? []).SelectMany(network => network?.Links ?? []).Select(OfNetwork);
        return [.. onBridge.Concat(onNetworks).Where(link => link.Target.Length > 0).Distinct()];
    }

    // "/target:/me/alias"
    private static ContainerLink OfBridge(string link)
    {
        var (target, alias) = Split(link);
        return new ContainerLink(target.TrimStart('/'), alias[(alias.LastIndexOf('/') + 1)..]);
    }

    private static ContainerLink OfNetwork(string link)
    {
        var (target, alias) = Split(link);
        return new ContainerLink(target.TrimStart('/'), alias);
    }

    private static (string Target, string Alias) Split(string link) =>
        link.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (link[..colon], link[(colon + 1)..]) : (link, link);
}
