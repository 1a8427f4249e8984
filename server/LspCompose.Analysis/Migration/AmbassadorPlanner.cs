using System.Text.RegularExpressions;
using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Decides which ambassadors go, leads the links through them to the services behind (or, across hosts, to the address behind), and takes them out of their files.
/// </summary>
internal sealed class AmbassadorPlanner
{
    private static readonly string[] ReadingAttributes = ["environment", "command", "entrypoint", "healthcheck", "labels"];

    private readonly ProjectComposition composition;
    private readonly ConversionRequest request;
    private readonly ConversionPlan plan;
    private readonly NameMap names;
    private readonly OutsideContainers outside;
    private readonly List<(ComposedService Service, Ambassador Detected, IReadOnlyList<LinkRoute> Through)> going = [];

    public AmbassadorPlanner(ProjectComposition composition, ConversionRequest request, ConversionPlan plan, IReadOnlyList<LinkUnit> units, OutsideContainers outside)
    {
        this.outside = outside;
        this.composition = composition;
        this.request = request;
        this.plan = plan;
        names = NameMap.Of(composition);
        var routes = units.SelectMany(unit => unit.Routes.Select(route => (unit, route))).ToLookup(pair => pair.route.Link.Target, StringComparer.Ordinal);
        foreach (var (file, ambassador) in composition.Files.SelectMany(file => file.Ambassadors.Select(ambassador => (file, ambassador))))
        {
            // A helper goes with the ambassador it helps.
            if (ambassador.Helps is null && composition.Find(ambassador.Service.Name) is { } service && going.TrueForAll(known => known.Service != service))
            {
                Look(file, RunningTargets.Of(composition, outside, ambassador), service, [.. routes[service.Name].Where(pair => pair.route.Consumer != service.Name)]);
            }
        }
    }

    /// <summary>The names of the ambassadors that go, and of their helpers.</summary>
    public IEnumerable<string> Leaving => going.SelectMany(ambassador => ambassador.Detected.Helpers.Select(helper => helper.Name).Prepend(ambassador.Service.Name));

    private void Look(ComposeFile file, Ambassador ambassador, ComposedService service, IReadOnlyList<(LinkUnit Unit, LinkRoute Route)> through)
    {
        var isAsked = request.IsWholeFile ? request.Paths.Contains(file.Path) : through.Count > 0 && through.All(pair => pair.Unit.IsRequested);
        if (!isAsked)
        {
            return;
        }

        if (request is { IsWholeFile: true, IncludesUnsafe: false } && ambassador.Certainty == AmbassadorCertainty.Medium)
        {
            plan.Left(Place(service), $"'{service.Name}' stays: it may be more than an ambassador; --unsafe, or the quick fix at its name, takes it for one.");
            return;
        }

        var obstacle = Obstacle(file, ambassador, service, through);
        if (obstacle is not null)
        {
            foreach (var (unit, _) in through)
            {
                unit.Reason = obstacle;
                if (ambassador.Kind is AmbassadorKind.Registry or AmbassadorKind.ConsumerVariables)
                {
                    unit.Doubts.Add(new Doubt($"'{service.Name}' tells its consumers apart by their addresses on Docker's default bridge", DoubtKind.NeedsBridge));
                }
            }

            plan.Left(Place(service), $"Ambassador '{service.Name}' stays: {obstacle}.");
            foreach (var helper in ambassador.Helpers.Select(helper => composition.Find(helper.Name)).OfType<ComposedService>())
            {
                plan.Left(Place(helper), $"'{helper.Name}' stays with ambassador '{service.Name}', which it helps.");
            }

            return;
        }

        foreach (var (unit, route) in through)
        {
            route.Through = service;
            if (ambassador.Side == AmbassadorSide.Client)
            {
                unit.Outcome = LinkOutcome.Removed;
                unit.Reason = $"extra_hosts give '{unit.Alias}' the address {ambassador.Forwards[0].TargetHost}";
            }
            else
            {
                route.IsDead = !Meet(route.Link.Consumer, service);
                route.Target = Destination(ambassador, route.Link) ?? route.Target;
            }
        }

        if (ambassador.Certainty == AmbassadorCertainty.Medium)
        {
            plan.Doubts.Add($"'{service.Name}' may be more than an ambassador.");
        }

        going.Add((service, ambassador, [.. through.Select(pair => pair.Route)]));
    }

