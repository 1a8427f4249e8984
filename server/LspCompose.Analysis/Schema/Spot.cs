using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Schema;

/// <summary>How the validator came to a value; messages name the value by it.</summary>
internal readonly record struct Spot
{
    /// <summary>How a value hangs on what holds it.</summary>
    public SpotKind Kind { get; private init; }

    /// <summary>The value's key; for an item the key of its list.</summary>
    public string Key { get; private init; }

    /// <summary>The place of the key the value has, null for items and the root.</summary>
    public SourcePlace? KeyPlace { get; private init; }

    /// <summary>The key of the mapping that holds the value.</summary>
    public string Owner { get; private init; }

    /// <summary>What the keys of the mapping that holds the value declare; null when nothing.</summary>
    public string? Defines { get; private init; }

    /// <summary>The definition of the list an item stands in.</summary>
    public string? ListDefinition { get; private init; }

    /// <summary>The whole file.</summary>
    public static Spot Root => new() { Kind = SpotKind.Root, Key = "", Owner = "" };

    /// <summary>The value of a key the schema names.</summary>
    public Spot Property(in ConfigEntry entry) => new() { Kind = SpotKind.Property, Key = entry.Key, KeyPlace = entry.KeyPlace, Owner = Key };

    /// <summary>The value of a key the user chose.</summary>
    public Spot Named(in ConfigEntry entry, SchemaNode mapping) =>
        new() { Kind = SpotKind.Named, Key = entry.Key, KeyPlace = entry.KeyPlace, Owner = Key, Defines = mapping.Defines };

    /// <summary>An item of the list at this spot.</summary>
    public Spot Item(SchemaNode list) => new() { Kind = SpotKind.Item, Key = Key, Owner = Owner, ListDefinition = list.Definition };
}
