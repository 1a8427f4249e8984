using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>The groups of services that links tie together on Docker's default bridge: such a group leaves the bridge as one, or stays there as one.</summary>
internal static class BridgeGroups
{
    /// <summary>The groups, services in the order of the project; services nobody links are groups of their own.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(ProjectComposition composition, NameMap names, IReadOnlyList<LinkUnit> units)
    {
        var parent = composition.Services.Select(service => service.Name).Where(names.IsOnBridge).ToDictionary(name => name, name => name, StringComparer.Ordinal);
        string Root(string name)
        {
            while (parent[name] != name)
            {
                parent[name] = parent[parent[name]];
                name = parent[name];
            }

            return name;
        }

        foreach (var route in units.SelectMany(unit => unit.Routes))
        {
            // A service in another's network stack has no links of its own: the engine refuses them.
            if (route.Target is { } meant && names.OwnerOf(meant.Name) is { } target && parent.ContainsKey(route.Consumer) && parent.ContainsKey(target))
            {
                parent[Root(target)] = Root(route.Consumer);
            }
        }

        return [.. parent.Keys.ToList().GroupBy(Root).Select(group => group.ToList())];
    }
}
