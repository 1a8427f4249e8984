using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>What a conversion changes in one service.</summary>
internal sealed class ServiceChange(Service service)
{
    public Service Service { get; } = service;

    /// <summary>Links to take away, each with the service that takes its place in <c>depends_on</c>, null where no order is kept.</summary>
    public Dictionary<Link, Service?> Links { get; } = [];

    /// <summary>Services whose name in <c>depends_on</c> goes away, because they are removed.</summary>
    public List<Service> RemovedDependencies { get; } = [];

    /// <summary>Networks to be on, each with the aliases to have there, in order.</summary>
    public List<ServiceNetwork> Networks { get; } = [];

    /// <summary>The services to start after, in the order of the links.</summary>
    public IReadOnlyList<Service> NewDependencies => [.. Links.Values.OfType<Service>().Distinct()];

    /// <summary>Asks for an alias on a network, an empty list of aliases just for being on it.</summary>
    public void Join(string network, IReadOnlyList<string> aliases)
    {
        var index = Networks.FindIndex(joined => joined.Name == network);
        if (index < 0)
        {
            Networks.Add(new ServiceNetwork(network, aliases));
        }
        else
        {
            Networks[index] = new ServiceNetwork(network, [.. Networks[index].Aliases.Union(aliases, StringComparer.OrdinalIgnoreCase)]);
        }
    }
}
