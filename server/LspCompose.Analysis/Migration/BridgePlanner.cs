using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects.Loading;

namespace LspCompose.Analysis.Migration;

/// <summary>Decides which services leave Docker's default bridge: groups that links tie together go as one, or stay as one.</summary>
internal sealed class BridgePlanner(ProjectComposition composition, ConversionRequest request, IReadOnlyList<LinkUnit> units, NameKeeper keeper)
{
    private readonly HashSet<string> offBridge = new(StringComparer.Ordinal);
    private readonly HashSet<string> pinned = new(StringComparer.Ordinal);

    /// <summary>The services that leave the bridge.</summary>
    public IReadOnlySet<string> OffBridge => offBridge;

    /// <summary>The services that have to stay there, with their links.</summary>
    public IReadOnlySet<string> Pinned => pinned;

    private bool IsLegacy => composition.Format == ComposeFormat.Legacy;

    /// <summary>Takes groups off the bridge, or leaves them there as a whole. Returns why nothing of the project can be converted, null where that is not so.</summary>
    public string? Leave()
    {
        var byService = units.Where(unit => unit.Outcome == LinkOutcome.Stays).SelectMany(unit => unit.Routes.Select(route => (route.Consumer, unit))).ToLookup(pair => pair.Consumer, pair => pair.unit, StringComparer.Ordinal);
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
                return $"{staying[services]}, and {conflict}";
            }

            pinned.UnionWith(services);
            foreach (var unit in own.Where(unit => unit.Reason.Length == 0))
            {
                unit.Reason = staying[services];
            }
        }

        return null;
    }

    // Only links between services on the bridge work there, so only they are a reason to leave it.
    private bool IsWithin(IReadOnlyList<string> services, LinkRoute route) =>
        route.Target is { } target && keeper.After.OwnerOf(target.Name) is { } owner && services.Contains(route.Consumer) && services.Contains(owner);

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
            .FirstOrDefault(heard => keeper.After.OwnerOf(heard.Consumer) is { } stack && keeper.IsTaken(stack, heard.Name));
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
        return StrongComponents.Of(group, name => targets[name]).Any(component => component.Count > 1 || targets[component[0]].Contains(component[0]));
    }
}
