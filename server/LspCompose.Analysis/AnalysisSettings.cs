using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis;

/// <summary>What a user may change about the analysis.</summary>
public sealed record AnalysisSettings
{
    /// <summary>The settings without any change.</summary>
    public static AnalysisSettings Default { get; } = new();

    /// <summary>Severity by rule id; null switches the rule off. Rules not named keep their default.</summary>
    public IReadOnlyDictionary<string, Severity?> Rules { get; init; } = new Dictionary<string, Severity?>();
}
