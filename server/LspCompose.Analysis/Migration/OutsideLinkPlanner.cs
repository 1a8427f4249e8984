using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Decides about external links to containers outside of the project by what the engine holds: such a link goes where its consumer is on a network on which the container answers to
/// the wanted name, or can be put on one.
/// </summary>
/// <remarks>
/// The engine shows one moment, so only what outlasts it counts: names that Compose gives a container anew whenever it makes it (its own, its service's, its aliases), on networks of its
/// own definition. Names may only grow. A link between two that share a network works today and goes without a doubt. Where the consumer has to join a network it works for the first
/// time, but then the project no longer starts without that network, where Compose passed over a dead link in silence; so that is asked for first (<see cref="Doubt"/>). Whether the names
/// on the network get into each other's way the <see cref="NameKeeper"/> decides, over everybody who is on it.
/// </remarks>
internal sealed class OutsideLinkPlanner(ProjectComposition composition, ConversionRequest request, NameKeeper keeper, OutsideContainers outside)
{
    /// <summary>Settles an item by what runs; returns false where the engine has no such container running, or there is no engine.</summary>
    public bool IsSettled(LinkUnit unit)
    {
        if (unit.Routes[0].Outside is not { Container: { IsUp: true, IsOneOff: false } } target)
        {
            return false;
        }

        var stacks = unit.Routes.Select(route => keeper.After.OwnerOf(route.Consumer)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (stacks.Count == 0)
        {
            return false;
        }

        var networks = OutsideContainers.NetworksOf(target).Select(outside.Network).OfType<OutsideNetwork>()
            .OrderBy(network => stacks.TrueForAll(stack => IsOn(stack, network)) ? 0 : network.IsNew ? 2 : 1).ThenBy(network => network.IsInternal ? 1 : 0).ThenBy(network => network.Name, StringComparer.Ordinal).ToList();
        if (networks.Count == 0)
        {
            unit.Reason = Unreachable(target);
            return true;
        }

        var reasons = networks.Select(network => Try(unit, target, stacks, network)).TakeWhile(reason => reason is not null).ToList();
        if (reasons.Count == networks.Count)
        {
            unit.Reason = reasons[0] ?? "";
        }

        return true;
    }

    /// <summary>Why the engine cannot tell where a link leads, as the end of a sentence; null without an engine.</summary>
    public string? WhyUnknown(LinkUnit unit) => outside.Engine is null ? null : unit.Routes[0].Outside switch
    {
        null => $"the engine has no container '{unit.Link.Target}', so nothing tells on which network it would be; start it and migrate again, or remove this line",
        { Container.IsOneOff: true } => $"'{unit.Link.Target}' was made by 'docker compose run' and goes away again",
        { Container.IsUp: false } target => $"{target.Title} does not run ({target.Container.State.ToString().ToLowerInvariant()}); start it and migrate again",
        _ => null,
    };

    /// <summary>Takes the item away by means of a network; says why where that cannot be, and then changes nothing.</summary>
    private string? Try(LinkUnit unit, OutsideContainer target, List<string> stacks, OutsideNetwork network)
    {
        var where = $"network '{network.Name}'{OwnerOf(network)}";
        var joining = stacks.Where(stack => !IsOn(stack, network)).ToList();
        var names = Sentence.List(joining.Select(stack => $"'{stack}'"));
        if (!Answers(target, network, unit.Alias))
        {
            return joining.Count == 0
                ? $"'{target.Container.Name}' does not answer to '{unit.Alias}' on the {where}; give it the alias '{unit.Alias}' there {target.Origin}, then this line can go"
                : $"'{target.Container.Name}' is on the {where}, but does not answer to '{unit.Alias}' there; give it that alias {target.Origin} and put {names} on the network, then this line can go";
        }

        if (joining.FirstOrDefault(stack => keeper.After.IsOnBridge(stack)) is { } bridged)
        {
            return $"'{target.Container.Name}' is on the {where}, and '{bridged}' stays on Docker's default bridge";
        }

        if (joining.FirstOrDefault(stack => composition.Find(stack) is not { } service || !NetworkWriter.CanJoin(service, network.Key) || (network.IsNew && !TopLevelWriter.CanDeclare(service.Definition.File, "networks"))) is { } closed)
        {
            return $"'{target.Container.Name}' is on the {where}, and '{closed}' cannot be put on it: its networks come from a shared part of the file";
        }

        var mark = keeper.Mark;
        foreach (var route in unit.Routes)
        {
            keeper.Drop(route);
        }

        var changed = joining.Count > 0 ? keeper.Join(network.Key, joining) : null;
        changed ??= stacks.Exists(stack => !keeper.IsKept(stack, unit.Alias) || keeper.After.Resolve(stack, unit.Alias) is not { Services: [var found], IsAmbiguous: false } || found != target.Key) ? unit.Alias : null;
        var doubt = joining.Count == 0 ? null
            : $"{names} would join the {where}, without which the project no longer starts";
        if (changed is not null || (doubt is not null && !request.IncludesUnsafe))
        {
            keeper.GoBack(mark);
            return changed is null ? $"{doubt}; --unsafe converts it anyway"
                : joining.Count == 0 ? $"somebody else answers to '{changed}' as well"
                : $"'{target.Container.Name}' is on the {where}, where '{changed}' would lead somebody elsewhere once {names} {(joining.Count == 1 ? "is" : "are")} on it too";
        }

        unit.Outcome = LinkOutcome.Removed;
        unit.Reason = joining.Count == 0 ? $"'{target.Container.Name}' answers to '{unit.Alias}' on the network '{network.Name}'" : $"'{target.Container.Name}' answers to '{unit.Alias}' on the network '{network.Name}', which {names} {(joining.Count == 1 ? "joins" : "join")}";
        if (doubt is not null)
        {
            unit.JoinedNetwork = network.Name;
            unit.Doubts.Add(new Doubt($"{names} {(joining.Count == 1 ? "joins" : "join")} the {where}: 'docker compose up' fails while there is none, and it cannot be removed while {(joining.Count == 1 ? "that runs" : "they run")}", DoubtKind.NeedsLink));
        }

        return null;
    }

    private bool IsOn(string stack, OutsideNetwork network) => keeper.After.Networks(stack).Contains(network.Key);

    // The alias that is the start of its id changes with every new container.
    private static bool Answers(OutsideContainer target, OutsideNetwork network, string alias) =>
        !target.Container.Id.StartsWith(alias, StringComparison.Ordinal) &&
        target.Container.Networks.Any(place => place.Network == network.Name && place.Aliases.Prepend(target.Container.Name).Contains(alias, StringComparer.OrdinalIgnoreCase));

    private string OwnerOf(OutsideNetwork network) => outside.Engine?.Networks.FirstOrDefault(known => known.Name == network.Name)?.Project is { } project ? $" of project '{project}'" : "";

    private static string Unreachable(OutsideContainer target) => target.Container.NetworkMode switch
    {
        "host" => $"'{target.Container.Name}' uses the network of the host, where it has no name; reach it by the host's address and remove this line",
        var mode when mode.StartsWith("container:", StringComparison.Ordinal) => $"'{target.Container.Name}' has no network of its own, it uses that of another container; link that one's name",
        _ when target.IsOnBridge => $"'{target.Container.Name}' is on Docker's default bridge only, where names lead nowhere; put it on a network first, {target.Origin}",
        _ => $"'{target.Container.Name}' is on no network",
    };
}
