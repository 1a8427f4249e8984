namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>Where a node stands: as an item (or a document's root), or as the value of an entry, which may be a list at its key's column.</summary>
internal enum NodePlace
{
    Item,
    Value,
}
