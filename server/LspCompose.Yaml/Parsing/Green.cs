using System.Runtime.InteropServices;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Parsing;

/// <summary>Makes green nodes from nodes placed in the text read.</summary>
internal static class Green
{
    public static Placed Scalar(NodeProperties properties, int start, int end, string value, ScalarStyle style) => new(
        new GreenScalar(value, style)
        {
            Width = end - properties.Start,
            ContentOffset = start - properties.Start,
            Anchor = properties.Anchor,
            Tag = properties.Tag,
        },
        properties.Start);

    /// <summary>A value that is not written: empty, right after its properties.</summary>
    public static Placed Missing(NodeProperties properties) => Scalar(properties, properties.End, properties.End, "", ScalarStyle.Plain);

    /// <summary>A value that is not written, at an offset.</summary>
    public static Placed Missing(int offset) => Missing(NodeProperties.None(offset));

    public static Placed Alias(NodeProperties properties, int start, int end, string name) => new(
        new GreenAlias(name)
        {
            Width = end - properties.Start,
            ContentOffset = start - properties.Start,
            Anchor = properties.Anchor,
            Tag = properties.Tag,
        },
        properties.Start);

    public static Placed Mapping(NodeProperties properties, int start, int end, List<PlacedEntry> entries, CollectionForm form)
    {
        var origin = properties.Start;
        var green = new GreenEntry[entries.Count];
        var index = 0;
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(entries))
        {
            green[index++] = new GreenEntry(
                entry.Key.Start - origin, entry.Key.Node, entry.Colon < 0 ? -1 : entry.Colon - origin, entry.Value.Start - origin, entry.Value.Node);
        }

        var node = new GreenMapping(green, form == CollectionForm.Flow)
        {
            Width = end - origin,
            ContentOffset = start - origin,
            Anchor = properties.Anchor,
            Tag = properties.Tag,
        };
        return new Placed(node, origin);
    }

    public static Placed Sequence(NodeProperties properties, int start, int end, List<PlacedItem> items, CollectionForm form)
    {
        var origin = properties.Start;
        var green = new GreenItem[items.Count];
        var index = 0;
        foreach (ref readonly var item in CollectionsMarshal.AsSpan(items))
        {
            green[index++] = new GreenItem(item.Dash < 0 ? -1 : item.Dash - origin, item.Value.Start - origin, item.Value.Node);
        }

        var node = new GreenSequence(green, form == CollectionForm.Flow)
        {
            Width = end - origin,
            ContentOffset = start - origin,
            Anchor = properties.Anchor,
            Tag = properties.Tag,
        };
        return new Placed(node, origin);
    }
}
