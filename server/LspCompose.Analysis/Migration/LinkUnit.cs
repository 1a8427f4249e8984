using LspCompose.Analysis.Composition;
using LspCompose.Analysis.LinkEnvironment;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>A link item as it is written, with every service that has it; what becomes of it holds for all of them.</summary>
internal sealed class LinkUnit(ItemPlace place, IReadOnlyList<LinkRoute> routes)
{
    public ItemPlace Place { get; } = place;

    public IReadOnlyList<LinkRoute> Routes { get; } = routes;

    public Link Link { get; } = routes[0].Link.Link;

    public string Alias => Link.Alias;

    public bool IsExternal => Link.Attribute == "external_links";

    /// <summary>Where the item can be edited; null where it cannot.</summary>
    public Service? Host { get; init; }

    public bool IsRequested { get; set; }

    public LinkOutcome Outcome { get; set; }

    /// <summary>Why the item stays, or what takes over from it: the end of a sentence.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The text the item gets instead, null where it keeps its own.</summary>
    public string? NewText { get; set; }

    /// <summary>The network, by its name on the engine, that its consumers join so that it can go; null where they need not.</summary>
    public string? JoinedNetwork { get; set; }

    public List<Doubt> Doubts { get; } = [];

    /// <summary>Texts that name what only the link gives, and can name what stays instead.</summary>
    public List<(ServicePart Part, LinkVariableUse Use)> Rewrites { get; } = [];

    /// <summary>True when the item stands in the consumer itself, in one of its own parts.</summary>
    public bool IsOwn(LinkRoute route) => route.Link.Part.Kind == PartKind.Own && Host?.Entry.Key == route.Link.Part.Service.Entry.Key;

    /// <summary>The part of a consumer that says what it starts after: where the item is, if that is the consumer's own.</summary>
    public ServicePart PartOf(LinkRoute route) => IsOwn(route) ? route.Link.Part : route.Link.Consumer.Definition;
}