    private string? Obstacle(ComposeFile file, Ambassador ambassador, ComposedService service, IReadOnlyList<(LinkUnit Unit, LinkRoute Route)> through)
    {
        var follower = composition.Services.FirstOrDefault(other => other != service && !ambassador.Helpers.Any(helper => helper.Name == other.Name) &&
            other.OtherDependencies.Any(dependency => dependency.Target == service.Name && dependency.Kind != DependencyKind.DependsOn));
        var problem = (RunningTargets.Foreign(composition, outside, ambassador) is { } foreign ? $"'{service.Name}' fronts container {foreign.Title}, which is no service of this one" : null)
            ?? AmbassadorRemoval.Obstacle(file, ambassador)
            ?? (service.Parts.Count > 1 ? $"'{service.Name}' is defined in several places" : null)
            ?? (follower is null ? null : $"'{follower.Name}' shares volumes or a namespace with '{service.Name}'")
            ?? through.Where(pair => pair.Unit.Host is null || pair.Unit.Link.IsInterpolated).Select(pair => $"the link '{pair.Unit.Link.Item.Value}' of '{pair.Route.Consumer}' cannot be edited").FirstOrDefault()
            ?? (request.IncludesUnsafe ? null : through.SelectMany(pair => pair.Unit.Doubts).Where(doubt => doubt.Kind == DoubtKind.NeedsBridge).Select(doubt => $"{doubt.Reason}; --unsafe converts it anyway").FirstOrDefault());
        return problem ?? (ambassador.Side == AmbassadorSide.Client ? ClientObstacle(ambassador, service, through) : ServerObstacle(ambassador, service, through));
    }

    /// <summary>What keeps an ambassador in front of services of the project.</summary>
    private string? ServerObstacle(Ambassador ambassador, ComposedService service, IReadOnlyList<(LinkUnit Unit, LinkRoute Route)> through)
    {
        // A link to an ambassador on no common network never led anywhere.
        foreach (var (unit, route) in through.Where(pair => Meet(pair.Route.Link.Consumer, service)))
        {
            if (Destination(ambassador, route.Link) is not { } target)
            {
                return $"it is not plain which service '{service.Name}' stands for under the name '{unit.Alias}'";
            }

            if (!Meet(route.Link.Consumer, target))
            {
                return $"'{route.Consumer}' and '{target.Name}' share no network, so only '{service.Name}' may connect them";
            }
        }

        if (PublishedItems(ambassador).Where(port => port.Target is null).Select(port => port.Number).FirstOrDefault() is var lost and not 0)
        {
            return $"'{service.Name}' publishes port {lost}, and it is not plain which service behind it that belongs to; publish it there first";
        }

        if (PublishedItems(ambassador).Select(port => port.Target).OfType<ComposedService>().FirstOrDefault(target => !ListWriter.CanAdd(target.Definition.Service, "ports")) is { } closed)
        {
            return $"the ports of '{closed.Name}' come from a shared part of the file, so those of '{service.Name}' cannot move there";
        }

        return Callers(service, through).Select(caller => $"'{caller.Name}' uses the name '{service.Name}' itself").FirstOrDefault();
    }

