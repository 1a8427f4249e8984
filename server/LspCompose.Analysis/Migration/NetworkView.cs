using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Which service answers to which name on which network, as far as one file tells.</summary>
internal sealed class NetworkView
{
    /// <summary>The network of every service that declares none.</summary>
    public const string Default = "default";

    private readonly ComposeModel model;
    private readonly ILookup<string, Service> members;
    private readonly ILookup<string, (Service Service, string Network)> names;
    private readonly Dictionary<string, IReadOnlySet<string>> neighbours = new(StringComparer.Ordinal);

    public NetworkView(ComposeModel model)
    {
        this.model = model;
        members = model.Services.SelectMany(service => Of(service).Select(network => (network, service))).ToLookup(pair => pair.network, pair => pair.service, StringComparer.Ordinal);
        names = model.Services
            .SelectMany(service => Of(service).SelectMany(network => NamesOn(service, network).Select(name => (name, service, network))))
            .ToLookup(entry => entry.name, entry => (entry.service, entry.network), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The networks a service is on, none when it shares or lacks a network stack.</summary>
    public static IReadOnlyList<string> Of(Service service) =>
        service.NetworkMode is not null ? [] : service.Networks is { } networks ? [.. networks.Select(network => network.Name)] : [Default];

    /// <summary>The service whose network stack a service uses: itself, or the one its <c>network_mode</c> leads to. Null where that is not in the file.</summary>
    public Service? Owner(Service service)
    {
        var owner = service;
        for (var step = 0; step <= model.Services.Count; step++)
        {
            if (ServiceReader.ServiceOf(owner.NetworkMode) is not { } next)
            {
                return owner;
            }

            if (model.Find(next) is not { } found)
            {
                return null;
            }

            owner = found;
        }

        return null;
    }

    /// <summary>The services and networks that answer to a name; names are compared without case, as Docker's DNS does.</summary>
    public IEnumerable<(Service Service, string Network)> Answering(string name) => names[name];

    /// <summary>The networks on which a member of a network is too, itself included: names on them are heard by somebody on the network.</summary>
    public IReadOnlySet<string> Neighbours(string network)
    {
        if (!neighbours.TryGetValue(network, out var found))
        {
            neighbours[network] = found = members[network].SelectMany(Of).Append(network).ToHashSet(StringComparer.Ordinal);
        }

        return found;
    }

    /// <summary>True when a service answers to a name on a network it is on.</summary>
    public bool HasName(Service service, string name, string network) => names[name].Contains((service, network));

    private static IEnumerable<string> NamesOn(Service service, string network) =>
        new[] { service.Name, service.ContainerName, service.Hostname }.OfType<string>()
            .Concat(service.Networks?.Where(declared => declared.Name == network).SelectMany(declared => declared.Aliases) ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
