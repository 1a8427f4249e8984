using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Composition;

/// <summary>A service of a project as all its files define it together: later parts win over earlier ones, lists grow.</summary>
internal sealed class ComposedService
{
    private readonly List<ServicePart> parts = [];
    private readonly Lazy<IReadOnlyList<ComposedLink>> links;
    private readonly Lazy<IReadOnlyList<ComposedLink>> externalLinks;
    private readonly Lazy<IReadOnlyList<ServiceNetwork>?> networks;
    private readonly Lazy<IReadOnlyList<Dependency>> otherDependencies;

    public ComposedService(string name)
    {
        Name = name;
        links = new(() => Items("links", service => service.Links));
        externalLinks = new(() => Items("external_links", service => service.ExternalLinks));
        networks = new(MergeNetworks);
        otherDependencies = new(MergeDependencies);
    }

    /// <summary>The service's name.</summary>
    public string Name { get; }

    /// <summary>Its parts, weakest first: what it extends before what extends it, a file before its override.</summary>
    public IReadOnlyList<ServicePart> Parts => parts;

    /// <summary>The part that defines it: the first one of its own with an image or a build, else its first own one.</summary>
    public ServicePart Definition => Own.FirstOrDefault(part => part.Service.IsRunnable) ?? Own.First();

    /// <summary>Its links in the order Compose gives them to the engine.</summary>
    public IReadOnlyList<ComposedLink> Links => links.Value;

    /// <summary>Its external links.</summary>
    public IReadOnlyList<ComposedLink> ExternalLinks => externalLinks.Value;

    /// <summary>The networks it declares, null when it declares none and so is on <c>default</c>.</summary>
    public IReadOnlyList<ServiceNetwork>? Networks => networks.Value;

    /// <summary>Its network mode in today's words, null without one.</summary>
    public string? NetworkMode => Last("network_mode", service => service.NetworkMode);

    /// <summary>Its fixed container name, null without one.</summary>
    public string? ContainerName => Last("container_name", service => service.ContainerName);

    /// <summary>Its host name, null without one.</summary>
    public string? Hostname => Last("hostname", service => service.Hostname);

    /// <summary>Its image, null without one.</summary>
    public string? Image => Last("image", service => service.Image);

    /// <summary>Everything but links that makes it depend on another service.</summary>
    public IReadOnlyList<Dependency> OtherDependencies => otherDependencies.Value;

    /// <summary>The services it names in <c>depends_on</c>.</summary>
    public IEnumerable<string> DependsOn => OtherDependencies.Where(dependency => dependency.Kind == DependencyKind.DependsOn).Select(dependency => dependency.Target);

    private IEnumerable<ServicePart> Own => parts.Where(part => part.Kind == PartKind.Own);

    /// <summary>An attribute as the last part that has it says; null when none does.</summary>
    public YamlNode? Attribute(string key) => parts.Select(part => part.Service.Attribute(key)).LastOrDefault(value => value is not null);

    internal void Add(ServicePart part) => parts.Add(part);

    private string? Last(string key, Func<Service, string?> value) =>
        parts.Aggregate((string?)null, (known, part) => IsReset(part, key) ? null : value(part.Service) ?? known);

    private List<ComposedLink> Items(string key, Func<Service, IReadOnlyList<Link>> read)
    {
        var result = new List<ComposedLink>();
        foreach (var part in parts)
        {
            if (StartsAnew(part, key))
            {
                result.Clear();
            }

            result.AddRange(IsReset(part, key) ? [] : read(part.Service).Select(link => new ComposedLink(this, part, link)));
        }

        return result;
    }

    private List<ServiceNetwork>? MergeNetworks()
    {
        var result = new List<ServiceNetwork>();
        foreach (var part in parts)
        {
            if (StartsAnew(part, "networks"))
            {
                result.Clear();
            }

            foreach (var network in IsReset(part, "networks") ? [] : part.Service.Networks ?? [])
            {
                var index = result.FindIndex(known => known.Name == network.Name);
                if (index < 0)
                {
                    result.Add(network);
                }
                else
                {
                    result[index] = new ServiceNetwork(network.Name, [.. result[index].Aliases.Union(network.Aliases, StringComparer.Ordinal)]);
                }
            }
        }

        return result.Count == 0 ? null : result;
    }

    private List<Dependency> MergeDependencies()
    {
        var result = new List<Dependency>();
        foreach (var part in parts)
        {
            // Lists grow; of what can be said once only, such as a network mode, the last counts.
            var own = part.Service.Dependencies.Where(dependency => dependency.Kind != DependencyKind.Link).ToList();
            result.RemoveAll(known => StartsAnew(part, known.Attribute) || (known.Kind is DependencyKind.NetworkMode or DependencyKind.Namespace && part.Service.Attribute(known.Attribute) is not null));
            result.AddRange(own.Where(dependency => !IsReset(part, dependency.Attribute)));
        }

        return result;
    }

    private static bool IsReset(ServicePart part, string key) => part.Service.Attribute(key)?.Tag == "!reset";

    // !reset and !override do away with what earlier parts say.
    private static bool StartsAnew(ServicePart part, string key) => part.Service.Attribute(key)?.Tag is "!reset" or "!override";
}
