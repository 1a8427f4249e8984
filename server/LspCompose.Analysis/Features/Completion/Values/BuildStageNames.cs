namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names of the stages of the Dockerfile a service is built from.</summary>
internal static class BuildStageNames
{
    /// <summary>The stages in the order of the Dockerfile.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context) => BuildFiles.Of(context) is { } build
        ? build.Stages(context).Select(stage => new Suggestion(stage.Name, CompletionKind.Image)
        {
            Detail = $"FROM {stage.From}",
            Documentation = () => $"Stage in line {stage.Line + 1} of {(build.Inline is null ? $"`{Path.GetFileName(build.Dockerfile)}`" : "`dockerfile_inline`")}.",
            Rank = SuggestionRank.Common,
        })
        : [];
}
