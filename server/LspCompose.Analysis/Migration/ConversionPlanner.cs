using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Decides what becomes of each link: nobody may resolve a name to another service afterwards than before, otherwise the link stays
/// and the plan says why. Every step is tried on a map of names and taken back where it fails.
/// </summary>
internal sealed class ConversionPlanner
{
    private readonly ProjectComposition composition;
    private readonly ConversionRequest request;
    private readonly ConversionPlan plan;
    private readonly IReadOnlyList<LinkUnit> units;
    private readonly OutsideContainers outside;
    private readonly HashSet<string> leaving = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<ItemPlace> kept;
    private string? violation;

    private ConversionPlanner(ProjectComposition composition, ConversionRequest request, IReadOnlySet<ItemPlace> kept)
    {
        this.composition = composition;
        this.request = request;
        this.kept = kept;
        plan = new ConversionPlan(composition);
        outside = OutsideContainers.Of(composition);
        units = LinkUnits.Of(composition, request, outside);
    }

    /// <summary>Plans a conversion. Costs time linear in the files for each link whose alias somebody else has too, else constant time a link.</summary>
    public static ConversionPlan Plan(ProjectComposition composition, ConversionRequest request, CancellationToken cancellation)
    {
        // What is decided one by one is judged as a whole; links whose names would lead elsewhere after all stay in the next attempt.
        var kept = new HashSet<ItemPlace>();
        while (true)
        {
            var planner = new ConversionPlanner(composition, request, kept);
            planner.Run(cancellation);
            if (planner.violation is not { } name)
            {
                return planner.plan;
            }

            var before = kept.Count;
            kept.UnionWith(planner.Requested.Where(unit => unit.Outcome != LinkOutcome.Stays && string.Equals(unit.Alias, name, StringComparison.OrdinalIgnoreCase)).Select(unit => unit.Place));
            if (kept.Count == before)
            {
                // No link of that name is to blame, so it may be any.
                kept.UnionWith(planner.Requested.Select(unit => unit.Place));
            }

            if (kept.Count == before)
            {
                return planner.Nothing($"'{name}' would lead somebody elsewhere");
            }
        }
    }

    private ConversionPlan Nothing(string reason)
    {
        var nothing = new ConversionPlanner(composition, request, kept);
        nothing.LeaveAll(reason);
        return nothing.plan;
    }

    private bool IsLegacy => composition.Format == ComposeFormat.Legacy;

    private IEnumerable<LinkUnit> Requested => units.Where(unit => unit.IsRequested);

    private void Run(CancellationToken cancellation)
    {
        if (ConversionObstacle.Of(composition) is { } obstacle)
        {
            LeaveAll(obstacle);
            return;
        }

        FindDoubts(cancellation);
        var ambassadors = new AmbassadorPlanner(composition, request, plan, units, outside);
        leaving.UnionWith(ambassadors.Leaving);
        foreach (var unit in units.Where(unit => unit.Routes.All(route => leaving.Contains(route.Consumer))))
        {
            // Nobody is left to notice that the link is gone.
            unit.Doubts.Clear();
            unit.Rewrites.Clear();
            unit.Outcome = LinkOutcome.Removed;
            unit.Reason = $"it goes with '{unit.Routes[0].Consumer}'";
        }

        var keeper = new NameKeeper(Names((route, target) => (route.Through ?? target).Name), Names((_, target) => target.Name), leaving);
        var after = keeper.After;
        foreach (var gone in leaving)
        {
            after.Remove(gone);
        }

        var bridge = new BridgePlanner(composition, request, units, keeper);
        var converter = new LinkConverter(composition, request, units, keeper, new LinkSettler(composition, request, keeper, new OutsideLinkPlanner(composition, request, keeper, outside), kept), bridge.OffBridge);
        converter.DropIdle();
        if (bridge.Leave() is { } end)
        {
            LeaveAll(end);
            return;
        }

        converter.Decide(cancellation);
        foreach (var unit in units.Where(unit => unit is { Outcome: LinkOutcome.Stays, IsExternal: false, Host: not null, Link.IsInterpolated: false }))
        {
            LeadStraight(unit, after, bridge.Pinned);
        }

        if (converter.LostName() is { } lost)
        {
            if (!request.IncludesUnsafe)
            {
                LeaveAll($"{lost}; --unsafe converts it anyway");
                return;
            }

            plan.Doubts.Add(char.ToUpperInvariant(lost[0]) + lost[1..] + ".");
        }

        new OrderPlanner(composition, plan, units, leaving, after).Plan();
        violation = Violation(keeper);
        if (violation is not null)
        {
            return;
        }

        PlanItems();
        new NetworkPlanner(composition, request, plan, units, leaving, after, bridge, outside).Plan();
        ambassadors.Write();
        foreach (var file in composition.ExtendedFiles.Where(file => IsLegacy && file.Model.Format == ComposeFormat.Legacy))
        {
            // What is extended has to be of the format of what extends it.
            plan.For(file);
        }

        var isConverted = units.Any(unit => unit.IsRequested && unit.Outcome != LinkOutcome.Stays) || plan.Removed.Count > 0;
        plan.WrapsLegacy = IsLegacy && (request.IsWholeFile || request.WrapsLegacy || isConverted);
        new PlanReporter(composition, request, plan, units, bridge.Pinned).Write();
    }

    /// <summary>Nothing of the project can be converted; every item asked for says why.</summary>
    private void LeaveAll(string obstacle)
    {
        var any = false;
        foreach (var unit in Requested)
        {
            any = true;
            plan.Left(unit.Place, $"{PlanReporter.Name(unit)} stays: {obstacle}.");
        }

        if ((!any || request.IsWholeFile) && IsLegacy && composition.Services.Count > 0)
        {
            var first = composition.Services[0].Definition;
            plan.Left(new ItemPlace(first.File.Path, first.Service.Entry.Key.Span), $"The services stay at the root of the file: {obstacle}.");
        }
    }

