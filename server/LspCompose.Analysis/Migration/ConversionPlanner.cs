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
    private readonly HashSet<string> leaving = new(StringComparer.Ordinal);
    private readonly HashSet<string> offBridge = new(StringComparer.Ordinal);
    private readonly HashSet<string> pinned = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Owner, string Alias), string> pairNetworks = [];
    private NameKeeper keeper;

    private readonly IReadOnlySet<ItemPlace> kept;
    private string? violation;

    private ConversionPlanner(ProjectComposition composition, ConversionRequest request, IReadOnlySet<ItemPlace> kept)
    {
        this.composition = composition;
        this.request = request;
        this.kept = kept;
        plan = new ConversionPlan(composition);
        units = LinkUnits.Of(composition, request);
        keeper = new NameKeeper(NameMap.Of(composition), NameMap.Of(composition), leaving);
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

            var more = planner.units.Where(unit => unit.IsRequested && unit.Outcome != LinkOutcome.Stays && string.Equals(unit.Alias, name, StringComparison.OrdinalIgnoreCase) && kept.Add(unit.Place)).ToList();
            if (more.Count == 0 && !planner.Requested.Any(unit => kept.Add(unit.Place)))
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
        var ambassadors = new AmbassadorPlanner(composition, request, plan, units);
        leaving.UnionWith(ambassadors.Leaving);
        foreach (var unit in units.Where(unit => unit.Routes.All(route => leaving.Contains(route.Consumer))))
        {
            // Nobody is left to notice that the link is gone.
            unit.Doubts.Clear();
            unit.Rewrites.Clear();
            unit.Outcome = LinkOutcome.Removed;
            unit.Reason = $"it goes with '{unit.Routes[0].Consumer}'";
        }

        keeper = new NameKeeper(Names(), Names(), leaving);
        if (!LeaveBridge())
        {
            return;
        }

        foreach (var gone in leaving)
        {
            keeper.After.Remove(gone);
        }

        Decide(cancellation);
        foreach (var unit in units.Where(unit => unit is { Outcome: LinkOutcome.Stays, IsExternal: false, Host: not null, Link.IsInterpolated: false }))
        {
            LeadStraight(unit);
        }

        if (LostName() is { } lost)
        {
            if (!request.IncludesUnsafe)
            {
                LeaveAll($"{lost}; --unsafe converts it anyway");
                return;
            }

            plan.Doubts.Add(char.ToUpperInvariant(lost[0]) + lost[1..] + ".");
        }

        var order = new OrderPlanner(composition, plan, units, leaving, keeper.After);
        order.Plan();
        violation = Violation();
        if (violation is not null)
        {
            return;
        }

        PlanItems();
        PlanNetworks();
        ambassadors.Write();
        foreach (var file in composition.ExtendedFiles.Where(file => IsLegacy && file.Model.Format == ComposeFormat.Legacy))
        {
            // What is extended has to be of the format of what extends it.
            plan.For(file);
        }

        new PlanReporter(composition, request, plan, units, pinned).Write();
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
    /// The names as they are, those of links included; a link through an ambassador that goes away means the service behind it. Each route keeps its name in the map made last.
    /// </summary>
    private NameMap Names()
    {
        var map = NameMap.Of(composition);
        var routes = units.SelectMany(unit => unit.Routes).ToLookup(route => (route.Link.Place, route.Consumer));
        foreach (var service in composition.Services.Where(service => map.OwnerOf(service.Name) == service.Name && !leaving.Contains(service.Name)))
        {
            foreach (var link in service.Links.Concat(service.ExternalLinks))
            {
                foreach (var route in routes[(link.Place, service.Name)])
                {
                    if (route.Target is not { } target)
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
                        route.Private = new PrivateName(service.Name, link.Alias, meant, route.IsDead ? meant : target.Name);
                        map.Add(route.Private);
                    }
                }
            }
        }

        return map;
    }

    /// <summary>Takes groups of services off the bridge, or leaves them there as a whole. Returns false where that ends the conversion.</summary>
    private bool LeaveBridge()
    {
        var byService = units.SelectMany(unit => unit.Routes.Select(route => (route.Consumer, unit))).ToLookup(pair => pair.Consumer, pair => pair.unit, StringComparer.Ordinal);
        var groups = BridgeGroups.Of(composition, keeper.After, units)
            .Select(services => (Services: services, Units: services.SelectMany(service => byService[service]).Distinct().ToList()))
            .Where(group => IsLegacy || group.Units.Exists(unit => unit.IsRequested && unit.Routes.Any(route => IsWithin(group.Services, route))))
            .ToList();
        var staying = new Dictionary<IReadOnlyList<string>, string>();
        foreach (var (services, own) in groups)
        {
            if (ReasonToStay(services, own) is { } reason)
            {
                staying[services] = reason;
            }
            else
            {
                foreach (var service in services)
                {
                    keeper.After.LeaveBridge(service);
                }
            }
        }

        // Off the bridge all have names in DNS, which may get in the way of those that links give.
        foreach (var (services, own) in groups.Where(group => !staying.ContainsKey(group.Services)))
        {
            if ((Changed(own) ?? Intruding(services)) is { } reason)
            {
                staying[services] = reason;
                foreach (var service in services)
                {
                    keeper.After.ReturnToBridge(service);
                }
            }
            else
            {
                offBridge.UnionWith(services);
            }
        }

        foreach (var (services, own) in groups.Where(group => staying.ContainsKey(group.Services)))
        {
            if (IsLegacy && (HasCircle(services, own) ? "services that link each other in a circle cannot do so on the default bridge" : Duplicate(own)) is { } conflict)
            {
                LeaveAll($"{staying[services]}, and {conflict}");
                return false;
            }

            pinned.UnionWith(services);
            foreach (var unit in own.Where(unit => unit.Reason.Length == 0))
            {
                unit.Reason = staying[services];
            }
        }

        return true;
    }

    // Only links between services on the bridge work there, so only they are a reason to leave it.
    private bool IsWithin(IReadOnlyList<string> services, LinkRoute route) =>
        route.Target is { } target && keeper.After.OwnerOf(route.Consumer) is { } stack && keeper.After.OwnerOf(target.Name) is { } owner && services.Contains(stack) && services.Contains(owner);

    /// <summary>Why a group has to stay on the bridge, as far as its own files tell.</summary>
    private string? ReasonToStay(IReadOnlyList<string> services, List<LinkUnit> own) =>
        own.SelectMany(unit => unit.Doubts).FirstOrDefault(doubt => doubt.Kind == DoubtKind.NeedsBridge) is { } doubt && !request.IncludesUnsafe ? $"{doubt.Reason}; --unsafe converts it anyway"
        : IsLegacy ? null
        : services.Select(composition.Find).OfType<ComposedService>().Where(service => !NetworkModeWriter.CanLeaveBridge(service))
            .Select(service => $"the network_mode of '{service.Name}' comes from a shared part of the file").FirstOrDefault();

    /// <summary>What a name of services that come from the bridge would change for those on the default network, in words; null where nothing changes.</summary>
    private string? Intruding(IReadOnlyList<string> services)
    {
        var after = keeper.After;
        foreach (var service in services)
        {
            foreach (var name in after.OwnNames(service).Where(name => after.Answering(name).Any(answer => answer.Service != service)))
            {
                // Which network the others are on may change yet.
                if (!IsLegacy && after.Answering(name).Any(answer => answer.Service != service && answer.Network != NameMap.Default))
                {
                    return $"'{name}' is a name of another service too";
                }

                if (after.Members(NameMap.Default).FirstOrDefault(member => !keeper.IsKept(member, name)) is { } listener)
                {
                    return $"'{name}' would mean '{service}' too for '{listener}' once it is off the default bridge";
                }
            }
        }

        return null;
    }

    /// <summary>What a name of the links of a group would lead to elsewhere off the bridge, in words; null where nothing changes.</summary>
    private string? Changed(List<LinkUnit> own)
    {
        var heard = own.SelectMany(unit => unit.Routes).SelectMany(route => Names(route).Select(name => (route.Consumer, Name: name)))
            .FirstOrDefault(heard => keeper.After.OwnerOf(heard.Consumer) is { } stack && !keeper.IsKept(stack, heard.Name) && keeper.After.Resolve(stack, heard.Name).IsFound);
        if (heard.Name is null && own.SelectMany(unit => unit.Routes).SelectMany(route => Names(route).Select(name => (route.Consumer, Name: name)))
            .FirstOrDefault(link => composition.Services.Any(service => keeper.After.OwnNames(service.Name).Any(name => name != link.Name && string.Equals(name, link.Name, StringComparison.OrdinalIgnoreCase)))) is { Name: not null } other)
        {
            return $"'{other.Name}' of '{other.Consumer}' is told apart from the name of another service by its case only, which the hosts file of the default bridge does not heed";
        }

        return heard.Name is null ? null : $"'{heard.Name}' would lead elsewhere once '{heard.Consumer}' is off the default bridge";

        IEnumerable<string> Names(LinkRoute route) => (route.Target is { } target ? keeper.After.NamesOnBridge(target.Name) : []).Prepend(route.Link.Alias);
    }

    // docker-compose 1.x takes the last of several links under one name, Compose v2 the first.
    private static string? Duplicate(IReadOnlyList<LinkUnit> own) =>
        own.SelectMany(unit => unit.Routes.Select(route => (route.Consumer, unit.Alias, route.Target?.Name))).Distinct().GroupBy(link => (link.Consumer, link.Alias)).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"'{twice.Key.Consumer}' links several services as '{twice.Key.Alias}', of which Compose v2 would take another one"
            : null;

    private static bool HasCircle(IReadOnlyList<string> group, IReadOnlyList<LinkUnit> own)
    {
        var targets = own.Where(unit => !unit.IsExternal).SelectMany(unit => unit.Routes).Where(route => route.Target is not null)
            .ToLookup(route => route.Consumer, route => route.Target?.Name ?? "", StringComparer.Ordinal);
        return Projects.Loading.StrongComponents.Of(group, name => targets[name]).Any(component => component.Count > 1 || targets[component[0]].Contains(component[0]));
    }

    private void Decide(CancellationToken cancellation)
    {
        var open = new List<LinkUnit>();
        foreach (var unit in units)
        {
            if (unit.IsRequested && unit.Reason.Length == 0 && !IsSettled(unit))
            {
                open.Add(unit);
            }
        }

        // Links that want one name for several services are looked at together: each on a network of its own is better than only the first converted.
        foreach (var group in open.GroupBy(unit => unit.Alias, StringComparer.OrdinalIgnoreCase))
        {
            cancellation.ThrowIfCancellationRequested();
            var rivals = group.Where(unit => !unit.IsExternal).ToList();
            if (rivals.SelectMany(unit => unit.Routes).Select(route => route.Target?.Name).Distinct().Skip(1).Any() && rivals.Count > 1 && (TryAll(rivals, TryConvert) || TryAll(rivals, TryPair)))
            {
                foreach (var unit in group.Where(unit => unit.IsExternal))
                {
                    Convert(unit);
                }

                continue;
            }

            foreach (var unit in group)
            {
                Convert(unit);
            }
        }
    }

    /// <summary>Settles what needs no trying: items that cannot be read, edited or followed. The reason is noted.</summary>
    private bool IsSettled(LinkUnit unit)
    {
        var consumer = unit.Routes[0].Link.Consumer;
        unit.Reason = unit switch
        {
            _ when kept.Contains(unit.Place) => $"'{unit.Alias}' would lead somebody elsewhere without it",
            { Link.IsInterpolated: true } => "a variable decides what it links",
            { Host: null } => "its list is shared through an anchor or written in a way that cannot be edited item by item",
            { IsExternal: true } when unit.Link.Item.Value.Count(c => c == ':') > 1 => "it has more than two parts, which Compose cannot read",
            { IsExternal: false } when unit.Routes.Any(route => route.Target is null) => composition.Files.Count > 1 || composition.IsPartial
                ? $"no file of the project defines a service '{unit.Link.Target}'"
                : $"the file defines no service '{unit.Link.Target}'",
            _ when HiddenUnknown(unit) is { } hidden => $"without it '{hidden}' would take the name '{unit.Alias}'",
            _ when !request.IncludesUnsafe && unit.Doubts.Count > 0 => $"{unit.Doubts[0].Reason}; --unsafe converts it anyway",
            _ when !unit.IsExternal && unit.Routes.FirstOrDefault(route => !DependencyWriter.CanAdd(PartOf(unit, route))) is { } route => $"the depends_on of '{route.Consumer}' is shared or written in a way that cannot be added to",
            _ => "",
        };
        if (unit.Reason.Length > 0)
        {
            return true;
        }

        if (unit.IsExternal && unit.Routes.All(route => route.Target is null))
        {
            SettleOutside(unit, consumer);
            return true;
        }

        return false;
    }

    /// <summary>An earlier link under the same name of which only a variable tells where it leads: it would take the name over.</summary>
    private static string? HiddenUnknown(LinkUnit unit) => unit.Routes
        .Select(route => route.Link.Consumer.Links.TakeWhile(link => link.Place != unit.Place).FirstOrDefault(link => link.Link.IsInterpolated && link.Alias == unit.Alias)?.Link.Item.Value)
        .FirstOrDefault(hidden => hidden is not null);

    /// <summary>An external link to a container of another project.</summary>
    private void SettleOutside(LinkUnit unit, ComposedService consumer)
    {
        var external = (consumer.Networks ?? []).FirstOrDefault(network => ExternalNetworks.Contains(composition, network.Name))?.Name;
        if (!unit.Link.IsRenamed && external is not null && unit.Routes.All(route => route.Consumer == consumer.Name))
        {
            unit.Outcome = LinkOutcome.Removed;
            unit.Reason = $"'{unit.Link.Target}' answers to its own name on the network '{external}'";
            foreach (var route in unit.Routes)
            {
                keeper.Drop(route);
            }

            return;
        }

        unit.Reason = external is null
            ? $"'{unit.Link.Target}' belongs to another project and no external network is shared with it; declare one (networks: {{NAME: {{external: true}}}}) in both projects and put '{consumer.Name}' on it beside 'default'"
            : $"'{unit.Link.Target}' belongs to another project; give it the alias '{unit.Alias}' on the network '{external}' there, then this line can go";
    }

    private bool TryAll(IReadOnlyList<LinkUnit> together, Func<LinkUnit, string?> attempt)
    {
        var mark = keeper.Mark;
        foreach (var unit in together)
        {
            if (attempt(unit) is not null)
            {
                keeper.GoBack(mark);
                foreach (var tried in together)
                {
                    Forget(tried);
                }

                return false;
            }
        }

        return true;
    }

    private void Convert(LinkUnit unit)
    {
        if (TryConvert(unit) is not { } problem)
        {
            return;
        }

        if (!unit.IsExternal && TryPair(unit) is null)
        {
            return;
        }

        unit.Reason = problem;
    }

    /// <summary>A link that stays leads straight to the service behind an ambassador that goes, and to the owner of the network stack its target uses.</summary>
    private void LeadStraight(LinkUnit unit)
    {
        if (unit.Routes[0].Target is not { } target)
        {
            return;
        }

        var owner = (IsLegacy || unit.Routes[0].Through is not null) && !pinned.Contains(unit.Routes[0].Consumer) ? keeper.After.OwnerOf(target.Name) ?? target.Name : target.Name;
        if (unit.Routes[0].Through is not null || owner != target.Name)
        {
            unit.NewText = owner == unit.Alias ? owner : $"{owner}:{unit.Alias}";
        }
    }

    /// <summary>Takes an item away, with aliases where its name needs them; says why where that cannot be, and then changes nothing.</summary>
    private string? TryConvert(LinkUnit unit)
    {
        var mark = keeper.Mark;
        foreach (var route in unit.Routes)
        {
            keeper.Drop(route);
        }

        foreach (var route in unit.Routes)
        {
            foreach (var name in NamesOf(route))
            {
                if (keeper.After.OwnerOf(route.Consumer) is { } stack && !keeper.IsKept(stack, name) && TryAlias(unit, route, stack, name) is { } problem)
                {
                    keeper.GoBack(mark);
                    Forget(unit);
                    return problem;
                }
            }
        }

        unit.Outcome = LinkOutcome.Removed;
        return null;
    }

    private static void Forget(LinkUnit unit)
    {
        unit.Outcome = LinkOutcome.Stays;
        foreach (var route in unit.Routes)
        {
            route.Aliases.Clear();
        }
    }

    /// <summary>The names a link gives: its alias, and off the bridge those of the container it named there.</summary>
    private IEnumerable<string> NamesOf(LinkRoute route) =>
        (route is { Through: null, Target: { } target } && offBridge.Contains(route.Consumer) ? keeper.After.NamesOnBridge(target.Name) : []).Prepend(route.Link.Alias);

    /// <summary>A name that leads somebody elsewhere than before in the plan as a whole; null where there is none. Only names with more than one meaning can.</summary>
    private string? Violation()
    {
        var after = keeper.After;
        var meanings = units.SelectMany(unit => unit.Routes.Select(route => (Name: unit.Alias, Service: route.Target?.Name ?? "")))
            .Concat(composition.Services.SelectMany(service => after.AllNames(service.Name).Select(name => (Name: name, Service: service.Name))))
            .ToLookup(meaning => meaning.Name, meaning => meaning.Service, StringComparer.OrdinalIgnoreCase);
        var contested = meanings.Where(meaning => meaning.Distinct().Skip(1).Any()).Select(meaning => meaning.Key).ToList();
        return contested.Find(name => composition.Services.Any(service => !leaving.Contains(service.Name) && after.OwnerOf(service.Name) == service.Name && !keeper.IsKept(service.Name, name)));
    }

    /// <summary>A name that a link which stays gave on the bridge and does not give elsewhere, in words; null where none is lost.</summary>
    private string? LostName() =>
        units.Where(unit => unit.Outcome == LinkOutcome.Stays).SelectMany(unit => unit.Routes).Where(route => offBridge.Contains(route.Consumer))
            .SelectMany(route => NamesOf(route).Where(name => keeper.After.OwnerOf(route.Consumer) is { } stack && !keeper.IsKept(stack, name)).Select(name => $"'{name}' would no longer lead '{route.Consumer}' to '{route.Target?.Name}'"))
            .FirstOrDefault();

    private string? TryAlias(LinkUnit unit, LinkRoute route, string stack, string name)
    {
        var after = keeper.After;
        if (route.Target is not { } target || after.OwnerOf(target.Name) is not { } owner || composition.Find(owner) is not { } host)
        {
            return $"'{unit.Link.Target}' has no address of its own";
        }

        if (PublicName(unit) is { } isPublic)
        {
            return isPublic;
        }

        // The default network first, then the one on which the fewest get to know the name.
        var shared = after.Networks(stack).Where(after.Networks(owner).Contains).OrderBy(network => network == NameMap.Default ? 0 : 1).ThenBy(network => after.Members(network).Count).ToList();
        if (shared.Count == 0)
        {
            return $"'{stack}' and '{target.Name}' share no network";
        }

        foreach (var network in shared)
        {
            var mark = keeper.Mark;
            if (NetworkWriter.CanJoin(host, network) && keeper.TryAlias(owner, network, name))
            {
                if (keeper.IsKept(stack, name))
                {
                    route.Aliases.Add((name, network));
                    return null;
                }

                keeper.GoBack(mark);
            }
        }

        return shared.TrueForAll(network => !NetworkWriter.CanJoin(host, network)) ? $"the networks of '{owner}' come from a shared part of the file" : Rivalry(unit, owner);
    }

    /// <summary>Puts the two ends of a link on a network of their own, where the target has the alias.</summary>
    private string? TryPair(LinkUnit unit)
    {
        var mark = keeper.Mark;
        foreach (var route in unit.Routes)
        {
            keeper.Drop(route);
        }

        var after = keeper.After;
        foreach (var route in unit.Routes)
        {
            if (after.OwnerOf(route.Consumer) is not { } stack || keeper.IsKept(stack, unit.Alias))
            {
                continue;
            }

            var owner = route.Target is { } target ? after.OwnerOf(target.Name) : null;
            if (owner is null || composition.Find(owner) is not { } host || composition.Find(stack) is not { } consumer || PublicName(unit) is not null ||
                after.IsOnBridge(owner) || after.IsOnBridge(stack) || !after.Meet(stack, owner) || stack == owner)
            {
                return Fail();
            }

            var network = pairNetworks.GetValueOrDefault((owner, unit.Alias)) ?? NetworkNames.Pair(composition, after, stack, unit.Alias);
            if (!NetworkWriter.CanJoin(host, network) || !NetworkWriter.CanJoin(consumer, network) || !keeper.TryJoin(network, [stack, owner]) ||
                !keeper.TryAlias(owner, network, unit.Alias) || !keeper.IsKept(stack, unit.Alias))
            {
                return Fail();
            }

            pairNetworks[(owner, unit.Alias)] = network;
            route.Aliases.Add((unit.Alias, network));
        }

        unit.Outcome = LinkOutcome.Removed;
        return null;

        string Fail()
        {
            keeper.GoBack(mark);
            Forget(unit);
            return "a network of their own would not do either";
        }
    }

    private string? PublicName(LinkUnit unit)
    {
        if (!LinkDoubts.LooksPublic(unit.Alias))
        {
            return null;
        }

        var doubt = $"the alias '{unit.Alias}' looks like a public host name; as a network alias it hides that host from every service on the network";
        if (!request.IncludesUnsafe)
        {
            return $"{doubt}; --unsafe converts it anyway";
        }

        if (unit.Doubts.TrueForAll(known => known.Reason != doubt))
        {
            unit.Doubts.Add(new Doubt(doubt, DoubtKind.NeedsLink));
        }

        return null;
    }

    private string Rivalry(LinkUnit unit, string owner)
    {
        var named = keeper.After.Answering(unit.Alias).Select(answer => answer.Service).FirstOrDefault(service => service != owner);
        if (named is not null)
        {
            return keeper.After.OwnNames(named).Contains(unit.Alias, StringComparer.OrdinalIgnoreCase)
                ? $"'{unit.Alias}' is already a name of '{named}' on the same network, so both would answer"
                : $"'{unit.Alias}' means '{named}' to other services on the same network";
        }

        var others = keeper.After.Private(unit.Alias).Select(name => name.Target).Append(owner).Distinct().Order(StringComparer.Ordinal).Select(name => $"'{name}'").ToList();
        return others.Count > 1
            ? $"'{unit.Alias}' means {Sentence.List(others)} to different services"
            : $"somebody on the network would hear another answer to '{unit.Alias}' than before";
    }

    /// <summary>The part of a consumer that says what it starts after: where the item is, if that is the consumer's own.</summary>
    internal static ServicePart PartOf(LinkUnit unit, LinkRoute route) =>
        IsOwnItem(unit, route) ? route.Link.Part : route.Link.Consumer.Definition;

    internal static bool IsOwnItem(LinkUnit unit, LinkRoute route) =>
        route.Link.Part.Kind == PartKind.Own && unit.Host?.Entry.Key == route.Link.Part.Service.Entry.Key;

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

    private void PlanNetworks()
    {
        foreach (var service in offBridge.Select(name => composition.Find(name)).OfType<ComposedService>().Where(service => !leaving.Contains(service.Name) && !IsLegacy))
        {
            foreach (var part in service.Parts.Where(part => part.Service.OwnEntry("network_mode") is not null))
            {
                plan.For(part).LeavesBridge = true;
            }
        }

        foreach (var service in pinned.Select(name => composition.Find(name)).OfType<ComposedService>().Where(_ => IsLegacy))
        {
            plan.For(service.Definition).StaysOnBridge = true;
        }

        var aliases = units.Where(unit => unit is { IsRequested: true, Outcome: LinkOutcome.Removed })
            .SelectMany(unit => unit.Routes.Where(route => route.Target is not null).SelectMany(route => route.Aliases.Select(alias => (Alias: alias.Name, alias.Network, Owner: keeper.After.OwnerOf(route.Target?.Name ?? "") ?? ""))))
            .Distinct().ToLookup(alias => alias.Owner, StringComparer.Ordinal);
        var usesDefault = units.Any(unit => unit is { IsRequested: true, Outcome: LinkOutcome.Removed } && unit.Routes.Any(route => keeper.After.OwnerOf(route.Consumer) is { } stack && keeper.After.Networks(stack).Contains(NameMap.Default)));
        if (request.Strategy == NetworkStrategy.UserDefinedNetwork && usesDefault && CanLeaveDefault())
        {
            plan.NewNetwork = request.NetworkName ?? NetworkNames.Derive(composition);
        }

        foreach (var service in composition.Services.Where(service => !leaving.Contains(service.Name)))
        {
            // A new network takes every service off the default one at once; moving only the linked ones would cut off the others.
            var wanted = keeper.After.Networks(service.Name)
                .Select(network => new ServiceNetwork(network, [.. aliases[service.Name].Where(alias => alias.Network == network).Select(alias => alias.Alias).Distinct(StringComparer.OrdinalIgnoreCase)]))
                .OrderBy(network => network.Name == NameMap.Default ? 0 : 1)
                .ToList();
            var isImplicit = service.Networks is null;
            var declared = (service.Networks ?? []).Select(network => network.Name).ToHashSet(StringComparer.Ordinal);
            var isChanged = wanted.Exists(network => network.Aliases.Count > 0 || (!declared.Contains(network.Name) && !(isImplicit && network.Name == NameMap.Default)));
            if (!isChanged && !(isImplicit && plan.NewNetwork is not null && wanted.Count > 0))
            {
                continue;
            }

            foreach (var network in wanted.Where(network => isImplicit || network.Aliases.Count > 0 || !declared.Contains(network.Name)))
            {
                var isNew = !declared.Contains(network.Name) && network.Name != NameMap.Default;
                plan.For(NetworkWriter.PartFor(service, network.Name)).Join(isImplicit && network.Name == NameMap.Default ? plan.NewNetwork ?? NameMap.Default : network.Name, network.Aliases);
                if (isNew)
                {
                    Declare(service, network.Name);
                }
            }

            if (isImplicit && plan.NewNetwork is { } name)
            {
                Declare(service, name);
            }
        }
    }

    /// <summary>Declares a network once, in the first file that uses it.</summary>
    private void Declare(ComposedService service, string network)
    {
        if (!plan.Files.Any(file => file.NewNetworks.Contains(network)))
        {
            plan.For(service.Definition.File).NewNetworks.Add(network);
        }
    }

    /// <summary>
    /// True when every service on the default network can move: none names it, it has no settings of its own, and no other file has services on it that are not known or
    /// not asked for.
    /// </summary>
    private bool CanLeaveDefault()
    {
        var movers = composition.Services.Where(service => service.Networks is null && keeper.After.Networks(service.Name).Count > 0 && !leaving.Contains(service.Name)).ToList();
        return !composition.IsPartial &&
            !composition.Files.Any(file => file.Model.Networks.Contains(NameMap.Default)) &&
            !composition.Services.Any(service => service.Networks?.Any(network => network.Name == NameMap.Default) == true) &&
            movers.TrueForAll(service => request.Paths.Contains(service.Definition.File.Path) && ServiceWriter.CanAdd(service.Definition.Service) && service.Definition.Service.Attribute("networks") is null) &&
            movers.Select(service => service.Definition.File).Distinct().Take(1).All(file => TopLevelWriter.CanDeclare(file, "networks"));
    }
}
