using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>Finds the project of a file for rules that draw conclusions from what is nowhere in it, so all of it must be known.</summary>
internal static class WholeProject
{
    // A service itself; what is wrong there may cost all of it.
    private const int ServiceDepth = 2;

    /// <summary>
    /// The file's project. Null where a part of it is unread, broken or elsewhere, where other files may be merged with it, and where something is wrong
    /// under one of the given keys, so that what stands there is not known.
    /// </summary>
    public static Project? Of(RuleContext context, params IReadOnlyList<string> keys)
    {
        var project = context.Workspace.Projects.For(context.File.Path);
        return !project.Request.IsFragment && !project.HasUnknownParts && project.Unread.Count == 0 &&
            project.Request.Files.All(project.ComposePaths.Contains) && project.ComposePaths.All(path => IsSound(context.Workspace, path)) &&
            project.Problems.All(problem => !IsInTheWay(context.Workspace, problem, keys))
            ? project
            : null;
    }

    private static bool IsSound(Workspace workspace, string path) =>
        workspace.FindComposeFile(path) is { Tree.Errors.Count: 0, Model.Format: ComposeFormat.Current };

    // A variable that is not set is a problem too: nobody knows what stands in its place.
    private static bool IsInTheWay(Workspace workspace, Problem problem, IReadOnlyList<string> keys)
    {
        if (problem.RuleId is "extends-cycle" or "include-cycle" or "syntax-error")
        {
            return true;
        }

        var path = workspace.FindComposeFile(problem.Place.Path)?.Tree.PathTo(problem.Place.Span.Start).Select(step => step.Entry?.Name).OfType<string>().ToList() ?? [];
        return path.Any(key => key is "extends" or "include" || keys.Contains(key)) || (path.Count <= ServiceDepth && problem.RuleId is "invalid-value" or "unknown-key");
    }
}
