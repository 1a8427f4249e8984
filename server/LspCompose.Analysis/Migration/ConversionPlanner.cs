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
    private HashSet<Service> leaving = [];

    private ConversionPlanner(ComposeFile file, ConversionRequest request)
    {
        this.file = file;
        this.request = request;
        model = file.Model;
        plan = new ConversionPlan(file);
        view = new NetworkView(model);
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
        var requested = request.Links ?? [.. model.Services.SelectMany(service => service.Links)];
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
        KeepNamesOfStayingAmbassadors(routes);
        PlanNetworks(routes);
        PlanOrder(routes);
        PlanAmbassadors(routes);
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

    /// <summary>True when all links through an ambassador are to be converted and can be told where they lead.</summary>
    private bool CanLeave(Ambassador ambassador, HashSet<YamlItemKey> isRequested) =>
        AmbassadorRemoval.Obstacle(file, ambassador) is null &&
        ambassador.Links.All(link => isRequested.Contains(YamlItemKey.Of(link)) && !link.IsInterpolated && LinkListWriter.CanEdit(link) && ambassador.Destination(link) is not null);

    /// <summary>The services besides one that will answer to a name on a network.</summary>
    private IEnumerable<Service> Answering(string name, string network, Service except) =>
        view.Answering(name, network, except).Where(service => !leaving.Contains(service));

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

        var ambassador = file.Ambassadors.FirstOrDefault(candidate => candidate.Service == target);
        if (ambassador is not null)
        {
            if (AmbassadorRemoval.Obstacle(file, ambassador) is { } obstacle)
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
        var needsAlias = owner != target || !string.Equals(link.Alias, target.Name, StringComparison.OrdinalIgnoreCase);
        if (!needsAlias || shared.Count == 0)
        {
            // Without a shared network the link never resolved; only the start order is left of it.
            return new LinkRoute(link, target, owner, shared.Count == 0 ? null : Preferred(shared)) { NeedsAlias = false };
        }

        if (shared.Exists(network => NetworkView.HasName(owner, link.Alias, network) && !Answering(link.Alias, network, owner).Any()))
        {
            return new LinkRoute(link, target, owner, Preferred(shared)) { NeedsAlias = false };
        }

        var free = shared.Where(network => !Answering(link.Alias, network, owner).Any()).ToList();
        if (free.Count == 0)
        {
            var other = Answering(link.Alias, shared[0], owner).First();
            return Leave(link, $"'{link.Alias}' is already a name of '{other.Name}' on the same network, so an alias would answer for both");
        }

        if (!NetworkWriter.CanJoin(owner, link.Source))
        {
            return Leave(link, $"the networks of '{owner.Name}' come from a shared part of the file");
        }

        return new LinkRoute(link, target, owner, Preferred(free)) { NeedsAlias = true };
    }

    /// <summary>Leaves the links that want one name for two services on one network.</summary>
    private void DropClashes(List<LinkRoute> routes, CancellationToken cancellation)
    {
        foreach (var group in routes.Where(route => route.NeedsAlias).GroupBy(route => (Name: route.Link.Alias.ToUpperInvariant(), route.Network)).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            var owners = group.Select(route => route.Owner).Distinct().ToList();
            var alias = group.First().Link.Alias;

            // The service behind the alias may itself mean somebody else by that name.
            var contrary = model.Services.SelectMany(service => service.Links).FirstOrDefault(link =>
                owners.Contains(link.Source) && string.Equals(link.Alias, alias, StringComparison.OrdinalIgnoreCase) && model.Find(link.Target) != link.Source);
            if (owners.Count == 1 && contrary is null)
            {
                continue;
            }

            foreach (var route in group)
            {
                routes.Remove(route);
                Leave(route.Link, owners.Count > 1
                    ? $"'{alias}' means {Sentence.List(owners.Select(owner => $"'{owner.Name}'"))} to different services"
                    : $"'{owners[0].Name}' itself links another service as '{alias}'");
            }
        }
    }

    /// <summary>An ambassador that stays after all, for a link found unconvertible later, keeps its name for itself.</summary>
    private void KeepNamesOfStayingAmbassadors(List<LinkRoute> routes)
    {
        var routed = routes.Select(route => YamlItemKey.Of(route.Link)).ToHashSet();
        foreach (var ambassador in file.Ambassadors.Where(candidate => !candidate.Links.All(link => routed.Contains(YamlItemKey.Of(link)))))
        {
            foreach (var route in routes.Where(route => route.NeedsAlias && string.Equals(route.Link.Alias, ambassador.Service.Name, StringComparison.OrdinalIgnoreCase)).ToList())
            {
                routes.Remove(route);
                Leave(route.Link, $"'{ambassador.Service.Name}' stays and keeps its name");
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
        model.Services.All(service =>
            service.Networks?.Any(network => network.Name == NetworkView.Default) != true &&
            (!OnImplicitDefault(service) || ServiceWriter.CanAdd(service)));

    private static bool OnImplicitDefault(Service service) => service.Networks is null && service.NetworkMode is null;

    private void PlanOrder(List<LinkRoute> routes)
    {
        var converted = routes.ToDictionary(route => YamlItemKey.Of(route.Link), route => route.Target);
        var edges = DependencyGraph.EdgesOf(model).Select(edge =>
            edge.Dependency.Kind == DependencyKind.Link && converted.TryGetValue(YamlItemKey.Of(edge), out var target) ? edge with { To = target } : edge);
        var graph = new DependencyGraph(model.Services, edges);
        foreach (var route in routes)
        {
            var source = route.Link.Source;
            Service? after = null;
            if (graph.InOneCycle(source, route.Target))
            {
                if (source != route.Target && !plan.DroppedOrders.Contains((source, route.Target)))
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
            var obstacle = AmbassadorRemoval.Obstacle(file, ambassador);
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
