namespace LspCompose.Analysis.Rules;

/// <summary>Reports what loading and judging a file's project found.</summary>
internal static class ProjectProblems
{
    /// <summary>Reports the problems of a rule whose place is in the context's file.</summary>
    public static void Report(RuleContext context, Rule rule)
    {
        foreach (var problem in context.Workspace.Projects.For(context.File.Path).Problems)
        {
            if (problem.RuleId == rule.Id && problem.Place.Path == context.File.Path)
            {
                context.Report(problem);
            }
        }
    }
}
