using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>Turns the names a plan needs into networks and aliases of services, each in the file where it belongs.</summary>
internal sealed class NetworkPlanner(ProjectComposition composition, ConversionRequest request, ConversionPlan plan, IReadOnlyList<LinkUnit> units, IReadOnlySet<string> leaving, NameMap after, BridgePlanner bridge, OutsideContainers outside)
{
    private bool IsLegacy => composition.Format == ComposeFormat.Legacy;

    /// <summary>Asks for every network and alias the names need, for a new network in place of the default one, and for what becomes of the bridge.</summary>
    public void Plan()
    {
        foreach (var service in bridge.OffBridge.Select(name => composition.Find(name)).OfType<ComposedService>().Where(service => !leaving.Contains(service.Name) && !IsLegacy))
        {
            foreach (var part in service.Parts.Where(part => part.Service.OwnEntry("network_mode") is not null))
            {
                plan.For(part).LeavesBridge = true;
            }
        }

        foreach (var service in bridge.Pinned.Select(name => composition.Find(name)).OfType<ComposedService>().Where(_ => IsLegacy))
        {
            plan.For(service.Definition).StaysOnBridge = true;
        }

        var aliases = units.Where(unit => unit is { IsRequested: true, Outcome: LinkOutcome.Removed })
            .SelectMany(unit => unit.Routes.Where(route => route.Target is not null).SelectMany(route => route.Aliases.Select(alias => (Alias: alias.Name, alias.Network, Owner: after.OwnerOf(route.Target?.Name ?? "") ?? ""))))
            .Distinct().ToLookup(alias => alias.Owner, StringComparer.Ordinal);
        // What leads out of the project needs no other network in it.
        var usesDefault = units.Any(unit => unit is { IsRequested: true, Outcome: LinkOutcome.Removed } && unit.Routes.Any(route => route.Outside is null && after.OwnerOf(route.Consumer) is { } stack && after.Networks(stack).Contains(NameMap.Default)));
        if (request.Strategy == NetworkStrategy.UserDefinedNetwork && usesDefault && CanLeaveDefault())
        {
            plan.NewNetwork = request.NetworkName ?? NetworkNames.Derive(composition);
        }

        foreach (var service in composition.Services.Where(service => !leaving.Contains(service.Name)))
        {
            // A new network takes every service off the default one at once; moving only the linked ones would cut off the others.
            var wanted = after.Networks(service.Name)
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
        if (outside.NewNetwork(network) is { } external)
        {
            plan.ExternalNetworks[network] = external.Name;
        }
        else if (composition.Files.Any(file => file.Model.Networks.Contains(network)))
        {
            return;
        }

        if (!plan.Files.Any(file => file.NewNetworks.Contains(network)))
        {
            plan.For(service.Definition.File).NewNetworks.Add(network);
        }
    }

    /// <summary>
    /// True when every service on the default network can move: none names it, it has no settings of its own, no other file has services on it that are not known or
    /// not asked for, and no container of another project is on it.
    /// </summary>
    private bool CanLeaveDefault()
    {
        var movers = composition.Services.Where(service => service.Networks is null && after.Networks(service.Name).Count > 0 && !leaving.Contains(service.Name)).ToList();
        return !composition.IsPartial &&
            !after.Outsiders.Any(container => after.Networks(container).Contains(NameMap.Default)) &&
            !composition.Files.Any(file => file.Model.Networks.Contains(NameMap.Default)) &&
            !composition.Services.Any(service => service.Networks?.Any(network => network.Name == NameMap.Default) == true) &&
            movers.TrueForAll(service => request.Paths.Contains(service.Definition.File.Path) && ServiceWriter.CanAdd(service.Definition.Service) && service.Definition.Service.Attribute("networks") is null) &&
            movers.Select(service => service.Definition.File).Distinct().Take(1).All(file => TopLevelWriter.CanDeclare(file, "networks"));
    }
}
