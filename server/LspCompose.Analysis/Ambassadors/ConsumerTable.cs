using LspCompose.Analysis.Model;
using LspCompose.Analysis.Rules;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Who uses which service of a file as an ambassador. Built once a file, when the first ambassador is found.</summary>
internal sealed class ConsumerTable
{
    private readonly Lazy<ILookup<string, Service>> usersByName;
    private readonly Lazy<IReadOnlyDictionary<Service, IReadOnlyList<ConsumerBackend>>> backends;

    public ConsumerTable(ServiceNames names)
    {
        var services = names.Model.Services;
        usersByName = new(() => services.SelectMany(service => UsedNames(service).Distinct().Select(name => (name, service))).ToLookup(pair => pair.name, pair => pair.service, StringComparer.Ordinal));
        backends = new(() => services.Select(service => (service, List: BackendReader.Of(names, service))).Where(pair => pair.List.Count > 0).ToDictionary(pair => pair.service, pair => pair.List));
        IsOnNetworks = names.Model.Format == ComposeFormat.Current;
    }

    // In the first format only links give names.
    private bool IsOnNetworks { get; }

    /// <summary>The consumers of an ambassador in the order of the file; the links are those of others to it.</summary>
    public IReadOnlyList<AmbassadorConsumer> Of(Service ambassador, AmbassadorKind kind, IReadOnlyList<Link> links)
    {
        var linking = links.ToLookup(link => link.Source);
        var asking = kind == AmbassadorKind.ConsumerVariables ? backends.Value : new Dictionary<Service, IReadOnlyList<ConsumerBackend>>();
        return
        [
            .. linking.Select(group => group.Key).Concat(asking.Keys).Concat(IsOnNetworks ? ByName(ambassador) : [])
                .Where(service => service != ambassador)
                .Distinct()
                .OrderBy(service => service.Entry.Key.Span.Start)
                .Select(service => new AmbassadorConsumer(service) { Links = [.. linking[service]], Backends = asking.GetValueOrDefault(service, []) }),
        ];
    }

    private IEnumerable<Service> ByName(Service ambassador) =>
        usersByName.Value[ambassador.Name].Concat(ambassador.ContainerName is { } container ? usersByName.Value[container] : []).Where(user => ShareNetwork(user, ambassador));

    private static IEnumerable<string> UsedNames(Service service) =>
        service.Dependencies.Where(dependency => dependency.Kind == DependencyKind.DependsOn).Select(dependency => dependency.Target)
            .Concat(ServiceTexts.Pairs(service, "environment").SelectMany(pair => HostMentions.InVariable(pair.Name, pair.Value)).Select(host => host.Name));

    private static bool ShareNetwork(Service one, Service other) =>
        one.NetworkMode is null && other.NetworkMode is null && NetworksOf(one).Intersect(NetworksOf(other)).Any();

    private static IEnumerable<string> NetworksOf(Service service) => service.Networks?.Select(network => network.Name) ?? ["default"];
}
