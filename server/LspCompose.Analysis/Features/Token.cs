using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>A name or key of a file to be coloured by what it means; the span is in 0-based UTF-16 offsets.</summary>
public sealed record Token(TextSpan Span, TokenKind Kind)
{
    /// <summary>True where the name is defined.</summary>
    public bool IsDeclaration { get; init; }

    /// <summary>True for what should not be used any more.</summary>
    public bool IsDeprecated { get; init; }
}
