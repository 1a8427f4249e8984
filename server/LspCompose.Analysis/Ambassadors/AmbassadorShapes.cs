using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Tells whether a service is an ambassador, surest signs first; what never is one is ruled out before anything is guessed.</summary>
internal static class AmbassadorShapes
{
    // The administration port of the API gateway of that name.
    private const int GatewayPort = 8877;

    private static readonly AmbassadorImage NamesContainers = new(AmbassadorKind.ContainerNames) { Certainty = AmbassadorCertainty.High };

    private static readonly AmbassadorImage ForwardsPorts = new(AmbassadorKind.PortForwarder) { Certainty = AmbassadorCertainty.High };

    private static readonly AmbassadorImage StandsBetween = new(AmbassadorKind.Unspecified) { Certainty = AmbassadorCertainty.High };

    /// <summary>What a service is as an ambassador, null when it is none. The links are those of others to it.</summary>
    public static AmbassadorImage? Judge(ServiceNames names, Service service, IReadOnlyList<Link> links)
    {
        var image = service.Image;
        if (image is not null && AmbassadorImages.IsSomethingElse(image))
        {
            return null;
        }

        if (image is not null && AmbassadorImages.Find(image) is { } known)
        {
            return known.Arguments == ArgumentForm.Backends && !HasSingleBackends(names, service) ? null : known;
        }

        // Whoever is not linked can only be told by name.
        var soundsLike = image is not null && AmbassadorImages.SoundsLikeAmbassador(image);
        if ((links.Count == 0 && !soundsLike) || IsGateway(service))
        {
            return null;
        }

        return ByConfiguration(names, service, links, soundsLike) ?? ByPlace(names, service, links);
    }

    private static AmbassadorImage? ByConfiguration(ServiceNames names, Service service, IReadOnlyList<Link> links, bool soundsLike)
    {
        var containers = DockerSocket.IsMountedBy(service) ? ContainerNames.Of(service) : [];
        if (containers.Count > 0 && (soundsLike || (containers.Any(container => names.OfContainer(container) is not null) && links.Any(link => IsNameOfAnother(names, link)))))
        {
            return NamesContainers;
        }

        var variables = LinkVariables.Of(service);
        if (variables.Count > 0 && (soundsLike || ListensOn(service, variables)))
        {
            return ForwardsPorts with { Arguments = soundsLike ? ArgumentForm.HostAndPort : ArgumentForm.Other };
        }

        return soundsLike && links.Any(link => link.IsRenamed)
            ? service.Links.Count > 0 || ForwardReader.Of(names, service, ArgumentForm.HostAndPort).Count > 0 ? ForwardsPorts with { Arguments = ArgumentForm.HostAndPort } : StandsBetween
            : null;
    }

    private static AmbassadorImage? ByPlace(ServiceNames names, Service service, IReadOnlyList<Link> links)
    {
        if (ForwardReader.FromSocat(names, service).Any(forward => IsLinkedAs(links, forward)))
        {
            return ForwardsPorts with { Certainty = AmbassadorCertainty.Medium };
        }

        // The hub of a star: it is linked under the names of services that link it themselves.
        var consumers = links.Select(link => link.Source.Name).ToHashSet(StringComparer.Ordinal);
        return links.Count(link => link.IsRenamed && consumers.Contains(link.Alias)) > 1
            ? StandsBetween with { Certainty = AmbassadorCertainty.Medium }
            : null;
    }

    /// <summary>True when a forward keeps its port and somebody links the forwarder under the very name it forwards to.</summary>
    private static bool IsLinkedAs(IReadOnlyList<Link> links, AmbassadorForward forward) =>
        forward.KeepsPort && links.Any(link => link.IsRenamed && (link.Alias == forward.TargetHost || link.Alias == forward.Service?.Name));

    private static bool IsNameOfAnother(ServiceNames names, Link link) => link.IsRenamed && names.Model.Find(link.Alias) is not null;

    private static bool HasSingleBackends(ServiceNames names, Service service) =>
        ForwardReader.Backends(names, service)?.All(backends => backends.Count == 1) == true;

    /// <summary>False for a service that declares ports, but none of those: it only connects to what the variables name.</summary>
    private static bool ListensOn(Service service, IReadOnlyList<NamedValue> variables)
    {
        var own = ServicePorts.Of(service).Select(port => port.Number).ToHashSet();
        return own.Count == 0 || variables.Any(variable => own.Contains(LinkVariables.PortOf(variable.Name).Port));
    }

    private static bool IsGateway(Service service) =>
        ServicePorts.Of(service).Any(port => port.Number == GatewayPort) ||
        ServiceTexts.Pairs(service, "environment").Any(pair => pair.Name.StartsWith("AMBASSADOR_", StringComparison.Ordinal) && !LinkVariables.IsName(pair.Name));
}
