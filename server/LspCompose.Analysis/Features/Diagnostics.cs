using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;

namespace LspCompose.Analysis.Features;

/// <summary>Runs the rules over a file.</summary>
public static class Diagnostics
{
    /// <summary>The findings of a file, none for a file the workspace does not hold. A rule that throws is reported as failed, the others go on.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FileDiagnostics For(Workspace workspace, string path, CancellationToken cancellation) => Run(RuleCatalogue.All, workspace, path, cancellation);

    internal static FileDiagnostics Run(IReadOnlyList<Rule> rules, Workspace workspace, string path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!workspace.TryGetFile(path, out var file))
        {
            return new FileDiagnostics([.. BesideComposeFiles(rules, workspace, path)], []);
        }

        var ignored = IgnoreComments.Read(file.Tree);
        var findings = new List<Finding>();
        var failures = new List<RuleFailure>();
        foreach (var rule in rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (workspace.Settings.SeverityOf(rule) is not { } severity)
            {
                continue;
            }

            var found = new List<Finding>();
            try
            {
                rule.Check(new RuleContext(workspace, file, rule, severity, found));
                findings.AddRange(found.Where(finding => !ignored.Covers(finding, file.Text)));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(new RuleFailure(rule.Id, exception));
            }
        }

        return new FileDiagnostics([.. findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Severity).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)], failures);
    }

    // What the project the user named says about a file that is no Compose file, such as .env.
    private static IEnumerable<Finding> BesideComposeFiles(IReadOnlyList<Rule> rules, Workspace workspace, string path) =>
        from problem in workspace.Request is null ? [] : workspace.Projects.For(path).Problems
        where problem.Place.Path == path
        orderby problem.Place.Span.Start
        let rule = rules.FirstOrDefault(rule => rule.Id == problem.RuleId)
        where rule is not null
        let severity = workspace.Settings.SeverityOf(rule)
        where severity is not null
        select new Finding(rule, workspace.Settings.Rules.ContainsKey(rule.Id) ? severity.Value : problem.Severity ?? severity.Value, problem.Message, problem.Place.Span) { Related = problem.Related, Tag = problem.Tag };
}
