using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Takes link items away where aliases, or a network of their own, keep every name where it led; the others stay and say why.</summary>
internal sealed class LinkConverter(ProjectComposition composition, ConversionRequest request, IReadOnlyList<LinkUnit> units, NameKeeper keeper, LinkSettler settler, IReadOnlySet<string> offBridge)
{
    private readonly Dictionary<(string Owner, string Alias), string> pairNetworks = [];

    /// <summary>Takes away what leads nowhere as it is: off the bridge it might lead somewhere, and while it is there it would speak for its group.</summary>
    public void DropIdle()
    {
        foreach (var unit in units.Where(unit => IsOpen(unit) && unit.Routes.All(route => route.Outside is null) && unit.Routes.All(route => route.Private is not { } name || !keeper.Before.Leads(name)) && !settler.IsSettled(unit)))
        {
            if (TryConvert(unit) is null)
            {
                foreach (var route in unit.Routes)
                {
                    route.Private = null;
                }
            }
        }
    }

    /// <summary>Decides about every item asked for that is not settled yet.</summary>
    public void Decide(CancellationToken cancellation)
    {
        var open = new List<LinkUnit>();
        foreach (var unit in units)
        {
            if (IsOpen(unit) && !settler.IsSettled(unit))
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

    /// <summary>A name that a link which stays gave on the bridge and does not give elsewhere, in words; null where none is lost.</summary>
    public string? LostName() =>
        units.Where(unit => unit.Outcome == LinkOutcome.Stays).SelectMany(unit => unit.Routes).Where(route => offBridge.Contains(route.Consumer))
            .SelectMany(route => NamesOf(route).Where(name => keeper.After.OwnerOf(route.Consumer) is { } stack && !keeper.IsKept(stack, name)).Select(name => $"'{name}' would no longer lead '{route.Consumer}' to '{route.Target?.Name ?? route.Outside?.Container.Name}'"))
            .FirstOrDefault();

    private static bool IsOpen(LinkUnit unit) => unit is { IsRequested: true, Reason.Length: 0, Outcome: LinkOutcome.Stays };

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
        (route.Through is null && (route.Target?.Name ?? route.Outside?.Key) is { } target && offBridge.Contains(route.Consumer) ? keeper.After.NamesOnBridge(target) : []).Prepend(route.Link.Alias);

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
                ? $"'{unit.Alias}' is already a name of '{OutsideContainer.NameOf(named)}' on the same network, so both would answer"
                : $"'{unit.Alias}' means '{OutsideContainer.NameOf(named)}' to other services on the same network";
        }

        var others = keeper.After.Private(unit.Alias).Select(name => name.Target).Append(owner).Distinct().Order(StringComparer.Ordinal).Select(name => $"'{OutsideContainer.NameOf(name)}'").ToList();
        return others.Count > 1
            ? $"'{unit.Alias}' means {Sentence.List(others)} to different services"
            : $"somebody on the network would hear another answer to '{unit.Alias}' than before";
    }
}
