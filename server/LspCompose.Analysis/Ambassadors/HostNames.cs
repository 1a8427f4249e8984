using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Which service of a file another one reaches under a name.</summary>
internal static class HostNames
{
    /// <summary>The service behind a name: a link's of the one who asks, else a service, container, host name or network alias. Null for none besides the one who asks.</summary>
    public static Service? Resolve(ComposeModel model, Service asking, string host)
    {
        var linked = asking.Links.LastOrDefault(link => link.Alias == host) is { } link ? model.Find(link.Target) : null;
        var found = linked ?? model.Find(host) ?? model.Services.FirstOrDefault(service =>
            string.Equals(service.ContainerName, host, StringComparison.OrdinalIgnoreCase) ||
            string.Equals(service.Hostname, host, StringComparison.OrdinalIgnoreCase) ||
            service.Networks?.Any(network => network.Aliases.Contains(host, StringComparer.OrdinalIgnoreCase)) == true);
        return found == asking ? null : found;
    }

    /// <summary>True when two services are on one network, so they reach each other by name.</summary>
    public static bool ShareNetwork(Service one, Service other) =>
        one.NetworkMode is null && other.NetworkMode is null && NetworksOf(one).Intersect(NetworksOf(other)).Any();

    private static IEnumerable<string> NetworksOf(Service service) => service.Networks?.Select(network => network.Name) ?? ["default"];
}
