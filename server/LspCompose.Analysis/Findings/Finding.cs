using LspCompose.Analysis.Rules;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Findings;

/// <summary>Something a rule found. The span is in 0-based UTF-16 offsets of the file's text.</summary>
public sealed record Finding(Rule Rule, Severity Severity, string Message, TextSpan Span)
{
    /// <summary>Further places that belong to it, for instance the links of a circle.</summary>
    public IReadOnlyList<RelatedLocation> Related { get; init; } = [];

    /// <summary>Ways to mend it, best first; worked out when first asked for.</summary>
    public IReadOnlyList<Fix> Fixes => LazyFixes.Value;

    internal Lazy<IReadOnlyList<Fix>> LazyFixes { get; init; } = NoFixes;

    private static Lazy<IReadOnlyList<Fix>> NoFixes { get; } = new([]);

    /// <summary>How an editor may render it.</summary>
    public FindingTag Tag { get; init; }
}
