using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Model;

/// <summary>One item of a service's <c>links</c> or <c>external_links</c>.</summary>
public sealed record Link(Service Source, string Target, string Alias, YamlNode Item)
{
    /// <summary>The attribute it is an item of.</summary>
    public required string Attribute { get; init; }

    /// <summary>True where a variable decides what is linked, so it cannot be judged from the file alone.</summary>
    public bool IsInterpolated => Item.Value.Contains('$');

    /// <summary>True where the item is written in a shared mapping or sequence (an anchor), not in the service itself.</summary>
    public bool IsInherited { get; init; }

    /// <summary>True when the linked service gets another name for its consumer than its own.</summary>
    public bool IsRenamed => Alias != Target;
}
