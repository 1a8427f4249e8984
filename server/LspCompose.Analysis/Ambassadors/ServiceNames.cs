using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Which service of a file a container or host name leads to. Built once a file, so many ambassadors cost no more than their names.</summary>
internal sealed partial class ServiceNames
{
    private readonly Lazy<Dictionary<string, Service>> containers;
    private readonly Lazy<Dictionary<string, Service>> hosts;
    private readonly Lazy<ILookup<string, Service>> registered;

    public ServiceNames(ComposeModel model)
    {
        Model = model;
        containers = new(() => First(model.Services.Select(service => (service.ContainerName, service)), StringComparer.Ordinal));
        hosts = new(() => First(model.Services.SelectMany(OtherNames), StringComparer.OrdinalIgnoreCase));
        registered = new(() => model.Services.SelectMany(RegisteredNames).Distinct().ToLookup(pair => pair.Name, pair => pair.Service, StringComparer.Ordinal));
    }

    /// <summary>The file's services.</summary>
    public ComposeModel Model { get; }

    /// <summary>The service that runs a container: by its fixed name, by Compose's naming scheme, or by the service's own name; null for none of the file.</summary>
    public Service? OfContainer(string container) =>
        containers.Value.GetValueOrDefault(container) ??
        (NumberedContainer().Match(container) is { Success: true } numbered ? OfStem(numbered.Groups["stem"].Value) : null) ??
        Model.Find(container);

    /// <summary>The service behind a name: a link's of the one who asks, else a service, container, host name or network alias. Null for none besides the one who asks.</summary>
    public Service? OfHost(string host, Service asking)
    {
        var linked = asking.Links.LastOrDefault(link => link.Alias == host) is { } link ? Model.Find(link.Target) : null;
        var found = linked ?? Model.Find(host) ?? hosts.Value.GetValueOrDefault(host);
        return found == asking ? null : found;
    }

    /// <summary>The services that register themselves under a name (<c>SERVICE_NAME</c>, <c>SERVICE_80_NAME</c>).</summary>
    public IEnumerable<Service> OfRegistry(string name) => registered.Value[name];

    // The project's name in front may be another one than the folder's, so any is taken; the longest service name counts.
    private Service? OfStem(string stem)
    {
        for (var start = 0; start < stem.Length; start++)
        {
            if ((start == 0 || stem[start - 1] is '_' or '-') && Model.Find(stem[start..]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<(string? Name, Service Service)> OtherNames(Service service) =>
        new[] { service.ContainerName, service.Hostname }.Concat(service.Networks?.SelectMany(network => network.Aliases) ?? []).Select(name => (name, service));

    private static IEnumerable<(string Name, Service Service)> RegisteredNames(Service service) =>
        ServiceTexts.Pairs(service, "environment").Where(pair => RegistryVariable().IsMatch(pair.Name)).Select(pair => (pair.Value.Trim(), service));

    private static Dictionary<string, Service> First(IEnumerable<(string? Name, Service Service)> names, StringComparer comparer)
    {
        var result = new Dictionary<string, Service>(comparer);
        foreach (var (name, service) in names)
        {
            if (name is not null)
            {
                result.TryAdd(name, service);
            }
        }

        return result;
    }

    [GeneratedRegex(@"^(?<stem>.+)[_-]\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedContainer();

    [GeneratedRegex(@"^SERVICE_(?:\d+_)?NAME$", RegexOptions.CultureInvariant)]
    private static partial Regex RegistryVariable();
}
