using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Graphs;

/// <summary>Makes the picture of a project from what its files say, whether or not Compose would load them.</summary>
public static class ProjectGraphs
{
    // Deeper than anybody extends.
    private const int MaxBases = 100;

    /// <summary>The picture of a project of some files, in the order they are merged. Included and extended files are found in the workspace.</summary>
    public static ProjectGraph Of(Workspace workspace, IEnumerable<string> paths)
    {
        var files = GraphFiles.Of(workspace, paths);
        var services = Merge(workspace, files);
        var edges = services.SelectMany(service => service.Edges).Select(Resolver(services)).ToList();
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

    private static List<ServiceLayers> Merge(Workspace workspace, IReadOnlyList<ComposeFile> files)
    {
        var merged = new List<ServiceLayers>();
        var byName = new Dictionary<string, ServiceLayers>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var service in file.Model.Services)
            {
                var tag = service.Entry.Value.Tag;
                if (tag is "!reset" or "!override" && byName.Remove(service.Name, out var old))
                {
                    merged.Remove(old);
                }

                if (tag == "!reset")
                {
                    continue;
                }

                if (!byName.TryGetValue(service.Name, out var layers))
                {
                    byName[service.Name] = layers = new ServiceLayers(service.Name);
                    merged.Add(layers);
                }

                foreach (var (layer, format) in WithBases(workspace, file, service))
                {
                    layers.Add(layer, format);
                }
            }
        }

        return merged;
    }

    /// <summary>The services a service extends, the farthest first, and itself.</summary>
    private static List<(Service Service, ComposeFormat Format)> WithBases(Workspace workspace, ComposeFile file, Service service)
    {
        var chain = new List<(Service Service, ComposeFormat Format)> { (service, file.Model.Format) };
        while (chain.Count < MaxBases && service.Attribute("extends") is { } extends)
        {
            var named = extends.IsMapping ? extends.Get("service") : extends;
            if (extends.Get("file") is { } other)
            {
                if (workspace.FindComposeFile(GraphFiles.Find(workspace, file, file.Model.Resolve(other).Value)) is not { } found)
                {
                    break;
                }

                file = found;
            }

            if (named is not { } name || file.Model.Find(file.Model.Resolve(name).Value) is not { } extended || chain.Exists(link => link.Service == extended))
            {
                break;
            }

            service = extended;
            chain.Add((service, file.Model.Format));
        }

        chain.Reverse();
        return chain;
    }

    /// <summary>Finds out for an edge whether it leads to a service of the project; external links may name its container.</summary>
    private static Func<GraphEdge, GraphEdge> Resolver(List<ServiceLayers> services)
    {
        var names = services.Select(service => service.Name).ToHashSet(StringComparer.Ordinal);
        var byContainer = services.Where(service => service.ContainerName is not null).ToLookup(service => service.ContainerName, service => service.Name, StringComparer.Ordinal);
        return edge => edge.Kind == GraphEdgeKind.ExternalLink && byContainer[edge.To].FirstOrDefault() is { } owner
            ? edge with { To = owner, LeadsOutside = false }
            : edge with { LeadsOutside = edge.LeadsOutside || !names.Contains(edge.To) };
    }

    private static bool IsDependency(GraphEdge edge) => edge is { LeadsOutside: false, Kind: not GraphEdgeKind.ExternalLink };

    private static List<IReadOnlyList<string>> Circles(List<ServiceLayers> services, List<GraphEdge> edges)
    {
        var order = services.Select((service, index) => (service.Name, index)).ToDictionary(entry => entry.Name, entry => entry.index, StringComparer.Ordinal);
        var targets = edges.Where(IsDependency).ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        return [.. StrongComponents.Of(order.Keys, name => targets[name])
            .Where(component => component.Count > 1 || targets[component[0]].Contains(component[0]))
            .Select(component => (IReadOnlyList<string>)[.. component.OrderBy(name => order[name])])
            .OrderBy(circle => order[circle[0]])];
    }

    private static List<GraphNetwork> Networks(IReadOnlyList<ComposeFile> files, List<ServiceLayers> services)
    {
        var declared = files.SelectMany(file => file.Model.Networks).Where(name => name != "<<" && !name.StartsWith("x-", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var members = services.SelectMany(service => service.Networks.Select(network => (network.Network, Member: new GraphMember(service.Name, network.Aliases))))
            .ToLookup(entry => entry.Network, entry => entry.Member, StringComparer.Ordinal);
        return [.. members.Select(network => network.Key).Where(name => name == "default")
            .Concat(declared).Concat(members.Select(network => network.Key)).Distinct(StringComparer.Ordinal)
            .Select(name => new GraphNetwork(name, [.. members[name]]) { IsDeclared = declared.Contains(name) })];
    }
}
