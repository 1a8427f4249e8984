using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Graphs;

/// <summary>One service as several definitions make it, each laid over those before: services it extends, then the files of the project.</summary>
internal sealed class ServiceLayers(string name)
{
    private static readonly string[] Lists = ["links", "external_links", "depends_on", "volumes_from"];

    private static readonly string[] Namespaces = ["pid", "ipc", "uts", "cgroup"];

    private readonly Dictionary<string, List<GraphEdge>> edges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> modes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> networks = new(StringComparer.Ordinal);
    private readonly List<string> networkOrder = [];

    public string Name => name;

    public string? Image { get; private set; }

    public string? ContainerName { get; private set; }

    public string? NetworkMode => modes.GetValueOrDefault("network_mode");

    /// <summary>The networks it is on, with its aliases.</summary>
    public IEnumerable<(string Network, IReadOnlyList<string> Aliases)> Networks =>
        NetworkMode is not null ? []
        : networkOrder.Count == 0 ? [("default", [])]
        : networkOrder.Select(network => (network, (IReadOnlyList<string>)networks[network]));

    /// <summary>What it is tied to; names of services are not looked up yet.</summary>
    public IEnumerable<GraphEdge> Edges =>
        Lists.SelectMany(attribute => edges.GetValueOrDefault(attribute) ?? [])
            .Concat(modes.Keys.Order(StringComparer.Ordinal).Select(ModeEdge).OfType<GraphEdge>());

    /// <summary>Lays one definition over those before, as Compose merges them.</summary>
    public void Add(Service service, ComposeFormat format)
    {
        Image = service.Image ?? Image;
        ContainerName = service.ContainerName ?? ContainerName;
        AddEdges(service, "links", service.Links.Select(link => new GraphEdge(name, link.Target, GraphEdgeKind.Link) { Alias = link.Alias }));
        AddEdges(service, "external_links", ExternalLinks(service, format));
        AddEdges(service, "depends_on", Dependencies(service, DependencyKind.DependsOn, GraphEdgeKind.DependsOn));
        AddEdges(service, "volumes_from", Dependencies(service, DependencyKind.VolumesFrom, GraphEdgeKind.VolumesFrom));
        AddNetworks(service);
        SetMode("network_mode", service.Attribute("network_mode") ?? service.Attribute("net"), service.NetworkMode);
        foreach (var attribute in Namespaces)
        {
            SetMode(attribute, service.Attribute(attribute), service.Attribute(attribute) is { IsScalar: true, IsNull: false } value ? value.Value : null);
        }
    }

    private IEnumerable<GraphEdge> Dependencies(Service service, DependencyKind kind, GraphEdgeKind edgeKind) =>
        service.Dependencies.Where(dependency => dependency.Kind == kind).Select(dependency => new GraphEdge(name, dependency.Target, edgeKind));

    // On the bridge of the first format only containers have names there; on a network those of services lead somewhere too.
    private IEnumerable<GraphEdge> ExternalLinks(Service service, ComposeFormat format)
    {
        foreach (var item in service.Attribute("external_links")?.Items ?? default)
        {
            if (service.Resolve(item.Value) is { IsScalar: true, Value: not "" } value)
            {
                var parsed = LinkItem.Parse(value.Value);
                yield return new GraphEdge(name, parsed.Target, GraphEdgeKind.ExternalLink) { Alias = parsed.Alias ?? parsed.Target, LeadsOutside = format == ComposeFormat.Legacy };
            }
        }
    }

    private void AddEdges(Service service, string attribute, IEnumerable<GraphEdge> found)
    {
        var tag = service.Attribute(attribute)?.Tag;
        if (tag is "!reset" or "!override" || !edges.TryGetValue(attribute, out var list))
        {
            edges[attribute] = list = [];
        }

        if (tag != "!reset")
        {
            list.AddRange(found.Where(edge => !list.Contains(edge)).Distinct());
        }
    }

    private void AddNetworks(Service service)
    {
        var tag = service.Attribute("networks")?.Tag;
        if (tag is "!reset" or "!override")
        {
            networkOrder.Clear();
            networks.Clear();
        }

        foreach (var network in tag == "!reset" ? [] : service.Networks ?? [])
        {
            if (!networks.TryGetValue(network.Name, out var aliases))
            {
                networkOrder.Add(network.Name);
                networks[network.Name] = aliases = [];
            }

            aliases.AddRange(network.Aliases.Except(aliases, StringComparer.Ordinal));
        }
    }

    private void SetMode(string attribute, YamlNode? written, string? mode)
    {
        if (written is null)
        {
            return;
        }

        modes.Remove(attribute);
        if (mode is { Length: > 0 } && written.Value.Tag != "!reset")
        {
            modes[attribute] = mode;
        }
    }

    private GraphEdge? ModeEdge(string attribute) => ServiceReader.ServiceOf(modes[attribute]) is { } target
        ? new GraphEdge(name, target, attribute switch
        {
            "network_mode" => GraphEdgeKind.NetworkMode,
            "pid" => GraphEdgeKind.Pid,
            "ipc" => GraphEdgeKind.Ipc,
            "uts" => GraphEdgeKind.Uts,
            _ => GraphEdgeKind.Cgroup,
        })
        : null;
}
