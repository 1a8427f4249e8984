using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Refactorings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>What can be changed at a place of a file.</summary>
public static class CodeActions
{
    /// <summary>
    /// The fixes of the findings that touch the span, best first, then those for the whole file (kind <see cref="FixKind.Source"/>),
    /// which do not depend on the span, and then the refactorings of what the span touches or covers.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<CodeAction> At(Workspace workspace, string path, TextSpan span, CancellationToken cancellation) => At(workspace, path, span, _ => true, cancellation);

    /// <summary>As above, those of some kinds. Others cost nothing.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<CodeAction> At(Workspace workspace, string path, TextSpan span, Func<FixKind, bool> wants, CancellationToken cancellation)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        var actions = new List<CodeAction>();
        if (wants(FixKind.QuickFix) || wants(FixKind.Source))
        {
            AddFixes(actions, workspace, file, span, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        return [.. actions.Where(action => wants(action.Fix.Kind)), .. RefactoringCatalogue.At(workspace, file, span, wants).Select(fix => new CodeAction(fix, []))];
    }

    private static void AddFixes(List<CodeAction> actions, Workspace workspace, ComposeFile file, TextSpan span, CancellationToken cancellation)
    {
        var all = Diagnostics.For(workspace, file.Path, cancellation).Findings;
        var here = all.Where(finding => finding.Span.Intersects(span)).ToList();
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
            return;
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
