using LspCompose.Analysis.Features.Completion.Values;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>Offers what can be typed at the cursor.</summary>
public static class Completion
{
    /// <summary>The longest list of offers: more than anybody scrolls through.</summary>
    public const int MaxItems = 1000;

    /// <summary>The characters after which an editor may ask without being told to.</summary>
    public static IReadOnlyList<string> TriggerCharacters { get; } = [":", " ", "-", "$", "{", "[", ",", "*", "&", "/", ".", "=", "\"", "'"];

    /// <summary>The offers at a 0-based UTF-16 offset, best first; none where nothing can be offered.</summary>
    public static IReadOnlyList<CompletionItem> At(Workspace workspace, string path, int offset, CompletionClient client, HostAnswers host) => At(workspace, path, offset, client, host, null, CancellationToken.None);

    /// <summary>
    /// The same when the editor asks because a character was typed: none where that character does not begin anything. What is missing for some of them is
    /// <see cref="HostAnswers.Open"/> then.
    /// </summary>
    public static IReadOnlyList<CompletionItem> At(Workspace workspace, string path, int offset, CompletionClient client, HostAnswers host, char? typed, CancellationToken cancellation)
    {
        if (!workspace.TryGetFile(path, out var file))
        {
            return [];
        }

        var line = new CursorLine(file.Tree, Math.Clamp(offset, 0, file.Text.Length));
        if (typed == ' ' && !line.BeginsValue)
        {
            return [];
        }

        return [.. new CursorReader(workspace, file, line, client).Read()
            .Select(context => (context with { Host = host }).OfValue())
            .SelectMany((context, reading) => Suggest(context).Select(suggestion => (Context: context, Reading: reading, Suggestion: suggestion, Match: PrefixMatch.Of(context, suggestion))))
            .TakeWhile(_ => !cancellation.IsCancellationRequested)
            .Where(offer => offer.Match != PrefixMatch.None)
            .OrderBy(offer => offer.Match).ThenBy(offer => offer.Reading).ThenBy(offer => offer.Suggestion.Rank)
            .Take(MaxItems)
            .Select((offer, order) => SuggestionWriter.Write(offer.Context, offer.Suggestion, order))];
    }

    private static IEnumerable<Suggestion> Suggest(CompletionContext context) => context.Position switch
    {
        CompletionPosition.Key => KeyCompletions.For(context),
        CompletionPosition.Variable => VariableNames.Of(context),
        CompletionPosition.Alias => AnchorNames.Of(context),
        CompletionPosition.Tag => MergeTags.All,
        CompletionPosition.Anchor => AnchorNames.New(context),
        _ => IsMerged(context) ? AnchorNames.ToMerge(context) : ValueCompletions.For(context),
    };

    private static bool IsMerged(CompletionContext context) => (context.Position == CompletionPosition.Item ? context.Place?.Parent : context.Place)?.Name == "<<";
}
