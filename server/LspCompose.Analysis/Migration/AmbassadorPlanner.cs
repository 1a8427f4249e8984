using LspCompose.Analysis.Ambassadors;
using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Decides which ambassadors go, leads the links through them to the services behind, and takes them out of their files.</summary>
internal sealed class AmbassadorPlanner
{
    private readonly ProjectComposition composition;
    private readonly ConversionPlan plan;
    private readonly List<(ComposedService Service, Ambassador Detected)> going = [];

    public AmbassadorPlanner(ProjectComposition composition, ConversionRequest request, ConversionPlan plan, IReadOnlyList<LinkUnit> units)
    {
        this.composition = composition;
        this.plan = plan;
        var routes = units.SelectMany(unit => unit.Routes.Select(route => (unit, route))).ToLookup(pair => pair.route.Link.Target, StringComparer.Ordinal);
        foreach (var file in composition.Files)
        {
            foreach (var ambassador in file.Ambassadors)
            {
                if (composition.Find(ambassador.Service.Name) is { } service && going.TrueForAll(known => known.Service != service))
                {
                    Look(request, file, ambassador, service, [.. routes[service.Name].Where(pair => !pair.unit.IsExternal && pair.route.Consumer != service.Name)]);
                }
            }
        }
    }

    /// <summary>The names of the ambassadors that go.</summary>
    public IEnumerable<string> Leaving => going.Select(ambassador => ambassador.Service.Name);

    private void Look(ConversionRequest request, ComposeFile file, Ambassador ambassador, ComposedService service, IReadOnlyList<(LinkUnit Unit, LinkRoute Route)> through)
    {
        var isAsked = through.Count > 0 ? through.All(pair => pair.Unit.IsRequested) : request.IsWholeFile && request.Paths.Contains(file.Path);
        if (!isAsked)
        {
            return;
        }

        var destinations = through.Select(pair => (pair.Unit, pair.Route, Target: Destination(ambassador, pair.Route.Link))).ToList();
        var obstacle = Obstacle(file, ambassador, service, through) ??
            destinations.Where(link => link.Target is null).Select(link => $"it is not plain which service '{service.Name}' stands for under the name '{link.Unit.Alias}'").FirstOrDefault() ??
            destinations.Where(link => !MayMeet(link.Route.Link.Consumer, link.Target)).Select(link => $"'{link.Route.Consumer}' and '{link.Target?.Name}' share no network, so only '{service.Name}' may connect them").FirstOrDefault() ??
            destinations.Where(link => link.Unit.Host is null || link.Unit.Link.IsInterpolated).Select(link => $"the link '{link.Unit.Link.Item.Value}' of '{link.Route.Consumer}' cannot be edited").FirstOrDefault();
        if (obstacle is not null)
        {
            foreach (var (unit, _) in through)
            {
                unit.Reason = obstacle;
            }

            plan.Left(new ItemPlace(file.Path, ambassador.Service.Entry.Key.Span), $"Ambassador '{service.Name}' stays: {obstacle}.");
            return;
        }

        foreach (var (_, route, target) in destinations)
        {
            route.Target = target;
            route.Through = service;
        }

        going.Add((service, ambassador));
    }

    private string? Obstacle(ComposeFile file, Ambassador ambassador, ComposedService service, IReadOnlyList<(LinkUnit Unit, LinkRoute Route)> through)
    {
        var follower = composition.Services.FirstOrDefault(other => other != service && other.OtherDependencies.Any(dependency => dependency.Target == service.Name && dependency.Kind != DependencyKind.DependsOn));
        return AmbassadorRemoval.Obstacle(file, ambassador)
            ?? (service.Parts.Count > 1 ? $"'{service.Name}' is defined in several places" : null)
            ?? (follower is null ? null : $"'{follower.Name}' shares volumes or a namespace with '{service.Name}'");
    }

    /// <summary>What a link through an ambassador means: the service its alias names, else the only one besides the consumer.</summary>
    private ComposedService? Destination(Ambassador ambassador, ComposedLink link)
    {
        var fronted = ambassador.Targets.Select(target => composition.Find(target.Service?.Name ?? target.Name)).ToList();
        var known = fronted.OfType<ComposedService>().Distinct().ToList();
        var named = known.Find(service => link.Alias == service.Name || link.Alias == service.ContainerName || link.Alias == service.Hostname);
        var others = known.Where(service => service != link.Consumer).ToList();
        return named ?? (others.Count == 1 && !fronted.Contains(null) ? others[0] : null);
    }

    /// <summary>True when two services share a network, or will once both are off the bridge.</summary>
    private bool MayMeet(ComposedService consumer, ComposedService? target)
    {
        var names = NameMap.Of(composition);
        return target is not null && names.OwnerOf(consumer.Name) is { } stack && names.OwnerOf(target.Name) is { } owner && names.Meet(stack, owner);
    }

    /// <summary>Writes into the plan what goes with the ambassadors.</summary>
    public void Write()
    {
        foreach (var (service, ambassador) in going)
        {
            var definition = service.Definition;
            plan.RemovedServices.Add(service);
            plan.For(definition.File).RemovedServices.Add(definition.Service);
            var names = Sentence.List(ambassador.Fronted.Select(fronted => $"'{fronted.Name}'"));
            plan.Converted(
                new ItemPlace(definition.File.Path, definition.Service.Entry.Key.Span),
                $"Ambassador '{service.Name}' is removed; {names} {(ambassador.Fronted.Count == 1 ? "is" : "are")} reached directly.");
            plan.RuntimeChanges.Add($"'{service.Name}' no longer runs and no longer needs the Docker socket; connections show their real source address.");
            foreach (var part in composition.Services.Where(other => other != service).SelectMany(other => other.Parts))
            {
                if (part.Service.Dependencies.Any(dependency => dependency.Kind == DependencyKind.DependsOn && dependency.Target == service.Name))
                {
                    plan.For(part).RemovedDependencies.Add(service.Name);
                }
            }
        }
    }
}
