using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Formatting;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Rules;

namespace LspCompose.Analysis;

/// <summary>What a user may change about the analysis.</summary>
public sealed record AnalysisSettings
{
    /// <summary>The settings without any change.</summary>
    public static AnalysisSettings Default { get; } = new();

    /// <summary>Severity by rule id; null switches the rule off. Rules not named keep their default.</summary>
    public IReadOnlyDictionary<string, Severity?> Rules { get; init; } = new Dictionary<string, Severity?>();

    /// <summary>The Compose to agree with.</summary>
    public ComposeTarget Target { get; init; }

    /// <summary>Which network takes over from links.</summary>
    public NetworkStrategy Strategy { get; init; } = NetworkStrategy.UserDefinedNetwork;

    /// <summary>How files are laid out.</summary>
    public FormatOptions Format { get; init; } = FormatOptions.Default;

    /// <summary>The variables of the shell, from which <c>${…}</c> is filled in.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A rule's severity under these settings, null when it is off.</summary>
    public Severity? SeverityOf(Rule rule) => Rules.TryGetValue(rule.Id, out var severity) ? severity : rule.DefaultSeverity;
}
