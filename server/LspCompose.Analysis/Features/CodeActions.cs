using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>What can be changed at a place of a file.</summary>
public static class CodeActions
{
    /// <summary>
    /// The fixes of the findings that touch the span, best first, and then those for the whole file (kind <see cref="FixKind.Source"/>),
    /// which do not depend on the span.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<CodeAction> At(Workspace workspace, string path, TextSpan span, CancellationToken cancellation)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        var all = Diagnostics.For(workspace, path, cancellation).Findings;
        var here = all.Where(finding => finding.Span.Intersects(span)).ToList();
        var actions = new List<CodeAction>();
        foreach (var finding in here)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var fix in finding.Fixes)
            {
                Add(actions, fix, [finding]);
            }
        }

        var migratable = all.Where(IsMigratable).ToList();
        if (migratable.Count == 0)
        {
            return actions;
        }

        if (here.Exists(IsMigratable))
        {
            foreach (var fix in LinkFixes.WholeFile(workspace, file, FixKind.QuickFix))
            {
                Add(actions, fix, [.. here.Where(IsMigratable)]);
            }
        }

        foreach (var fix in LinkFixes.WholeFile(workspace, file, FixKind.Source).Where(fix => fix.IsSafe))
        {
            actions.Add(new CodeAction(fix, migratable));
        }

        return actions;
    }

    private static bool IsMigratable(Finding finding) =>
        finding.Rule.Id is "deprecated-link" or "circular-link" or "ambassador-container" or "legacy-file-format";

    // Several findings at one place may offer one and the same change.
    private static void Add(List<CodeAction> actions, Fix fix, IReadOnlyList<Finding> findings)
    {
        var index = actions.FindIndex(action => action.Fix.Title == fix.Title && action.Fix.Kind == fix.Kind);
        if (index < 0)
        {
            actions.Add(new CodeAction(fix, findings));
        }
        else
        {
            actions[index] = actions[index] with { Findings = [.. actions[index].Findings.Union(findings)] };
        }
    }
}
