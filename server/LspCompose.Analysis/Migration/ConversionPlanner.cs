using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Decides what becomes of each link: nobody may resolve a name to another service afterwards than before, otherwise the link stays
/// and the plan says why.
/// </summary>
internal sealed class ConversionPlanner
{
    private readonly ComposeFile file;
    private readonly ComposeModel model;
    private readonly ConversionRequest request;
    private readonly ConversionPlan plan;
    private readonly NetworkView view;
    private readonly HashSet<YamlItemKey> inherited;
    private readonly Dictionary<Service, Ambassador> ambassadors = [];
    private readonly Dictionary<Ambassador, string?> obstacles = [];
    private HashSet<Service> leaving = [];

    private ConversionPlanner(ComposeFile file, ConversionRequest request)
    {
        this.file = file;
        this.request = request;
        model = file.Model;
        plan = new ConversionPlan(file);
        view = new NetworkView(model);
        foreach (var ambassador in file.Ambassadors)
        {
            ambassadors.TryAdd(ambassador.Service, ambassador);
            obstacles.TryAdd(ambassador, AmbassadorRemoval.Obstacle(file, ambassador));
        }

        inherited = [.. model.Services.SelectMany(service => service.Links).Where(link => link.IsInherited).Select(YamlItemKey.Of)];
    }

    /// <summary>Plans a conversion. Costs time linear in the file for each link it converts.</summary>
    public static ConversionPlan Plan(ComposeFile file, ConversionRequest request, CancellationToken cancellation)
    {
        var planner = new ConversionPlanner(file, request);
        planner.Run(cancellation);
        return planner.plan;
    }