    private void FindDoubts(CancellationToken cancellation)
    {
        var doubts = new LinkDoubts(composition);
        foreach (var unit in units.Where(unit => unit.IsRequested || IsLegacy))
        {
            cancellation.ThrowIfCancellationRequested();
            doubts.Find(unit);
        }
    }

    /// <summary>
    /// The names as they are, those of links included; a link through an ambassador that goes away means the service behind it. Whose container the item names is for the caller to
    /// say: on the bridge that one's names come with the link. Each route keeps its name in the map made last.
    /// </summary>
    private NameMap Names(Func<LinkRoute, ComposedService, string> linked)
    {
        var map = NameMap.Of(composition);
        outside.AddTo(map);
        foreach (var unit in units)
        {
            map.Spell(unit.Alias);
        }

        var routes = units.SelectMany(unit => unit.Routes).ToLookup(route => (route.Link.Place, route.Consumer));
        foreach (var service in composition.Services.Where(service => map.OwnerOf(service.Name) == service.Name && !leaving.Contains(service.Name)))
        {
            foreach (var link in service.Links.Concat(service.ExternalLinks))
            {
                foreach (var route in routes[(link.Place, service.Name)])
                {
                    if (route.Outside is { Key: var key })
                    {
                        route.Private = new PrivateName(service.Name, link.Alias, key, key);
                        map.Add(route.Private);
                    }
                    else if (route.Target is not { } target)
                    {
                        // A link that leads nowhere hides an earlier one of its name all the same.
                        route.Private = link.Link.IsInterpolated || link.Link.Attribute != "links" ? null : new PrivateName(service.Name, link.Alias, link.Target, link.Target);
                        if (route.Private is { } nowhere)
                        {
                            map.Add(nowhere);
                        }
                    }
                    else
                    {
                        // The first format's links, and ambassadors, reach into the network stack of another service; today's links need its owner's name.
                        var meant = route is { IsDead: true, Through: { } through } ? through.Name : IsLegacy || route.Through is not null ? map.OwnerOf(target.Name) ?? target.Name : target.Name;
                        route.Private = new PrivateName(service.Name, link.Alias, meant, route.IsDead ? meant : linked(route, target));
                        map.Add(route.Private);
                    }
                }
            }
        }

        return map;
    }

    /// <summary>A link that stays leads straight to the service behind an ambassador that goes, and to the owner of the network stack its target uses.</summary>
    private void LeadStraight(LinkUnit unit, NameMap after, IReadOnlySet<string> pinned)
    {
        if (unit.Routes[0].Target is not { } target)
        {
            return;
        }

        var owner = (IsLegacy || unit.Routes[0].Through is not null) && !pinned.Contains(unit.Routes[0].Consumer) ? after.OwnerOf(target.Name) ?? target.Name : target.Name;
        if (unit.Routes[0].Through is not null || owner != target.Name)
        {
            unit.NewText = owner == unit.Alias ? owner : $"{owner}:{unit.Alias}";
        }
    }

    /// <summary>A name that leads somebody elsewhere than before in the plan as a whole; null where there is none. Only names with more than one meaning can.</summary>
    private string? Violation(NameKeeper keeper)
    {
        var after = keeper.After;
        var meanings = units.SelectMany(unit => unit.Routes.Select(route => (Name: unit.Alias, Service: route.Target?.Name ?? route.Outside?.Key ?? "")))
            .Concat(after.Outsiders.SelectMany(key => after.AllNames(key).Select(name => (Name: name, Service: key))))
            .Concat(composition.Services.SelectMany(service => after.AllNames(service.Name).Select(name => (Name: name, Service: service.Name))))
            .ToLookup(meaning => meaning.Name, meaning => meaning.Service, StringComparer.OrdinalIgnoreCase);
        var contested = meanings.Where(meaning => meaning.Distinct().Skip(1).Any()).Select(meaning => meaning.Key).ToList();
        return contested.Find(name => composition.Services.Any(service => !leaving.Contains(service.Name) && after.OwnerOf(service.Name) == service.Name && !keeper.IsKept(service.Name, name)));
    }

    private void PlanItems()
    {
        foreach (var unit in units.Where(unit => (unit.IsRequested || unit.NewText is not null) && unit.Host is not null))
        {
            if (unit.Host is not { } host || plan.Composition.FindFile(unit.Place.Path) is not { } file)
            {
                continue;
            }

            var change = plan.For(file).For(host);
            if (unit.Outcome == LinkOutcome.Stays)
            {
                if (unit.NewText is { } text)
                {
                    change.NewTexts[unit.Place.Span] = text;
                }

                continue;
            }

            change.RemovedItems.TryAdd(unit.Place.Span, null);
            plan.JoinedNetworks.AddRange(unit.JoinedNetwork is { } joined ? [joined] : []);
            foreach (var (part, use) in unit.Rewrites.Where(rewrite => rewrite.Use.Path == rewrite.Part.File.Path))
            {
                plan.For(part).Rewrites[use.Span] = (use.Where, use.Replacement ?? use.Written);
                plan.Converted(new ItemPlace(use.Path, use.Span), $"'{use.Written}' of '{part.Service.Name}' becomes '{use.Replacement}': no link gives it any more.");
            }

            if (unit.Outcome == LinkOutcome.BecomesExternal)
            {
                change.NewExternalLinks.Add(unit.NewText ?? unit.Link.Item.Value);
            }
        }
    }
}
