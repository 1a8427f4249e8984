using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>What rules that walk a project's model have in common.</summary>
internal static class ModelParts
{
    /// <summary>The entries of a mapping, none of anything else.</summary>
    public static IReadOnlyList<ConfigEntry> Entries(ConfigNode? node) => node is ConfigMapping mapping ? mapping.Entries : [];

    /// <summary>The items of a list, none of anything else.</summary>
    public static IReadOnlyList<ConfigNode> Items(ConfigNode? node) => node is ConfigSequence list ? list.Items : [];

    /// <summary>The text of a value; empty for one that is not there or not text.</summary>
    public static string Text(ConfigNode? node) => (node as ConfigScalar)?.Text ?? "";

    /// <summary>True when a variable inside a place could not be filled in, so the value there is not the one that will be used.</summary>
    public static bool HasUnset(Project project, SourcePlace place) => project.Problems.Any(problem =>
        problem.RuleId is "unset-variable" or "invalid-interpolation" && problem.Place.Path == place.Path && place.Span.Contains(problem.Place.Span));

    /// <summary>True when a place is in the context's file and not in a part that is told to be broken already.</summary>
    public static bool IsJudged(RuleContext context, SourcePlace place) => place.Path == context.File.Path &&
        (context.File.Tree.Errors.Count == 0 || !BrokenParts.Of(context.File).Any(part => part.Start <= place.Span.Start && place.Span.Start <= part.End));

    /// <summary>The place of a part of a value that is written as it is; the place of the whole value where it is not found.</summary>
    public static SourcePlace Narrow(Workspace workspace, SourcePlace place, string part)
    {
        if (part.Length == 0 || workspace.FindComposeFile(place.Path) is not { } file || place.Span.End > file.Text.Length)
        {
            return place;
        }

        var at = file.Text.Slice(place.Span).LastIndexOf(part, StringComparison.Ordinal);
        return at < 0 ? place : place with { Span = TextSpan.FromLength(place.Span.Start + at, part.Length) };
    }
}
