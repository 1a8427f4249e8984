using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Model;

/// <summary>
/// One service needs another, by name; the name need not be defined. <see cref="Span"/> is where the name is written.
/// <see cref="IsRequired"/> is false for <c>depends_on</c> with <c>required: false</c>.
/// </summary>
public sealed record Dependency(DependencyKind Kind, string Target, TextSpan Span, bool IsRequired = true)
{
    /// <summary>The attribute it is written in, for messages.</summary>
    public required string Attribute { get; init; }
}