    /// <summary>What keeps an ambassador in front of another host.</summary>
    private string? ClientObstacle(Ambassador ambassador, ComposedService service, IReadOnlyList<(LinkUnit Unit, LinkRoute Route)> through)
    {
        if (ambassador.Forwards.FirstOrDefault(forward => forward.Problem != ForwardProblem.None) is { } broken)
        {
            return $"its target '{broken.TargetHost}' cannot be used as it is written";
        }

        if (ambassador.Forwards.Count == 0 || ambassador.Forwards.Select(forward => forward.TargetHost).Distinct().Skip(1).Any())
        {
            return $"'{service.Name}' does not forward to one address";
        }

        var first = ambassador.Forwards[0];
        if (!first.IsAddress)
        {
            return $"'{service.Name}' forwards to the name '{first.TargetHost}', and extra_hosts take addresses only; tell its consumers that name, or join both hosts by an overlay network";
        }

        if (ambassador.Forwards.FirstOrDefault(forward => !forward.KeepsPort) is { } moved)
        {
            return $"'{service.Name}' turns port {moved.ListenPort} into port {moved.TargetPort}, which extra_hosts cannot; tell its consumers the address {moved.TargetHost}:{moved.TargetPort}";
        }

        if (service.Attribute("ports") is not null && !request.IncludesUnsafe)
        {
            return $"its ports publish the remote service on this host, which ends with it; --unsafe converts it anyway";
        }

        return Consumers(service, through).FirstOrDefault(consumer => !ListWriter.CanAdd(consumer.Definition.Service, "extra_hosts")) is { } closed
            ? $"the extra_hosts of '{closed.Name}' cannot be added to"
            : null;
    }

    private IEnumerable<ComposedService> Consumers(ComposedService service, IReadOnlyList<(LinkUnit Unit, LinkRoute Route)> through) =>
        through.Select(pair => pair.Route.Link.Consumer).Concat(Callers(service, [])).Distinct();

    /// <summary>
    /// Services that reach the ambassador by its own name, as far as their texts tell. Where only links have names nobody can but those that link it under its own name, and
    /// their links tell.
    /// </summary>
    private IEnumerable<ComposedService> Callers(ComposedService service, IReadOnlyList<(LinkUnit Unit, LinkRoute Route)> through)
    {
        var covered = through.Where(pair => pair.Unit.Alias == service.Name).Select(pair => pair.Route.Link.Consumer).ToHashSet();
        return names.IsOnBridge(service.Name)
            ? []
            : composition.Services.Where(other => other != service && !covered.Contains(other) && names.OwnerOf(other.Name) is { } stack && names.Meet(stack, service.Name) &&
                names.OwnNames(service.Name).Any(name => other.Parts.Any(part => Mentions(part, name))));
    }

    private static bool Mentions(ServicePart part, string host)
    {
        // As a whole word: a host in a URL, an address, a value of its own.
        var word = new Regex($@"(?<![\w.-]){Regex.Escape(host)}(?![\w-]|\.\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return ReadingAttributes.Any(attribute =>
            part.Service.OwnEntry(attribute) is { } entry && word.IsMatch(part.File.Text.ToString(entry.Value.Span)));
    }

    /// <summary>What a link through an ambassador means: the service its alias names, else the only one besides the consumer.</summary>
    private ComposedService? Destination(Ambassador ambassador, ComposedLink link)
    {
        if (ambassador.Kind == AmbassadorKind.ConsumerVariables)
        {
            return null;
        }

        var fronted = ambassador.Targets.Select(target => composition.Find(target.Service?.Name ?? target.Name)).ToList();
        var known = fronted.OfType<ComposedService>().Distinct().ToList();
        var named = known.Find(service => link.Alias == service.Name || link.Alias == service.ContainerName || link.Alias == service.Hostname);
        var others = known.Where(service => service != link.Consumer).ToList();
        return named ?? (others.Count == 1 && !fronted.Contains(null) ? others[0] : null);
    }

    /// <summary>True when two services share a network, the bridge or a network stack.</summary>
    private bool Meet(ComposedService consumer, ComposedService target) =>
        names.OwnerOf(consumer.Name) is { } stack && names.OwnerOf(target.Name) is { } owner && names.Meet(stack, owner);

