using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Reads what an ambassador stands for and who uses it.</summary>
internal static class AmbassadorReader
{
    /// <summary>All that is known about a service that is an ambassador.</summary>
    public static Ambassador Read(ServiceNames names, ConsumerTable users, Service service, AmbassadorImage image, IReadOnlyList<Link> links)
    {
        var forwards = image.Kind == AmbassadorKind.PortForwarder ? ForwardReader.Of(names, service, image.Arguments) : [];
        var consumers = users.Of(service, image.Kind, links);
        var readsOnlyLinks = image.ReadsLinkVariables && forwards.Count == 0 && service.Links.Count > 0;
        return new Ambassador(service, image.Kind, Targets(names, service, image.Kind, links, forwards, consumers), links)
        {
            Certainty = image.Certainty,
            Forwards = forwards,
            Consumers = consumers,
            IsEncrypted = image.IsEncrypted,
            HoldsEngine = DockerSocket.IsMountedBy(service),
            ReadsOnlyLinks = readsOnlyLinks,
            IsDead = readsOnlyLinks && names.Model.Format == ComposeFormat.Current && service.NetworkMode != "bridge",
        };
    }

    private static IReadOnlyList<FrontedTarget> Targets(
        ServiceNames names, Service service, AmbassadorKind kind, IReadOnlyList<Link> links, IReadOnlyList<AmbassadorForward> forwards, IReadOnlyList<AmbassadorConsumer> consumers)
    {
        IEnumerable<FrontedTarget> told = kind switch
        {
            AmbassadorKind.ContainerNames => ContainerNames.Of(service).Select(name => new FrontedTarget(name, names.OfContainer(name))),
            AmbassadorKind.ConsumerVariables => consumers.SelectMany(consumer => consumer.Backends).Select(backend => new FrontedTarget(backend.Name, backend.Service)),
            AmbassadorKind.PortForwarder => forwards.Select(forward => new FrontedTarget(forward.TargetHost, forward.Service))
                .Concat(service.Links.Select(link => new FrontedTarget(link.Target, names.Model.Find(link.Target)))),

            // What a registry's ambassador links is the registry, not what it stands for.
            _ => [],
        };
        var targets = told.Distinct().ToList();

        // Where it tells nothing itself, the names its consumers give it tell what they mean by it.
        return targets.Count > 0 || kind is AmbassadorKind.ContainerNames or AmbassadorKind.ConsumerVariables
            ? targets
            : [.. links.Where(link => link.IsRenamed).Select(link => new FrontedTarget(link.Alias, names.OfHost(link.Alias, service))).Distinct()];
    }
}
