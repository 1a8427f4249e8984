using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>A service that only passes connections on to others, and the links that lead through it.</summary>
public sealed record Ambassador(Service Service, AmbassadorKind Kind, IReadOnlyList<FrontedTarget> Targets, IReadOnlyList<Link> Links)
{
    /// <summary>The services of the file it stands for, in the order of the file that names them, each once.</summary>
    public IReadOnlyList<Service> Fronted => [.. Targets.Select(target => target.Service).OfType<Service>().Distinct()];

    /// <summary>
    /// The service a link through the ambassador really means: the fronted one its alias names, else the only fronted one besides the
    /// consumer. Null where that is not plain.
    /// </summary>
    public Service? Destination(Link link)
    {
        var fronted = Fronted;
        var named = fronted.FirstOrDefault(service =>
            link.Alias == service.Name || link.Alias == service.ContainerName || link.Alias == service.Hostname);
        if (named is not null)
        {
            return named;
        }

        var others = fronted.Where(service => service != link.Source).ToList();
        return others.Count == 1 && Targets.All(target => target.Service is not null) ? others[0] : null;
    }
}
