namespace LspCompose.Testing.Names;

/// <summary>
/// Who answers to a name, as a Docker engine does it, written down without any of the product's own views. First the hosts file: extra hosts, links on the default
/// bridge, the container's own host name. Then Docker's DNS: links, where the last of an alias counts, then the names on each network, without case; of several
/// networks the first that knows the name answers, by their full names, internal ones last. On the default bridge there is no DNS.
/// </summary>
internal sealed class NameModel
{
    private const string Bridge = "bridge";
    private readonly IReadOnlyList<NamedService> services;
    private readonly Dictionary<string, NamedService> byName = new(StringComparer.Ordinal);
    private readonly ILookup<(string Name, string Network), string> answering;

    public NameModel(IReadOnlyList<NamedService> services)
    {
        this.services = services;
        foreach (var service in services)
        {
            byName[service.Name] = service;
        }

        answering = services
            .SelectMany(service => NetworksOf(service).SelectMany(network => NamesOn(service, network).Select(name => (Key: (name.ToUpperInvariant(), network.Name), service.Name))))
            .ToLookup(entry => entry.Key, entry => entry.Name);
    }

    /// <summary>Every name anybody has for anybody, but for numbered ones.</summary>
    public IReadOnlyList<string> Names =>
        [.. services.SelectMany(service =>
            OwnNames(service)
                .Concat(service.Networks.SelectMany(network => network.Aliases))
                .Concat(service.Links.Select(link => link.Alias))
                .Concat(service.ExtraHosts.Keys)).Distinct()];

    /// <summary>The services that answer to a name for a consumer, owners of a network stack standing for those who share it; an address for an extra host.</summary>
    public IReadOnlySet<string> Resolve(string consumer, string name)
    {
        if (Owner(consumer) is not { } owner)
        {
            return new HashSet<string>();
        }

        if (owner.ExtraHosts.FirstOrDefault(host => Same(host.Key, name)).Value is { } address)
        {
            return new HashSet<string> { address };
        }

        if (LinkFor(owner, name) is { } link && Reached(owner, link) is { Count: > 0 } linked)
        {
            // On networks links are asked after the hosts file, which knows the consumer's own host name.
            return owner.NetworkMode != Bridge && IsOwnHostname(owner, name) ? new HashSet<string> { owner.Name } : linked;
        }

        if (IsOwnHostname(owner, name))
        {
            return new HashSet<string> { owner.Name };
        }

        return OnNetworks(owner, name);
    }

    /// <summary>The link through which a consumer reaches a name, null when no link has a part in it.</summary>
    public NamedLink? AnsweringLink(string consumer, string name) =>
        Owner(consumer) is { } owner && LinkFor(owner, name) is { } link && Reached(owner, link) is { Count: > 0 } linked && linked.SetEquals(Resolve(consumer, name)) ? link : null;

    /// <summary>The pairs of services of which the first starts after the second; nothing is said inside a circle, nor of what follows only from one.</summary>
    public IReadOnlySet<(string From, string To)> Order()
    {
        var edges = services.ToDictionary(service => service.Name, service => service.StartsAfter.Where(byName.ContainsKey).ToHashSet());
        var reach = edges.Keys.ToDictionary(from => from, from => Reach(edges, from));
        foreach (var (from, targets) in edges)
        {
            targets.RemoveWhere(to => reach[to].Contains(from));
        }

        return edges.Keys.SelectMany(from => Reach(edges, from).Select(to => (from, to))).ToHashSet();
    }

    private static HashSet<string> Reach(Dictionary<string, HashSet<string>> edges, string from)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(edges[from]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var further in edges[next])
                {
                    open.Push(further);
                }
            }
        }

        return seen;
    }

    // A link of the default bridge is a line of the hosts file, which has no case and names the target's container and host too.
    private NamedLink? LinkFor(NamedService owner, string name) =>
        owner.NetworkMode == Bridge
            ? owner.Links.LastOrDefault(link => Same(link.Alias, name)) ??
                owner.Links.LastOrDefault(link => Target(link) is { } target && (Same(target.ContainerName, name) || Same(target.Hostname, name)))
            : owner.Links.LastOrDefault(link => link.Alias == name);

    private HashSet<string> Reached(NamedService owner, NamedLink link)
    {
        if (owner.NetworkMode == Bridge)
        {
            return Target(link) is { } target && Owner(target.Name) is { NetworkMode: Bridge } reached ? [reached.Name] : [];
        }

        if (link.IsExternal)
        {
            return OnNetworks(owner, link.Target);
        }

        // The engine looks for the container itself, so one that shares another's network stack is not found.
        return byName.TryGetValue(link.Target, out var service) && NetworksOf(owner).Any(network => NetworksOf(service).Any(other => other.Name == network.Name))
            ? [service.Name]
            : [];
    }

    private HashSet<string> OnNetworks(NamedService owner, string name)
    {
        foreach (var network in NetworksOf(owner).OrderBy(network => network.IsInternal).ThenBy(network => network.Name, StringComparer.Ordinal))
        {
            var found = answering[(name.ToUpperInvariant(), network.Name)].ToHashSet();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private NamedService? Target(NamedLink link) =>
        link.IsExternal ? services.FirstOrDefault(service => service.ContainerName == link.Target) : byName.GetValueOrDefault(link.Target);

    private NamedService? Owner(string name)
    {
        var owner = byName.GetValueOrDefault(name);
        for (var step = 0; step <= services.Count && owner?.NetworkMode is { } mode; step++)
        {
            if (mode.StartsWith("service:", StringComparison.Ordinal))
            {
                owner = byName.GetValueOrDefault(mode["service:".Length..]);
            }
            else if (mode.StartsWith("container:", StringComparison.Ordinal))
            {
                owner = services.FirstOrDefault(service => service.ContainerName == mode["container:".Length..]);
            }
            else
            {
                return mode == Bridge ? owner : null;
            }
        }

        return owner?.NetworkMode is null ? owner : null;
    }

    private static IReadOnlyList<NamedNetwork> NetworksOf(NamedService service) => service.NetworkMode is null ? service.Networks : [];

    private static IEnumerable<string> NamesOn(NamedService service, NamedNetwork network) =>
        OwnNames(service).Concat(network.Aliases).Concat(service.NumberedName is { } numbered ? [numbered] : []);

    private static IEnumerable<string> OwnNames(NamedService service) => new[] { service.IsOutside ? null : service.Name, service.ContainerName, service.Hostname }.OfType<string>();

    // The hosts file has the whole host name and its first label.
    private static bool IsOwnHostname(NamedService service, string name) => Same(service.Hostname, name) || Same(service.Hostname?.Split('.')[0], name);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
