using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Composition;

/// <summary>A link of a composed service: the item and the part it comes from.</summary>
internal sealed record ComposedLink(ComposedService Consumer, ServicePart Part, Link Link)
{
    /// <summary>Where the item is written.</summary>
    public ItemPlace Place => new(Part.File.Path, Link.Item.Span);

    /// <summary>The name of the linked service.</summary>
    public string Target => Link.Target;

    /// <summary>The name the consumer knows it by.</summary>
    public string Alias => Link.Alias;
}
