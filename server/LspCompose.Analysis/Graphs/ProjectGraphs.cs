using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Graphs;

/// <summary>Makes the picture of a project from what its files say, whether or not Compose would load them.</summary>
public static class ProjectGraphs
{
    /// <summary>The picture of a project of some files, in the order they are merged. Included and extended files are found in the workspace.</summary>
    public static ProjectGraph Of(Workspace workspace, IEnumerable<string> paths)
    {
        var composition = ProjectComposition.OfFiles(workspace, paths);
        var (files, services) = (composition.Files, composition.Services);
        var edges = services.SelectMany(EdgesOf).Select(Resolver(services)).ToList();
        var circles = Circles(services, edges);
        var circleOf = circles.SelectMany((circle, index) => circle.Select(name => (name, index))).ToDictionary(entry => entry.name, entry => entry.index, StringComparer.Ordinal);
        var fronts = files.SelectMany(file => file.Ambassadors)
            .ToLookup(ambassador => ambassador.Service.Name, ambassador => ambassador.Targets.Select(target => target.Service?.Name ?? target.Name), StringComparer.Ordinal);
        return new ProjectGraph
        {
            Services = [.. services.Select(service => new GraphService(service.Name)
            {
                Image = service.Image,
                NetworkMode = service.NetworkMode,
                IsAmbassador = fronts.Contains(service.Name),
                Fronts = [.. fronts[service.Name].SelectMany(names => names).Distinct(StringComparer.Ordinal)],
                IsInCircle = circleOf.ContainsKey(service.Name),
            })],
            Networks = Networks(files, services),
            Edges = [.. edges.Select(edge => edge with { IsInCircle = IsDependency(edge) && circleOf.TryGetValue(edge.From, out var from) && circleOf.TryGetValue(edge.To, out var to) && from == to })],
            Circles = circles,
        };
    }

    /// <summary>What a service is tied to; names of services are not looked up yet.</summary>
    private static IEnumerable<GraphEdge> EdgesOf(ComposedService service)
    {
        var links = service.Links.Select(link => new GraphEdge(service.Name, link.Target, GraphEdgeKind.Link) { Alias = link.Alias });

        // On the bridge of the first format only containers have names there; on a network those of services lead somewhere too.
        var external = service.ExternalLinks.Select(link => new GraphEdge(service.Name, link.Target, GraphEdgeKind.ExternalLink)
        {
            Alias = link.Alias,
            LeadsOutside = link.Part.File.Model.Format == ComposeFormat.Legacy,
        });
        var others = service.OtherDependencies.OrderBy(dependency => dependency.Kind switch { DependencyKind.DependsOn => 0, DependencyKind.VolumesFrom => 1, _ => 2 })
            .ThenBy(dependency => dependency.Kind is DependencyKind.NetworkMode or DependencyKind.Namespace ? GraphEdgeKinds.Attribute(KindOf(dependency)) : "", StringComparer.Ordinal)
            .Select(dependency => new GraphEdge(service.Name, dependency.Target, KindOf(dependency)));
        return links.Concat(external).Concat(others).Distinct();
    }

    private static GraphEdgeKind KindOf(Dependency dependency) => dependency.Attribute switch
    {
        "depends_on" => GraphEdgeKind.DependsOn,
        "volumes_from" => GraphEdgeKind.VolumesFrom,
        "pid" => GraphEdgeKind.Pid,
        "ipc" => GraphEdgeKind.Ipc,
        "uts" => GraphEdgeKind.Uts,
        "cgroup" => GraphEdgeKind.Cgroup,
        _ => GraphEdgeKind.NetworkMode,
    };

    /// <summary>Finds out for an edge whether it leads to a service of the project; external links may name its container.</summary>
    private static Func<GraphEdge, GraphEdge> Resolver(IReadOnlyList<ComposedService> services)
    {
        var names = services.Select(service => service.Name).ToHashSet(StringComparer.Ordinal);
        var byContainer = services.Where(service => service.ContainerName is not null).ToLookup(service => service.ContainerName, service => service.Name, StringComparer.Ordinal);
        return edge => edge.Kind == GraphEdgeKind.ExternalLink && byContainer[edge.To].FirstOrDefault() is { } owner
            ? edge with { To = owner, LeadsOutside = false }
            : edge with { LeadsOutside = edge.LeadsOutside || !names.Contains(edge.To) };
    }

    private static bool IsDependency(GraphEdge edge) => edge is { LeadsOutside: false, Kind: not GraphEdgeKind.ExternalLink };

    private static List<IReadOnlyList<string>> Circles(IReadOnlyList<ComposedService> services, List<GraphEdge> edges)
    {
        var order = services.Select((service, index) => (service.Name, index)).ToDictionary(entry => entry.Name, entry => entry.index, StringComparer.Ordinal);
        var targets = edges.Where(IsDependency).ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        return [.. StrongComponents.Of(order.Keys, name => targets[name])
            .Where(component => component.Count > 1 || targets[component[0]].Contains(component[0]))
            .Select(component => (IReadOnlyList<string>)[.. component.OrderBy(name => order[name])])
            .OrderBy(circle => order[circle[0]])];
    }

    private static List<GraphNetwork> Networks(IReadOnlyList<ComposeFile> files, IReadOnlyList<ComposedService> services)
    {
        var declared = files.SelectMany(file => file.Model.Networks).Where(name => name != "<<" && !name.StartsWith("x-", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var members = services.Where(service => service.NetworkMode is null)
            .SelectMany(service => (service.Networks ?? [new ServiceNetwork("default", [])]).Select(network => (Network: network.Name, Member: new GraphMember(service.Name, network.Aliases))))
            .ToLookup(entry => entry.Network, entry => entry.Member, StringComparer.Ordinal);
        return [.. members.Select(network => network.Key).Where(name => name == "default")
            .Concat(declared).Concat(members.Select(network => network.Key)).Distinct(StringComparer.Ordinal)
            .Select(name => new GraphNetwork(name, [.. members[name]]) { IsDeclared = declared.Contains(name) })];
    }
}
