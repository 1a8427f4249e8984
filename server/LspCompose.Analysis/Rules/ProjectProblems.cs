using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>Reports what loading and judging a file's project found.</summary>
internal static class ProjectProblems
{
    /// <summary>
    /// Reports the problems of a rule whose place is in the context's file. What follows from a syntax error is left out, and in a file of the first format
    /// all but the text itself: a rule of its own asks to convert it.
    /// </summary>
    public static void Report(RuleContext context, Rule rule)
    {
        var file = context.File;
        var project = context.Workspace.Projects.For(file.Path);
        if (file.Model.Format == ComposeFormat.Legacy && rule.Category is not (RuleCategory.Syntax or RuleCategory.Interpolation))
        {
            return;
        }

        foreach (var problem in project.Problems)
        {
            if (problem.RuleId == rule.Id && problem.Place.Path == file.Path && !FollowsFromSyntaxError(context, project, problem))
            {
                context.Report(problem);
            }
        }
    }

    private static bool FollowsFromSyntaxError(RuleContext context, Project project, Problem problem)
    {
        var file = context.File;
        return (file.Tree.Errors.Count > 0 && BrokenParts.Of(file).Any(part => part.Start <= problem.Place.Span.Start && problem.Place.Span.Start <= part.End)) ||
            (problem.IsAboutMissing && project.ComposePaths.Any(path => context.Workspace.FindComposeFile(path) is { Tree.Errors.Count: > 0 } other && BrokenParts.MayDefine(other, file.Text.ToString(problem.Place.Span))));
    }
}
