using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Places;

/// <summary>An entry of a mapping or an item of a list in a file, with what the schema says about its value.</summary>
internal sealed class Place
{
    /// <summary>Makes the place of an entry.</summary>
    public Place(Place? parent, YamlEntry entry, SchemaNode? schema)
    {
        Parent = parent;
        Entry = entry;
        Value = entry.Value;
        Schema = schema;
    }

    /// <summary>Makes the place of an item.</summary>
    public Place(Place? parent, YamlItem item, SchemaNode? schema)
    {
        Parent = parent;
        Item = item;
        Value = item.Value;
        Schema = schema;
    }

    /// <summary>The place around this one; null at the root of the file.</summary>
    public Place? Parent { get; }

    /// <summary>The entry; null for an item.</summary>
    public YamlEntry? Entry { get; }

    /// <summary>The item; null for an entry.</summary>
    public YamlItem? Item { get; }

    /// <summary>The value of the entry or item. An alias is not followed.</summary>
    public YamlNode Value { get; }

    /// <summary>What the schema says about the value; null where it says nothing.</summary>
    public SchemaNode? Schema { get; }

    /// <summary>What the schema says about the value as a text; null where it says nothing.</summary>
    public SchemaNode? TextSchema => Schema?.Branch(SchemaTypes.String) ?? Schema;

    /// <summary>What the schema says the text of the value names, itself or as one of a list of such texts.</summary>
    public IReadOnlyList<string> References
    {
        get
        {
            var around = Parent?.Schema;
            return First(TextSchema, Schema)
                ?? (around is { Syntax: "additional-context" } ? First(around) : null)
                ?? (Item is null ? null : First(around?.Branch(SchemaTypes.Array), around))
                ?? [];

            static IReadOnlyList<string>? First(params ReadOnlySpan<SchemaNode?> nodes)
            {
                foreach (var node in nodes)
                {
                    if (node is { References.Count: > 0 })
                    {
                        return node.References;
                    }
                }

                return null;
            }
        }
    }

    /// <summary>The entry's key, null for an item.</summary>
    public string? Name => Entry?.Name;

    /// <summary>The whole entry, or the item with its dash.</summary>
    public TextSpan Span => Entry?.Span ?? Item?.Span ?? Value.FullSpan;

    /// <summary>The places from the root of the file to this one.</summary>
    public IReadOnlyList<Place> Way
    {
        get
        {
            var way = new List<Place>();
            for (var place = this; place is not null; place = place.Parent)
            {
                way.Insert(0, place);
            }

            return way;
        }
    }

    /// <summary>The nearest place around this one, itself included, whose value is of a definition of the schema, such as <c>service</c>.</summary>
    public Place? Within(string definition)
    {
        var place = this;
        while (place is not null && place.Schema?.Definition != definition)
        {
            place = place.Parent;
        }

        return place;
    }
}
