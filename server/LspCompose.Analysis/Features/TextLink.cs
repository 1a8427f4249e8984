using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>A part of a text that leads to a page or, where <see cref="Path"/> is not null, to a file.</summary>
/// <param name="Span">The part, in 0-based UTF-16 offsets.</param>
/// <param name="Tooltip">Where it leads, in words.</param>
public sealed record TextLink(TextSpan Span, string Tooltip)
{
    /// <summary>The address of the page; null for a file.</summary>
    public string? Url { get; init; }

    /// <summary>The path of the file; null for a page.</summary>
    public string? Path { get; init; }
}
