using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.LinkEnvironment;

namespace LspCompose.Analysis.Migration;

/// <summary>Finds what may notice that a link is gone although its names still lead to the same service, and what of it can be rewritten.</summary>
internal sealed class LinkDoubts(ProjectComposition composition)
{
    private readonly Dictionary<string, LinkVariableScanner> scanners = new(StringComparer.Ordinal);
    private readonly NameMap names = NameMap.Of(composition);

    /// <summary>Notes the doubts about one item, over all services that have it, and the texts that have to change when it goes.</summary>
    public void Find(LinkUnit unit)
    {
        var doubts = new List<Doubt>();
        foreach (var route in unit.Routes)
        {
            var onBridge = names.OwnerOf(route.Consumer) is { } owner && names.IsOnBridge(owner);
            foreach (var part in route.Link.Consumer.Parts)
            {
                doubts.AddRange(OfTexts(unit, part, onBridge));
            }

            if (OfImage(route, unit, onBridge) is { } image)
            {
                doubts.Add(image);
            }

            if (route.Target is { } target && IsScaled(target))
            {
                doubts.Add(new Doubt($"'{target.Name}' is scaled: the link answers with one replica, the network with all of them", DoubtKind.NeedsLink));
            }

            // One that the engine has elsewhere is not reached on the bridge.
            if (onBridge && unit.IsExternal && route is { Target: null, Outside: null or { IsOnBridge: true } })
            {
                doubts.Add(new Doubt($"'{unit.Link.Target}' is a container of another project, which '{route.Consumer}' reaches on Docker's default bridge", DoubtKind.NeedsBridge));
            }
        }

        unit.Doubts.AddRange(doubts.Distinct());
    }

    /// <summary>True for a name that looks like a host of the public internet: as a network alias it would hide that host from everybody.</summary>
    public static bool LooksPublic(string alias) => alias.Contains('.');

    private IEnumerable<Doubt> OfTexts(LinkUnit unit, ServicePart part, bool onBridge)
    {
        if (!scanners.TryGetValue(part.File.Path, out var scanner))
        {
            scanners[part.File.Path] = scanner = new LinkVariableScanner(composition.Workspace, part.File);
        }

        // Link variables exist on the default bridge only, so elsewhere nothing can read them.
        foreach (var use in scanner.OfLinks(part.Service, [unit.Link]).Where(use => onBridge || use.Kind == LinkVariableKind.NumberedHost))
        {
            if (use.Replacement is not null && LinkVariableFixes.IsSafe(part.File, use))
            {
                unit.Rewrites.Add((part, use));
            }
            else
            {
                yield return new Doubt($"'{part.Service.Name}' uses '{use.Name}' in '{use.Where}', which exists only because of the link", onBridge ? DoubtKind.NeedsBridge : DoubtKind.NeedsLink)
                {
                    Place = use.Path == part.File.Path ? new ItemPlace(use.Path, use.Place) : null,
                };
            }
        }
    }

    private Doubt? OfImage(LinkRoute route, LinkUnit unit, bool onBridge)
    {
        var consumer = route.Link.Consumer;
        if (consumer.Image is not { } image || ImplicitLinkReaders.Find(image) is not { } reader || !reader.Looks(unit.Alias) || (reader.Kind == ImplicitLinkReaderKind.Variables && !onBridge) ||
            consumer.Parts.Any(part => LinkVariables.SetsOneOf(composition.Workspace, part.File, part.Service, reader.Instead, [unit.Link])))
        {
            return null;
        }

        return new Doubt($"image '{image}' of '{consumer.Name}' takes {reader.Reads}{(reader.Kind == ImplicitLinkReaderKind.Variables && reader.Until is { } until ? $" ({until})" : "")}", onBridge && !reader.IsOrchestrated ? DoubtKind.NeedsBridge : DoubtKind.NeedsLink)
        {
            Place = consumer.Definition.Service.OwnEntry("image") is { } entry ? new ItemPlace(consumer.Definition.File.Path, entry.Value.Span) : null,
        };
    }

    private static bool IsScaled(ComposedService service) =>
        service.Attribute("scale") is { Value: not ("0" or "1") } || service.Attribute("deploy")?.Get("replicas") is { Value: not ("0" or "1") };
}