    private IEnumerable<(int Number, string Text, ComposedService? Target)> PublishedItems(Ambassador ambassador)
    {
        foreach (var item in ServicePorts.Published(ambassador.Service).GroupBy(port => port.Item.Span))
        {
            // A range goes to one service as a whole or not at all.
            var behind = item.Select(port => ambassador.Behind(port.Number)?.Name).Distinct().ToList();
            var keeps = ambassador.Forwards.All(forward => forward.KeepsPort || item.All(port => port.Number != forward.ListenPort));
            var target = behind is [{ } only] && keeps && item.First().Item.IsScalar ? composition.Find(only) : null;
            yield return (item.First().Number, item.First().Item.Value, target);
        }
    }

    /// <summary>Writes into the plan what goes with the ambassadors.</summary>
    public void Write()
    {
        foreach (var (service, ambassador, through) in going)
        {
            Remove(service.Definition);
            foreach (var helper in ambassador.Helpers.Select(helper => composition.Find(helper.Name)).OfType<ComposedService>())
            {
                Remove(helper.Definition);
                plan.Converted(Place(helper), $"'{helper.Name}' is removed with the ambassador it helped.");
            }

            if (ambassador.Side == AmbassadorSide.Client)
            {
                GiveAddress(service, ambassador, through);
            }
            else
            {
                MovePorts(service, ambassador);
            }

            var socket = ambassador.HoldsEngine ? " and no longer needs the Docker socket" : "";
            plan.RuntimeChanges.Add($"'{service.Name}' no longer runs{socket}; connections show their real source address.");
        }
    }

    private static ItemPlace Place(ComposedService service) => new(service.Definition.File.Path, service.Definition.Service.Entry.Key.Span);

    private void Remove(ServicePart part)
    {
        plan.For(part.File).RemovedServices.Add(part.Service);
        plan.Removed.Add(part.Service.Name);
        foreach (var other in composition.Services.Where(other => other.Name != part.Service.Name).SelectMany(other => other.Parts))
        {
            if (other.Service.Dependencies.Any(dependency => dependency.Kind == DependencyKind.DependsOn && dependency.Target == part.Service.Name))
            {
                plan.For(other).RemovedDependencies.Add(part.Service.Name);
            }
        }
    }

    private void GiveAddress(ComposedService service, Ambassador ambassador, IReadOnlyList<LinkRoute> through)
    {
        var host = ambassador.Forwards[0].TargetHost;
        foreach (var route in through)
        {
            plan.For(route.Link.Consumer.Definition).AddItem("extra_hosts", $"{route.Link.Alias}:{host}");
        }

        foreach (var caller in Callers(service, []))
        {
            foreach (var name in names.OwnNames(service.Name).Where(name => caller.Parts.Any(part => Mentions(part, name))))
            {
                plan.For(caller.Definition).AddItem("extra_hosts", $"{name}:{host}");
            }
        }

        plan.Converted(Place(service), $"Ambassador '{service.Name}' is removed; its consumers get {host} by extra_hosts. Where both hosts are yours, an overlay network (driver: overlay, attachable: true) does without addresses.");
        if (service.Attribute("ports") is not null)
        {
            plan.Doubts.Add($"'{service.Name}' publishes the remote service on this host, which ends with it.");
        }
    }

    private void MovePorts(ComposedService service, Ambassador ambassador)
    {
        foreach (var port in PublishedItems(ambassador))
        {
            if (port.Target is { } target)
            {
                plan.For(target.Definition).AddItem("ports", port.Text);
                plan.RuntimeChanges.Add($"Port '{port.Text}' is published by '{target.Name}' itself.");
            }
        }

        var fronted = ambassador.Fronted;
        plan.Converted(Place(service), $"Ambassador '{service.Name}' is removed; {Sentence.List(fronted.Select(behind => $"'{behind.Name}'"))} {(fronted.Count == 1 ? "is" : "are")} reached directly.");
    }
}
