using LspCompose.Analysis.Model;
using LspCompose.Analysis.Rules;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Reads what an ambassador stands for and who uses it.</summary>
internal static class AmbassadorReader
{
    /// <summary>All that is known about a service that is an ambassador.</summary>
    public static Ambassador Read(ComposeModel model, Service service, AmbassadorImage image, IReadOnlyList<Link> links)
    {
        var forwards = image.Kind == AmbassadorKind.PortForwarder ? ForwardReader.Of(model, service, image.Arguments) : [];
        var consumers = Consumers(model, service, image.Kind, links);
        var readsOnlyLinks = image.ReadsLinkVariables && forwards.Count == 0 && service.Links.Count > 0;
        return new Ambassador(service, image.Kind, Targets(model, service, image.Kind, links, forwards, consumers), links)
        {
            Certainty = image.Certainty,
            Forwards = forwards,
            Consumers = consumers,
            IsEncrypted = image.IsEncrypted,
            HoldsEngine = DockerSocket.IsMountedBy(service),
            ReadsOnlyLinks = readsOnlyLinks,
            IsDead = readsOnlyLinks && model.Format == ComposeFormat.Current && service.NetworkMode != "bridge",
        };
    }

    private static IReadOnlyList<FrontedTarget> Targets(
        ComposeModel model, Service service, AmbassadorKind kind, IReadOnlyList<Link> links, IReadOnlyList<AmbassadorForward> forwards, IReadOnlyList<AmbassadorConsumer> consumers)
    {
        var meant = links.Where(link => link.IsRenamed).Select(link => new FrontedTarget(link.Alias, HostNames.Resolve(model, service, link.Alias)));
        IEnumerable<FrontedTarget> targets = kind switch
        {
            AmbassadorKind.ContainerNames => ContainerNames.Of(service).Select(name => new FrontedTarget(name, ContainerNames.Resolve(model, name))),
            AmbassadorKind.ConsumerVariables => consumers.SelectMany(consumer => consumer.Backends).Select(backend => new FrontedTarget(backend.Name, backend.Service)),

            // What a registry's ambassador links is the registry, not what it stands for.
            AmbassadorKind.PortForwarder => forwards.Select(forward => new FrontedTarget(forward.TargetHost, forward.Service))
                .Concat(service.Links.Select(link => new FrontedTarget(link.Target, model.Find(link.Target)))),
            _ => meant,
        };
        var known = targets.Distinct().ToList();
        return known.Count > 0 || kind == AmbassadorKind.ConsumerVariables ? known : [.. meant.Distinct()];
    }

    private static List<AmbassadorConsumer> Consumers(ComposeModel model, Service service, AmbassadorKind kind, IReadOnlyList<Link> links)
    {
        var consumers = new List<AmbassadorConsumer>();
        foreach (var other in model.Services.Where(other => other != service))
        {
            var own = links.Where(link => link.Source == other).ToList();
            var backends = kind == AmbassadorKind.ConsumerVariables ? BackendReader.Of(model, other) : [];
            if (own.Count > 0 || backends.Count > 0 || UsesName(model, other, service))
            {
                consumers.Add(new AmbassadorConsumer(other) { Links = own, Backends = backends });
            }
        }

        return consumers;
    }

    /// <summary>True when a service waits for another one or has its name in a variable, and reaches it by that name.</summary>
    private static bool UsesName(ComposeModel model, Service service, Service ambassador)
    {
        if (model.Format == ComposeFormat.Legacy || !HostNames.ShareNetwork(service, ambassador))
        {
            return false;
        }

        return service.Dependencies.Any(dependency => dependency.Kind == DependencyKind.DependsOn && dependency.Target == ambassador.Name) ||
            ServiceTexts.Pairs(service, "environment").SelectMany(pair => HostMentions.InVariable(pair.Name, pair.Value))
                .Any(host => host.Name == ambassador.Name || host.Name == ambassador.ContainerName);
    }
}
