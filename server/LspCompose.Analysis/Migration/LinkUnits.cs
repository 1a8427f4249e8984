using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Reads the link items of a project, and which services of it they mean.</summary>
internal static class LinkUnits
{
    /// <summary>The items in the order of the files, those the request asks for marked.</summary>
    public static IReadOnlyList<LinkUnit> Of(ProjectComposition composition, ConversionRequest request, OutsideContainers outside)
    {
        var units = new List<LinkUnit>();
        var names = NameMap.Of(composition);
        foreach (var group in composition.LinksByPlace())
        {
            var routes = group.Select(link => Route(link, TargetOf(composition, names, outside, link))).ToList();
            units.Add(new LinkUnit(group.Key, routes) { Host = ItemHost.Of(routes[0].Link) });
        }

        var order = composition.Files.Select((file, index) => (file.Path, index)).ToDictionary(file => file.Path, file => file.index, StringComparer.Ordinal);
        units = [.. units.OrderBy(unit => order.GetValueOrDefault(unit.Place.Path, -1)).ThenBy(unit => unit.Place.Span.Start)];
        foreach (var unit in units)
        {
            unit.IsRequested = request.Items?.Contains(unit.Place) ?? (request.Paths.Contains(unit.Place.Path) || unit.Routes.Any(route => request.Paths.Contains(route.Link.Consumer.Definition.File.Path)));
        }

        // Of links under one alias the last one counts; where it goes, the others go too, otherwise one of them would take its place.
        if (request.Items is not null)
        {
            var asked = units.Where(unit => unit.IsRequested).SelectMany(unit => unit.Routes.Select(route => (route.Consumer, unit.Alias))).ToHashSet();
            foreach (var unit in units.Where(unit => !unit.IsExternal && unit.Routes.Any(route => asked.Contains((route.Consumer, unit.Alias)))))
            {
                unit.IsRequested = true;
            }
        }

        return units;

        LinkRoute Route(ComposedLink link, ComposedService? target) =>
            new(link) { Target = target, Outside = target is null && link.Link is { Attribute: "external_links", IsInterpolated: false } ? outside.Find(link.Target) : null };
    }

    /// <summary>The service an item means: of that name, or for an external link the one that has the name on the consumer's networks, else the one whose container has it.</summary>
    private static ComposedService? TargetOf(ProjectComposition composition, NameMap names, OutsideContainers outside, ComposedLink link)
    {
        if (link.Link.Attribute == "links")
        {
            return composition.Find(link.Target);
        }

        if (names.OwnerOf(link.Consumer.Name) is { } stack && names.OnNetworks(stack, link.Target) is { Services: [var found] })
        {
            return composition.Find(found);
        }

        return composition.Services.Where(service => service.ContainerName == link.Target).OrderBy(service => service.NetworkMode is null ? 0 : 1).FirstOrDefault()
            ?? composition.Find(link.Target)
            ?? outside.ServiceOf(link.Target)
            ?? composition.Services.FirstOrDefault(service => service.ContainerName is null && composition.Name.Length > 0 && outside.Find(link.Target) is null &&
                (link.Target == $"{composition.Name}_{service.Name}_1" || link.Target == $"{composition.Name}-{service.Name}-1"));
    }
}
