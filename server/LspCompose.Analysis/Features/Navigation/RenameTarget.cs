using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>A name that can be renamed, with its 0-based UTF-16 span; or why it cannot be.</summary>
public sealed record RenameTarget(TextSpan Span, string Name)
{
    /// <summary>Why the name must stay, in words for the user; null when it may be renamed.</summary>
    public string? Refusal { get; init; }
}
