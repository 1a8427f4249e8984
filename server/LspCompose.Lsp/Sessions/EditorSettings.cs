using LspCompose.Analysis;
using LspCompose.Analysis.Features.Hints;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Settings;

namespace LspCompose.Lsp.Sessions;

/// <summary>What the user set in the editor; it wins over settings files.</summary>
internal sealed record EditorSettings
{
    /// <summary>No settings.</summary>
    public static EditorSettings None { get; } = new();

    /// <summary>Severity by rule id; null switches the rule off.</summary>
    public IReadOnlyDictionary<string, Severity?> Rules { get; init; } = new Dictionary<string, Severity?>();

    /// <summary>The Compose to agree with; null to leave it to settings files.</summary>
    public ComposeTarget? Target { get; init; }

    /// <summary>Which network takes over from links; null to leave it to settings files.</summary>
    public NetworkStrategy? Strategy { get; init; }

    /// <summary>How files are laid out: words by the keys of <see cref="FormatSettings"/>; keys not named are left to settings files.</summary>
    public IReadOnlyDictionary<string, string> Format { get; init; } = new Dictionary<string, string>();

    /// <summary>The kinds of inlay hints to show.</summary>
    public IReadOnlySet<InlayHintKind> InlayHints { get; init; } = InlayHintKinds.Every;

    /// <summary>True when the Docker engine may be looked at.</summary>
    public bool UsesEngine { get; init; } = true;

    /// <summary>The settings of a file as these change them.</summary>
    public AnalysisSettings Over(AnalysisSettings settings)
    {
        if (Rules.Count == 0 && Format.Count == 0 && Target is null && Strategy is null)
        {
            return settings;
        }

        var rules = new Dictionary<string, Severity?>(settings.Rules, StringComparer.Ordinal);
        foreach (var (id, severity) in Rules)
        {
            rules[id] = severity;
        }

        return settings with { Rules = rules, Target = Target ?? settings.Target, Strategy = Strategy ?? settings.Strategy, Format = FormatSettings.Apply(settings.Format, Format) };
    }

    /// <summary>True when two settings mean the same.</summary>
    public static bool AreSame(EditorSettings left, EditorSettings right) =>
        left.Target == right.Target && left.Strategy == right.Strategy && left.UsesEngine == right.UsesEngine && AreSame(left.Rules, right.Rules) && AreSame(left.Format, right.Format) && left.InlayHints.SetEquals(right.InlayHints);

    private static bool AreSame<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && EqualityComparer<T>.Default.Equals(value, entry.Value));
}
