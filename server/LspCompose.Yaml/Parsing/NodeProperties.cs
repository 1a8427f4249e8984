namespace LspCompose.Yaml.Parsing;

/// <summary>Anchor and tag in front of a node: where they start, where the last one ends, and what they say.</summary>
internal readonly record struct NodeProperties(int Start, int End, string? Anchor, string? Tag)
{
    /// <summary>No properties; the node starts at the offset.</summary>
    public static NodeProperties None(int offset) => new(offset, offset, null, null);

    public bool IsEmpty => Anchor is null && Tag is null;
}
