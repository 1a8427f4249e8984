using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>What a rule may look at, and where it reports what it finds.</summary>
internal sealed class RuleContext(Workspace workspace, ComposeFile file, Rule rule, Severity severity, List<Finding> findings)
{
    /// <summary>The snapshot the file belongs to.</summary>
    public Workspace Workspace { get; } = workspace;

    /// <summary>The file to look at.</summary>
    public ComposeFile File { get; } = file;

    /// <summary>
    /// Reports a finding; the message says what is wrong in the user's own names and what to do. The fixes are worked out only when somebody asks for them.
    /// A severity of its own wins over the rule's, one set by the user over both.
    /// </summary>
    public void Report(
        TextSpan span, string message, IReadOnlyList<RelatedLocation>? related = null, Func<IReadOnlyList<Fix>>? fixes = null, FindingTag tag = FindingTag.None, Severity? ownSeverity = null)
    {
        var finding = new Finding(rule, SeverityOr(ownSeverity), message, span) { Related = related ?? [], Tag = tag };
        findings.Add(fixes is null ? finding : finding with { LazyFixes = new(fixes) });
    }

    /// <summary>Reports a problem of the file's project. A severity set by the user wins over the problem's own, that over the rule's.</summary>
    public void Report(Problem problem)
    {
        var finding = new Finding(rule, SeverityOr(problem.Severity), problem.Message, problem.Place.Span) { Related = problem.Related, Tag = problem.Tag };
        findings.Add(problem.Fixes is { } fixes ? finding with { LazyFixes = new(fixes) } : finding);
    }

    private Severity SeverityOr(Severity? own) => Workspace.Settings.Rules.ContainsKey(rule.Id) ? severity : own ?? severity;
}
