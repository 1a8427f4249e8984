using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Keeps the start order that links gave, except inside circles, where it could not be kept anyway; links that have to stay and still close a circle become external
/// links, which give the same name without an order.
/// </summary>
internal sealed class OrderPlanner(ProjectComposition composition, ConversionPlan plan, IReadOnlyList<LinkUnit> units, IReadOnlySet<string> leaving, NameMap after)
{
    private Dictionary<string, int> component = [];

    public void Plan()
    {
        component = Components(LinkEdges(_ => true));
        var ordered = Convert();
        KeepOrderBehindOwners();
        BreakCircles(ordered);
    }

    private IEnumerable<(string From, string To)> LinkEdges(Func<LinkUnit, bool> counts) =>
        from unit in units
        where !unit.IsExternal && counts(unit)
        from route in unit.Routes
        where route.Target is not null && !leaving.Contains(route.Consumer) && !leaving.Contains(route.Target.Name)
        select (route.Consumer, route.Target?.Name ?? "");

    private Dictionary<string, int> Components(IEnumerable<(string From, string To)> links)
    {
        var edges = composition.Services.Where(service => !leaving.Contains(service.Name))
            .SelectMany(service => service.OtherDependencies.Select(dependency => (service.Name, dependency.Target)))
            .Where(edge => !leaving.Contains(edge.Target) && composition.Find(edge.Target) is not null)
            .Concat(links)
            .ToLookup(edge => edge.Item1, edge => edge.Item2, StringComparer.Ordinal);
        var components = StrongComponents.Of(composition.Services.Select(service => service.Name), name => edges[name]);
        return components.SelectMany((names, index) => names.Select(name => (name, index))).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
    }

    private bool InOneCircle(string a, string b) => component[a] == component[b];

    /// <summary>Turns the order of links that go into depends_on; returns the orders that are kept.</summary>
    private List<(string From, string To)> Convert()
    {
        var kept = new List<(string From, string To)>();
        var dropped = new HashSet<(string, string)>();
        foreach (var unit in units.Where(unit => unit is { IsRequested: true, IsExternal: false, Outcome: LinkOutcome.Removed }))
        {
            var routes = unit.Routes.Where(route => route.Target is { } target && !leaving.Contains(route.Consumer) && !leaving.Contains(target.Name)).ToList();

            // What is written where the link was goes to all that share the place, so an order one of them cannot have none of them gets.
            var isShared = routes.Count > 1 && routes.Exists(route => unit.IsOwn(route));
            var isAnyInCircle = routes.Exists(route => InOneCircle(route.Consumer, route.Target?.Name ?? ""));
            foreach (var route in routes)
            {
                if (route.Target is not { } target || target == route.Link.Consumer)
                {
                    continue;
                }

                if (isShared ? isAnyInCircle : InOneCircle(route.Consumer, target.Name))
                {
                    if (dropped.Add((route.Consumer, target.Name)))
                    {
                        plan.DroppedOrders.Add((route.Link.Consumer, target));
                    }
                }
                else
                {
                    kept.Add((route.Consumer, target.Name));
                    Write(unit, route, target.Name);
                }
            }
        }

        return kept;
    }

    /// <summary>A link that now names the owner of the network stack its target uses no longer starts after the target itself.</summary>
    private void KeepOrderBehindOwners()
    {
        foreach (var unit in units.Where(unit => unit is { Outcome: LinkOutcome.Stays, NewText: not null }))
        {
            foreach (var route in unit.Routes)
            {
                if (route.Target is { } target && after.OwnerOf(target.Name) != target.Name && !InOneCircle(route.Consumer, target.Name) && !route.Link.Consumer.DependsOn.Contains(target.Name))
                {
                    plan.For(route.Link.Consumer.Definition).StartAfter(target.Name);
                }
            }
        }
    }

    private void Write(LinkUnit unit, LinkRoute route, string target)
    {
        var consumer = route.Link.Consumer;
        if (consumer.DependsOn.Contains(target))
        {
            return;
        }

        if (unit.IsOwn(route))
        {
            plan.For(route.Link.Part).RemovedItems[unit.Place.Span] = target;
        }
        else if (!InheritsOrder(unit, route))
        {
            plan.For(consumer.Definition).StartAfter(target);
        }
    }

    // A service that merges in or extends one that writes the order down itself gets it along with the rest.
    private static bool InheritsOrder(LinkUnit unit, LinkRoute route)
    {
        var isWritten = unit.Routes.Any(other => other != route && unit.IsOwn(other) && other.Link.Part.File == route.Link.Part.File);
        return isWritten && (route.Link.Part.Kind == PartKind.Extended || route.Link.Part.Service.OwnEntry("depends_on") is null);
    }

    /// <summary>Links that stay and still close a circle become external links, as few as it takes.</summary>
    private void BreakCircles(IReadOnlyList<(string From, string To)> ordered)
    {
        Dictionary<string, int> Circles() => Components(LinkEdges(other => other.Outcome == LinkOutcome.Stays).Concat(ordered));
        var circles = Circles();
        foreach (var unit in units.Where(unit => unit is { IsRequested: true, IsExternal: false, Outcome: LinkOutcome.Stays, Host: not null }))
        {
            var inCircle = unit.Routes.Where(route => route.Target is { } target && !leaving.Contains(route.Consumer) && circles[route.Consumer] == circles[target.Name]).ToList();
            if (inCircle.Count == 0 || NameOf(unit) is not { } name)
            {
                continue;
            }

            unit.Outcome = LinkOutcome.BecomesExternal;
            unit.NewText = name == unit.Alias ? name : $"{name}:{unit.Alias}";
            foreach (var dropped in unit.Routes)
            {
                // Compose hands external links to the engine after links, where the last of a name counts.
                if (dropped.Private is { } own && after.Remove(own) >= 0)
                {
                    after.Add(own);
                }

                if (dropped.Target is not { } to || to == dropped.Link.Consumer)
                {
                    continue;
                }

                // An external link gives no order; services beside the circle that share the item keep theirs.
                if (inCircle.Contains(dropped) || unit.IsOwn(dropped) || !DependencyWriter.CanAdd(dropped.Link.Consumer.Definition))
                {
                    plan.DroppedOrders.Add((dropped.Link.Consumer, to));
                }
                else if (!dropped.Link.Consumer.DependsOn.Contains(to.Name))
                {
                    plan.For(dropped.Link.Consumer.Definition).StartAfter(to.Name);
                }
            }

            circles = Circles();
        }
    }

    /// <summary>The name by which every consumer's resolver finds the target, and nothing but the target; null where there is none.</summary>
    private string? NameOf(LinkUnit unit)
    {
        foreach (var name in unit.Routes.Select(route => route.Target).OfType<ComposedService>().SelectMany(target => new[] { after.OwnerOf(target.Name), target.ContainerName }).OfType<string>().Distinct())
        {
            if (unit.Routes.All(route => after.OwnerOf(route.Consumer) is { } stack && route.Target is { } target && after.OwnerOf(target.Name) is { } owner &&
                after.Answering(name).Any(answer => after.Networks(stack).Contains(answer.Network)) &&
                after.Answering(name).Where(answer => after.Networks(stack).Contains(answer.Network)).All(answer => answer.Service == owner)))
            {
                return name;
            }
        }

        return null;
    }
}
