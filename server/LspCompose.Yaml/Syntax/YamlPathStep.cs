namespace LspCompose.Yaml.Syntax;

/// <summary>One step on the way from a document's root to a place: the collection, and the entry or item of it that touches the place.</summary>
public readonly record struct YamlPathStep(YamlNode Collection, int Index, YamlPathPart Part)
{
    /// <summary>The mapping's entry; null in a sequence.</summary>
    public YamlEntry? Entry => Part == YamlPathPart.Item ? null : Collection.Entries[Index];

    /// <summary>The sequence's item; null in a mapping.</summary>
    public YamlItem? Item => Part == YamlPathPart.Item ? Collection.Items[Index] : null;

    /// <summary>The node the step leads to: the entry's key or value, or the item's value.</summary>
    public YamlNode Node => Part switch
    {
        YamlPathPart.Key => Collection.Entries[Index].Key,
        YamlPathPart.Value => Collection.Entries[Index].Value,
        _ => Collection.Items[Index].Value,
    };
}
