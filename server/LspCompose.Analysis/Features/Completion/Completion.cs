namespace LspCompose.Analysis.Features.Completion;

/// <summary>Offers what can be typed at the cursor.</summary>
public static class Completion
{
    // More than anybody scrolls through.
    private const int MaxItems = 1000;

    /// <summary>The offers at a 0-based UTF-16 offset, best first; none where nothing can be offered.</summary>
    public static IReadOnlyList<CompletionItem> At(Workspace workspace, string path, int offset, CompletionClient client)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        return [.. new CursorReader(workspace, file, offset, client).Read()
            .SelectMany(context => Suggest(context).Select((suggestion, index) => (Context: context, Suggestion: suggestion, Index: index, Match: PrefixMatch.Of(context, suggestion))))
            .Where(offer => offer.Match != PrefixMatch.None)
            .OrderBy(offer => offer.Match).ThenBy(offer => offer.Suggestion.Rank).ThenBy(offer => offer.Index)
            .Take(MaxItems)
            .Select((offer, order) => SuggestionWriter.Write(offer.Context, offer.Suggestion, order))];
    }

    private static IEnumerable<Suggestion> Suggest(CompletionContext context) => context.Position switch
    {
        CompletionPosition.Key => KeyCompletions.For(context),
        CompletionPosition.Value or CompletionPosition.Item => ValueCompletions.For(context),
        _ => [],
    };
}
