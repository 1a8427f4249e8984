using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>A service that only passes connections on to others, and the links that lead through it.</summary>
public sealed record Ambassador(Service Service, AmbassadorKind Kind, IReadOnlyList<FrontedTarget> Targets, IReadOnlyList<Link> Links)
{
    /// <summary>How sure it is that it is one.</summary>
    public AmbassadorCertainty Certainty { get; init; }

    /// <summary>The ports it forwards, as far as variables and arguments tell; what it learns from links at run time is not among them.</summary>
    public IReadOnlyList<AmbassadorForward> Forwards { get; init; } = [];

    /// <summary>The services that reach others through it, in the order of the file.</summary>
    public IReadOnlyList<AmbassadorConsumer> Consumers { get; init; } = [];

    /// <summary>Services that only help it and go with it, such as one that runs <c>--setup-iptables</c> in its network namespace.</summary>
    public IReadOnlyList<Service> Helpers { get; init; } = [];

    /// <summary>The ambassador it helps, null unless it is a helper.</summary>
    public Service? Helps { get; init; }

    /// <summary>True when it encrypts what it carries, so a plain network in its place would be a loss.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>True when it holds the Docker socket, which is root on the host.</summary>
    public bool HoldsEngine { get; init; }

    /// <summary>True when it has only the variables of its own links to go by. Docker 29 no longer sets them.</summary>
    public bool ReadsOnlyLinks { get; init; }

    /// <summary>True when it cannot work at all: it has only link variables to go by, which do not exist on a user-defined network.</summary>
    public bool IsDead { get; init; }

    /// <summary>The services of the file it stands for, in the order of the file that names them, each once.</summary>
    public IReadOnlyList<Service> Fronted => [.. Targets.Select(target => target.Service).OfType<Service>().Distinct()];

    /// <summary>The side a port forwarder stands on; null for other kinds and where nothing tells what it forwards to.</summary>
    public AmbassadorSide? Side =>
        Kind != AmbassadorKind.PortForwarder || Forwards.Count + Service.Links.Count == 0 ? null
        : Targets.All(target => target.Service is not null) ? AmbassadorSide.Server
        : AmbassadorSide.Client;

    /// <summary>
    /// The service a link through the ambassador really means: the fronted one its alias names, else the only fronted one besides the
    /// consumer. Null where that is not plain.
    /// </summary>
    public Service? Destination(Link link)
    {
        if (Kind == AmbassadorKind.ConsumerVariables)
        {
            return Consumers.FirstOrDefault(consumer => consumer.Service == link.Source) is { Backends: [var only] } ? only.Service : null;
        }

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

    /// <summary>The service that answers on a port of the ambassador: the one forwarded to, else the only fronted one that declares the port, else the only one. Null where that is not plain.</summary>
    public Service? Behind(int port)
    {
        var forwarded = Forwards.Where(forward => forward.ListenPort == port).Select(forward => forward.Service).Distinct().ToList();
        if (forwarded.Count > 0)
        {
            return forwarded.Count == 1 ? forwarded[0] : null;
        }

        var fronted = Fronted;
        var declaring = fronted.Where(service => ServicePorts.Of(service).Any(own => own.Number == port)).ToList();
        return declaring.Count == 1 ? declaring[0] : declaring.Count == 0 && fronted.Count == 1 && Targets.Count == 1 ? fronted[0] : null;
    }
}
