using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>A rule that holds a project against what a Docker engine holds; it finds nothing without one.</summary>
internal abstract class EngineRule : Rule
{
    public override RuleCategory Category => RuleCategory.Engine;

    public override Severity DefaultSeverity => Severity.Info;

    internal sealed override void Check(RuleContext context)
    {
        // What is not read yet may change every name.
        if (ProjectOnEngine.Of(context.Workspace, context.File.Path) is { Project.Unread.Count: 0 } project)
        {
            Check(context, project);
        }
    }

    /// <summary>Looks for the problem in one file beside an engine.</summary>
    protected abstract void Check(RuleContext context, ProjectOnEngine project);

    /// <summary>Reports a finding where its place is in the context's file and stands in no broken part.</summary>
    protected void Report(RuleContext context, SourcePlace place, string message)
    {
        if (ModelParts.IsJudged(context, place))
        {
            context.Report(new Problem(Id, place, message));
        }
    }
}
