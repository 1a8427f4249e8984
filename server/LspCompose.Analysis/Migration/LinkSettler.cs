using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Settles the items whose fate needs no trying: those that cannot be read, edited or followed, and links to other projects.</summary>
internal sealed class LinkSettler(ProjectComposition composition, ConversionRequest request, NameKeeper keeper, OutsideLinkPlanner outside, IReadOnlySet<ItemPlace> kept)
{
    /// <summary>Settles an item that needs no trying and notes the reason; returns false for one that does.</summary>
    public bool IsSettled(LinkUnit unit)
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
            _ when !unit.IsExternal && unit.Routes.FirstOrDefault(route => !DependencyWriter.CanAdd(unit.PartOf(route))) is { } route => $"the depends_on of '{route.Consumer}' is shared or written in a way that cannot be added to",
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
        if (outside.IsSettled(unit))
        {
            return;
        }

        // What the engine does not hold answers to no name, whatever network the files promise.
        if (outside.WhyUnknown(unit) is { } unknown)
        {
            unit.Reason = unknown;
            return;
        }

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
}
