using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Tests.Migration;

/// <summary>
/// Who reaches whom by which name, and who starts after whom, as Docker does it: a link's name beats those of the networks; a network answers to service names,
/// container names, host names and aliases, without case; of several networks the one whose name sorts first answers. Written down without the converter's own view.
/// </summary>
internal sealed class NameContract
{
    private const string Bridge = "*bridge";
    private readonly ComposeModel model;
    private readonly IReadOnlyList<Ambassador> ambassadors;
    private readonly ILookup<(string Name, string Network), string> answering;

    public NameContract(ComposeFile file)
    {
        model = file.Model;
        ambassadors = file.Ambassadors;
        answering = model.Services
            .SelectMany(service => NetworksOf(service).SelectMany(network => NamesOn(service, network).Select(name => (Key: (name.ToUpperInvariant(), network), service.Name))))
            .ToLookup(entry => entry.Key, entry => entry.Name);
        Names = [.. model.Services.SelectMany(NamesOf).Concat(model.Services.SelectMany(service => service.Links.Select(link => link.Alias))).Distinct()];
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string> Services => [.. model.Services.Select(service => service.Name).Distinct()];

    /// <summary>The services (owners of a network stack) that answer to a name for a consumer; links lead past ambassadors.</summary>
    public IReadOnlySet<string> Resolve(string consumer, string name)
    {
        if (model.Find(consumer) is not { } service || Owner(service) is not { } owner)
        {
            return new HashSet<string>();
        }

        var networks = NetworksOf(owner);
        foreach (var link in owner.Links.Reverse().Where(link => link.Alias == name))
        {
            if (model.Find(link.Target) is { } target && Owner(target) is { } reached && networks.Intersect(NetworksOf(reached)).Any())
            {
                var destination = ambassadors.FirstOrDefault(ambassador => ambassador.Service == target)?.Destination(link);
                return destination is not null && Owner(destination) is { } behind ? new HashSet<string> { behind.Name } : new HashSet<string> { reached.Name };
            }
        }

        foreach (var link in owner.ExternalLinks.Where(link => link.Alias == name))
        {
            if ((model.Find(link.Target) ?? model.Services.FirstOrDefault(other => other.ContainerName == link.Target)) is { } target && Owner(target) is { } reached && networks.Intersect(NetworksOf(reached)).Any())
            {
                return new HashSet<string> { reached.Name };
            }
        }

        foreach (var network in networks.Where(network => network != Bridge).Order(StringComparer.Ordinal))
        {
            var found = answering[(name.ToUpperInvariant(), network)].ToHashSet();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return new HashSet<string>();
    }

    /// <summary>
    /// The pairs of services of which the first starts after the second, ambassadors left out (links lead past them). Nothing is said about the order inside a circle,
    /// nor about what follows only from it.
    /// </summary>
    public IReadOnlySet<(string From, string To)> Order()
    {
        var edges = Edges();
        var graph = new DependencyGraph(model.Services, DependencyGraph.EdgesOf(model).Concat(edges.SelectMany(pair => pair.Value.Select(to => Edge(pair.Key, to)))));
        foreach (var (from, targets) in edges)
        {
            targets.RemoveWhere(to => graph.InOneCycle(Find(from), Find(to)));
        }

        return edges.Keys.SelectMany(from => Reach(edges, from).Select(to => (from, to))).ToHashSet();
    }

    /// <summary>The pairs of services of which the first needs the second, circles included.</summary>
    public IReadOnlySet<(string From, string To)> Needs()
    {
        var edges = Edges();
        return edges.Keys.SelectMany(from => Reach(edges, from).Select(to => (from, to))).ToHashSet();
    }

    private DependencyEdge Edge(string from, string to) => new(Find(from), Find(to), new Dependency(DependencyKind.Link, to, default) { Attribute = "links" });

    private Service Find(string name) => model.Find(name) ?? throw new ArgumentException(name);

    private Dictionary<string, HashSet<string>> Edges()
    {
        var edges = new Dictionary<string, HashSet<string>>();
        foreach (var service in model.Services.Where(service => ambassadors.All(ambassador => ambassador.Service != service)))
        {
            edges[service.Name] = [];
        }

        foreach (var service in model.Services.Where(service => edges.ContainsKey(service.Name)))
        {
            foreach (var link in service.Links)
            {
                var ambassador = ambassadors.FirstOrDefault(ambassador => ambassador.Service.Name == link.Target);
                var target = ambassador is null ? link.Target : ambassador.Destination(link)?.Name;
                if (target is not null && edges.ContainsKey(target))
                {
                    edges[service.Name].Add(target);
                }
            }

            foreach (var dependency in service.Dependencies.Where(dependency => dependency.Kind != DependencyKind.Link && edges.ContainsKey(dependency.Target)))
            {
                edges[service.Name].Add(dependency.Target);
            }
        }

        return edges;
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

    private Service? Owner(Service service)
    {
        var owner = service;
        for (var step = 0; step <= model.Services.Count; step++)
        {
            if (owner.NetworkMode?.StartsWith("service:", StringComparison.Ordinal) != true)
            {
                return owner;
            }

            if (model.Find(owner.NetworkMode["service:".Length..]) is not { } next)
            {
                return null;
            }

            owner = next;
        }

        return null;
    }

    private IReadOnlyList<string> NetworksOf(Service service) =>
        service.NetworkMode is { } mode ? (mode == "bridge" ? [Bridge] : [])
        : model.Format == ComposeFormat.Legacy ? [Bridge]
        : service.Networks is { } networks ? [.. networks.Select(network => network.Name)]
        : ["default"];

    private IEnumerable<string> NamesOf(Service service) =>
        new[] { service.Name, service.ContainerName, service.Hostname }.OfType<string>().Concat(service.Networks?.SelectMany(network => network.Aliases) ?? []);

    private static IEnumerable<string> NamesOn(Service service, string network) =>
        new[] { service.Name, service.ContainerName, service.Hostname }.OfType<string>().Concat(service.Networks?.FirstOrDefault(n => n.Name == network)?.Aliases ?? []);
}
