using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Settings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>Settings and ignore comments that name what is not there, so they have no effect.</summary>
internal sealed class UnknownSettingRule : Rule
{
    private static readonly UnknownSettingRule Instance = new();

    public override string Id => "unknown-setting";

    public override RuleCategory Category => RuleCategory.Reference;

    public override Severity DefaultSeverity => Severity.Warning;

    public override string Title => "A setting or an ignore comment has no effect.";

    public override string Explanation =>
        """
        A misspelt rule id switches nothing off, and nobody notices. This holds in `.lspcompose.yaml`, for its keys and values too, and in the comments
        of a Compose file:

        - `# lspcompose: ignore rule-id …` for its line or, alone on a line, for the next one
        - `# lspcompose: ignore-file [rule-id …]` for the whole file
        """;

    public override string BadExample =>
        """
        # lspcompose: ignore obsolete-versoin
        version: "3.8"
        services:
          web:
            image: nginx
        """;

    public override string GoodExample =>
        """
        # lspcompose: ignore obsolete-version
        version: "3.8"
        services:
          web:
            image: nginx
        """;

    /// <summary>The findings of a settings file.</summary>
    public static IReadOnlyList<Finding> Findings(string path, SettingsContent content) => content.Settings.SeverityOf(Instance) is { } severity
        ? [.. content.Problems.OrderBy(problem => problem.Span.Start).Select(problem => new Finding(Catalogued(), severity, problem.Message, problem.Span) { LazyFixes = new(() => Fixes(path, problem.Span, problem.Nearest)) })]
        : [];

    internal override void Check(RuleContext context)
    {
        foreach (var (span, id) in IgnoreComments.RuleIds(context.File.Tree))
        {
            if (!RuleCatalogue.TryGet(id, out _))
            {
                var nearest = SettingsFile.NearestRule(id);
                context.Report(span, SettingsFile.NoRule(id, nearest), fixes: () => Fixes(context.File.Path, span, nearest));
            }
        }

        foreach (var span in IgnoreComments.WithoutEffect(context.File.Tree))
        {
            context.Report(span, "This comment has no effect. Write 'lspcompose: ignore RULE' for a line, or 'lspcompose: ignore-file [RULE]' for the file.");
        }
    }

    private static Rule Catalogued() => RuleCatalogue.TryGet(Instance.Id, out var rule) ? rule : Instance;

    // What is switched on or off afterwards may not be what was meant.
    private static IReadOnlyList<Fix> Fixes(string path, TextSpan span, string? nearest) => nearest is null
        ? []
        : [new Fix($"Change to '{nearest}'", FixKind.QuickFix, () => [new FileEdit(path, new TextEdit(span, nearest))]) { IsSafe = false, IsPreferred = true }];
}