    private void Run(CancellationToken cancellation)
    {
        var requested = request.Links is { } asked ? WithHidden(asked) : [.. model.Services.SelectMany(service => service.Links)];
        if (ConversionObstacle.Of(file) is { } obstacle)
        {
            foreach (var link in requested)
            {
                Leave(link, obstacle);
            }

            if (requested.Count == 0 && model.Format == ComposeFormat.Legacy)
            {
                plan.Left.Add(new MigrationNote(model.Services[0].Entry.Key.Span, $"The services stay at the root of the file: {obstacle}."));
            }

            return;
        }

        var isRequested = requested.Select(YamlItemKey.Of).ToHashSet();
        leaving = [.. file.Ambassadors.Where(ambassador => CanLeave(ambassador, isRequested)).Select(ambassador => ambassador.Service)];
        var routes = new List<LinkRoute>();
        foreach (var link in requested)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Route(link) is { } route)
            {
                routes.Add(route);
            }
        }

        DropClashes(routes, cancellation);
        KeepWhatStayingOnesNeed(routes);
        PlanNetworks(routes);
        PlanAmbassadors(routes);
        PlanOrder(routes);
        foreach (var route in routes)
        {
            Describe(route);
        }

        if (model.Format == ComposeFormat.Legacy && (plan.Converted.Count > 0 || request.IsWholeFile))
        {
            plan.RuntimeChanges.Add("All services get their names in DNS on the project's network; the first format put only linked ones into /etc/hosts.");
            plan.RuntimeChanges.Add("Link environment variables and numbered names such as 'db_1' are gone.");
        }
    }

    /// <summary>Of links under one alias the last one counts; where it goes, the others go too, otherwise one of them would take its place.</summary>
    private static IReadOnlyList<Link> WithHidden(IReadOnlyList<Link> links)
    {
        var last = links.GroupBy(link => (link.Source, link.Alias)).Select(group => group.Last());
        return [.. last.SelectMany(link => link.Source.Links.TakeWhile(other => other != link).Where(other => other.Alias == link.Alias).Append(link))];
    }

    /// <summary>True when all links through an ambassador are to be converted and can be told where they lead.</summary>
    private bool CanLeave(Ambassador ambassador, HashSet<YamlItemKey> isRequested) =>
        obstacles[ambassador] is null && (ambassador.Links.Count > 0 || request.IsWholeFile) &&
        ambassador.Links.All(link => isRequested.Contains(YamlItemKey.Of(link)) && !link.IsInterpolated && LinkListWriter.CanEdit(link) && ambassador.Destination(link) is not null);

    /// <summary>
    /// A service besides one that answers to a name on one of the networks, null when there is none. Of two networks with a name on both Docker asks
    /// the one whose own name sorts first, so a name must be alone on all of them.
    /// </summary>
    private Service? Rival(string name, IReadOnlySet<string> networks, Service owner) =>
        view.Answering(name).FirstOrDefault(answer => answer.Service != owner && !leaving.Contains(answer.Service) && networks.Contains(answer.Network)).Service;

    /// <summary>True for a link whose alias a later link of the same service takes: it never answers.</summary>
    private bool IsHidden(Link link, Service consumer) =>
        link.Source.Links.SkipWhile(other => other != link).Skip(1).Any(other =>
            other.Alias == link.Alias && model.Find(other.Target) is { } target && view.Owner(target) is { } owner &&
            NetworkView.Of(consumer).Intersect(NetworkView.Of(owner)).Any());

    /// <summary>Where a link leads and whether it can be converted at all; notes the reason and returns null where not.</summary>
    private LinkRoute? Route(Link link)
    {
        if (link.IsInterpolated)
        {
            return Leave(link, "a variable decides what it links");
        }

        if (inherited.Contains(YamlItemKey.Of(link)))
        {
            return Leave(link, "it stands in a part shared through an anchor, which other services use too");
        }

        if (!LinkListWriter.CanEdit(link))
        {
            return Leave(link, "its list cannot be edited safely");
        }

        if (model.Find(link.Target) is not { } target)
        {
            return Leave(link, $"the file defines no service '{link.Target}'");
        }

        if (ambassadors.TryGetValue(target, out var ambassador))
        {
            if (obstacles[ambassador] is { } obstacle)
            {
                return Leave(link, obstacle);
            }

            if (ambassador.Destination(link) is not { } destination)
            {
                return Leave(link, $"it is not plain which service '{target.Name}' stands for under the name '{link.Alias}'");
            }

            target = destination;
        }

        if (link.Source.NetworkMode is { } mode && ServiceReader.ServiceOf(mode) is null)
        {
            return mode == "bridge"
                ? Leave(link, $"'{link.Source.Name}' is on Docker's default bridge (network_mode: bridge)")
                : new LinkRoute(link, target, target, null);
        }

        if (target.NetworkMode == "bridge")
        {
            return Leave(link, $"'{target.Name}' is on Docker's default bridge (network_mode: bridge)");
        }

        if (view.Owner(link.Source) is not { } consumer || view.Owner(target) is not { } owner)
        {
            return Leave(link, "the network it uses belongs to a service that is not in the file");
        }

        var shared = NetworkView.Of(consumer).Intersect(NetworkView.Of(owner)).ToList();
        if (shared.Count == 0 && ambassador is not null)
        {
            return Leave(link, $"'{consumer.Name}' and '{target.Name}' share no network, so only '{link.Target}' may connect them");
        }

        if (shared.Count == 0 || IsHidden(link, consumer))
        {
            // The link never resolved; only the start order is left of it.
            return new LinkRoute(link, target, owner, null);
        }

        var heard = NetworkView.Of(consumer).ToHashSet(StringComparer.Ordinal);
        if (shared.Exists(network => view.HasName(owner, link.Alias, network)))
        {
            return Rival(link.Alias, heard, owner) is { } other
                ? Leave(link, $"'{link.Alias}' is a name of '{other.Name}' too, so without the link both would answer")
                : new LinkRoute(link, target, owner, Preferred(shared));
        }

        var free = shared.Where(network => Rival(link.Alias, view.Neighbours(network), owner) is null).ToList();
        if (free.Count == 0)
        {
            return Leave(link, $"'{link.Alias}' is already a name of '{Rival(link.Alias, view.Neighbours(shared[0]), owner)?.Name}' on the same network, so an alias would answer for both");
        }

        if (!NetworkWriter.CanJoin(owner, link.Source))
        {
            return Leave(link, $"the networks of '{owner.Name}' come from a shared part of the file");
        }

        return new LinkRoute(link, target, owner, Preferred(free)) { NeedsAlias = true };
    }

    /// <summary>Leaves the links that want one name for two services where somebody would hear both.</summary>
    private void DropClashes(List<LinkRoute> routes, CancellationToken cancellation)
    {
        var dropped = new HashSet<LinkRoute>();
        foreach (var group in routes.Where(route => route.NeedsAlias).GroupBy(route => route.Link.Alias, StringComparer.OrdinalIgnoreCase))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var route in group)
            {
                var rivals = group.Where(other => other.Owner != route.Owner && Meet(route, other)).Select(other => other.Owner).Prepend(route.Owner).Distinct().ToList();
                if (rivals.Count > 1)
                {
                    dropped.Add(route);
                    Leave(route.Link, $"'{route.Link.Alias}' means {Sentence.List(rivals.Select(owner => $"'{owner.Name}'"))} to different services");
                }
            }
        }

        routes.RemoveAll(dropped.Contains);
    }

    private bool Meet(LinkRoute route, LinkRoute other) =>
        route.Network == other.Network || (route.Network is { } network && other.Network is { } second && view.Neighbours(network).Contains(second));

    /// <summary>What is found to stay only now keeps its name, and whatever it needs, until nothing changes any more.</summary>
    private void KeepWhatStayingOnesNeed(List<LinkRoute> routes)
    {
        int before;
        do
        {
            before = routes.Count;
            KeepNamesOfStayingAmbassadors(routes);
            KeepHidingLinks(routes);
        }
        while (routes.Count < before);
    }

    private void KeepNamesOfStayingAmbassadors(List<LinkRoute> routes)
    {
        var routed = routes.Select(route => YamlItemKey.Of(route.Link)).ToHashSet();
        foreach (var ambassador in file.Ambassadors.Where(candidate => leaving.Contains(candidate.Service) && !candidate.Links.All(link => routed.Contains(YamlItemKey.Of(link)))))
        {
            foreach (var route in routes.Where(route => route.Owner != ambassador.Service && string.Equals(route.Link.Alias, ambassador.Service.Name, StringComparison.OrdinalIgnoreCase)).ToList())
            {
                routes.Remove(route);
                Leave(route.Link, $"'{ambassador.Service.Name}' stays and keeps its name");
            }
        }
    }

    /// <summary>A link that hides an earlier one of the same alias stays as long as that one does, which would take the name otherwise.</summary>
    private void KeepHidingLinks(List<LinkRoute> routes)
    {
        var routed = routes.Select(route => YamlItemKey.Of(route.Link)).ToHashSet();
        foreach (var source in routes.Select(route => route.Link.Source).Distinct().ToList())
        {
            foreach (var sameAlias in source.Links.GroupBy(link => link.Alias).Where(group => group.Skip(1).Any()))
            {
                var staying = sameAlias.FirstOrDefault(link => !routed.Contains(YamlItemKey.Of(link)));
                foreach (var route in routes.Where(route => staying is not null && route.Link.Source == source && sameAlias.SkipWhile(link => link != staying).Contains(route.Link)).ToList())
                {
                    routes.Remove(route);
                    Leave(route.Link, $"without it '{staying?.Item.Value}' would take the name '{route.Link.Alias}'");
                }
            }
        }
    }

    private void PlanNetworks(List<LinkRoute> routes)
    {
        var network = NetworkView.Default;
        if (request.Strategy == NetworkStrategy.UserDefinedNetwork && routes.Exists(route => route.Network == NetworkView.Default) && CanLeaveDefault())
        {
            network = plan.NewNetwork = request.NetworkName ?? NetworkNames.Derive(model);
        }

        foreach (var route in routes.Where(route => route is { NeedsAlias: true, Network: not null }))
        {
            plan.For(route.Owner).Join(route.Network == NetworkView.Default ? network : route.Network ?? network, [route.Link.Alias]);
        }

        if (plan.NewNetwork is { } created)
        {
            // Everyone on the default network moves, otherwise those who stay are cut off.
            foreach (var service in model.Services.Where(OnImplicitDefault))
            {
                plan.For(service).Join(created, []);
            }
        }
    }

    /// <summary>
    /// True when every service on the default network can move: none names it, it has no settings of its own, and no other file of the project has services on it.
    /// </summary>
    private bool CanLeaveDefault() =>
        !file.IsPartial &&
        !model.Networks.Contains(NetworkView.Default) &&
        TopLevelWriter.CanDeclare(file, "networks") &&
        model.Services.All(service =>
            service.Networks?.Any(network => network.Name == NetworkView.Default) != true &&
            (!OnImplicitDefault(service) || ServiceWriter.CanAdd(service)));

    private static bool OnImplicitDefault(Service service) => service.Networks is null && service.NetworkMode is null;

    private void PlanOrder(List<LinkRoute> routes)
    {
        var converted = routes.ToDictionary(route => YamlItemKey.Of(route.Link), route => route.Target);
        var removed = plan.RemovedServices.ToHashSet();
        var edges = DependencyGraph.EdgesOf(model).Select(edge =>
            edge.Dependency.Kind == DependencyKind.Link && converted.TryGetValue(YamlItemKey.Of(edge), out var target) ? edge with { To = target } : edge)
            .Where(edge => !removed.Contains(edge.From) && !removed.Contains(edge.To));
        var graph = new DependencyGraph(model.Services, edges);
        var dropped = new HashSet<(Service, Service)>();
        foreach (var route in routes)
        {
            var source = route.Link.Source;
            Service? after = null;
            if (graph.InOneCycle(source, route.Target))
            {
                if (source != route.Target && dropped.Add((source, route.Target)))
                {
                    plan.DroppedOrders.Add((source, route.Target));
                }
            }
            else if (!source.Dependencies.Any(dependency => dependency.Kind == DependencyKind.DependsOn && dependency.Target == route.Target.Name))
            {
                after = route.Target;
            }

            plan.For(source).Links[route.Link] = after;
        }
    }

    private void PlanAmbassadors(List<LinkRoute> routes)
    {
        var converted = routes.Select(route => YamlItemKey.Of(route.Link)).ToHashSet();
        foreach (var ambassador in file.Ambassadors)
        {
            var obstacle = obstacles[ambassador];
            var idle = ambassador.Links.Count > 0
                ? ambassador.Links.All(link => converted.Contains(YamlItemKey.Of(link)))
                : request.IsWholeFile;
            if (!idle || obstacle is not null)
            {
                if (request.IsWholeFile && obstacle is not null)
                {
                    plan.Left.Add(new MigrationNote(ambassador.Service.Entry.Key.Span, $"Ambassador '{ambassador.Service.Name}' stays: {obstacle}."));
                }

                continue;
            }

            plan.RemovedServices.Add(ambassador.Service);
            plan.Converted.Add(new MigrationNote(
                ambassador.Service.Entry.Key.Span,
                $"Ambassador '{ambassador.Service.Name}' is removed; {Sentence.List(ambassador.Fronted.Select(service => $"'{service.Name}'"))} {(ambassador.Fronted.Count == 1 ? "is" : "are")} reached directly."));
            plan.RuntimeChanges.Add($"'{ambassador.Service.Name}' no longer runs and no longer needs the Docker socket; connections show their real source address.");
            foreach (var service in model.Services.Where(service => service != ambassador.Service))
            {
                if (service.Dependencies.Any(dependency => dependency.Kind == DependencyKind.DependsOn && dependency.Target == ambassador.Service.Name))
                {
                    plan.For(service).RemovedDependencies.Add(ambassador.Service);
                }
            }
        }
    }

    private void Describe(LinkRoute route)
    {
        var link = route.Link;
        var how = route switch
        {
            { Network: null } => "it had no effect on names",
            { NeedsAlias: true } => $"'{route.Owner.Name}' gets the network alias '{link.Alias}'",
            _ => $"'{link.Source.Name}' reaches '{route.Target.Name}' by name",
        };
        plan.Converted.Add(new MigrationNote(link.Item.Span, $"Link '{link.Item.Value}' of '{link.Source.Name}' is removed: {how}."));
        if (LinkVariables.UseOf(link, model.Format) is { } use)
        {
            plan.Doubts.Add(char.ToUpperInvariant(use[0]) + use[1..] + ".");
        }

        if (route.NeedsAlias && link.Alias.Contains('.'))
        {
            plan.Doubts.Add($"The alias '{link.Alias}' looks like a public host name; as a network alias it hides that host from every service on the network.");
        }

        if (route.Target.Attribute("scale") is { Value: not ("0" or "1") } || route.Target.Attribute("deploy")?.Get("replicas") is { Value: not ("0" or "1") })
        {
            plan.Doubts.Add($"'{route.Target.Name}' is scaled: the link answered with one replica, the network answers with all of them.");
        }
    }

    private static string Preferred(IReadOnlyList<string> networks) => networks.Contains(NetworkView.Default) ? NetworkView.Default : networks[0];

    private LinkRoute? Leave(Link link, string reason)
    {
        plan.Left.Add(new MigrationNote(link.Item.Span, $"Link '{link.Item.Value}' of '{link.Source.Name}' stays: {reason}."));
        return null;
    }

    /// <summary>Tells link items apart by where they are written.</summary>
    private readonly record struct YamlItemKey(TextSpan Span)
    {
        public static YamlItemKey Of(Link link) => new(link.Item.Span);

        public static YamlItemKey Of(DependencyEdge edge) => new(edge.Dependency.Span);
    }
}
