using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>What to write today by somebody who types <c>links</c>.</summary>
internal static class NetworkWay
{
    private static readonly string[] Outdated = ["links", "external_links"];

    /// <summary>True for keys that only the first file format still needs: something else is offered for them.</summary>
    public static bool Replaces(CompletionContext context, string key) => IsService(context) && Outdated.Contains(key);

    /// <summary>An offer that is found by the name of what it replaces.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context)
    {
        if (!IsService(context))
        {
            return [];
        }

        var isOrdered = context.Siblings.Contains("depends_on");
        return Outdated.Where(key => !context.Siblings.Contains(key)).SelectMany(key => new[]
        {
            isOrdered || key == "external_links" ? null : Suggest(key, "depends_on", "the name works already; this keeps the start order"),
            context.Siblings.Contains("networks") ? null : Suggest(key, "networks", "services on one network reach each other by name"),
        }).OfType<Suggestion>();
    }

    private static bool IsService(CompletionContext context) => context.Schema?.Definition == "service" && context.File.Model.Format == ComposeFormat.Current;

    private static Suggestion Suggest(string key, string instead, string why) => new($"{key} → {instead}", CompletionKind.Key)
    {
        Text = instead,
        FilterText = key,
        Snippet = ["- $0"],
        Detail = why,
        Documentation = () => LinkStory.OfLinks(null),
        Rank = SuggestionRank.Discouraged,
    };
}
