using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>An entry or a list's item of a file with all that is in it. Spans are 0-based UTF-16 offsets; <see cref="NameSpan"/> lies within <see cref="Span"/>.</summary>
public sealed record OutlineItem
{
    /// <summary>The entry's key, or what tells the item from others; never blank.</summary>
    public required string Name { get; init; }

    /// <summary>More to show beside the name, such as a service's image; null where there is no more.</summary>
    public string? Detail { get; init; }

    /// <summary>What it is.</summary>
    public required OutlineKind Kind { get; init; }

    /// <summary>The whole entry or item.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What the name is taken from.</summary>
    public required TextSpan NameSpan { get; init; }

    /// <summary>True for a key that should not be used any more.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>What is in it, in the order of the text.</summary>
    public IReadOnlyList<OutlineItem> Children { get; init; } = [];
}
