using LspCompose.Analysis.Composition;

namespace LspCompose.Analysis.Migration;

/// <summary>Finds what may notice that a link is gone although its names still lead to the same service.</summary>
internal static class LinkDoubts
{
    /// <summary>The doubts about one item, over all services that have it.</summary>
    public static IEnumerable<Doubt> Of(ProjectComposition composition, NameMap names, LinkUnit unit)
    {
        foreach (var route in unit.Routes)
        {
            var onBridge = names.OwnerOf(route.Consumer) is { } owner && names.IsOnBridge(owner);
            foreach (var part in route.Link.Consumer.Parts)
            {
                if (LinkVariables.UseOf(part.Service, unit.Link, onBridge) is { } use)
                {
                    yield return new Doubt(use, onBridge ? DoubtKind.NeedsBridge : DoubtKind.NeedsLink);
                }
            }

            if (route.Target is { } target && IsScaled(target))
            {
                yield return new Doubt($"'{target.Name}' is scaled: the link answers with one replica, the network with all of them", DoubtKind.NeedsLink);
            }

            if (onBridge && unit.IsExternal && route.Target is null)
            {
                yield return new Doubt($"'{unit.Link.Target}' is a container of another project, which '{route.Consumer}' reaches on Docker's default bridge", DoubtKind.NeedsBridge);
            }
        }
    }

    /// <summary>True for a name that looks like a host of the public internet: as a network alias it would hide that host from everybody.</summary>
    public static bool LooksPublic(string alias) => alias.Contains('.');

    private static bool IsScaled(ComposedService service) =>
        service.Attribute("scale") is { Value: not ("0" or "1") } || service.Attribute("deploy")?.Get("replicas") is { Value: not ("0" or "1") };
}
