using LspCompose.Analysis.Images;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names of images, and behind a name its tags: those used elsewhere in the workspace, then well-known ones.</summary>
internal static class ImageNames
{
    /// <summary>Images, or tags of the image that is typed.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context)
    {
        var word = context.Word;
        var caret = context.Offset - context.Span.Start;
        if (word.AsSpan().ContainsAny('@', ' ') || caret > word.Length || (context.Place?.Name == "source" && context.Beside("type") is not { IsScalar: true, Value: "image" }))
        {
            return [];
        }

        var colon = word.IndexOf(':', word.LastIndexOf('/') + 1);
        return colon >= 0 && colon < caret ? Tags(context, word[..colon], new TextSpan(context.Span.Start + colon + 1, context.Span.End))
            : colon >= 0 ? Names(context).Select(name => name with { Text = name.Label, Snippet = [], Span = new TextSpan(context.Span.Start, context.Span.Start + colon) })
            : Used(context).Concat(Names(context));
    }

    private static IEnumerable<Suggestion> Used(CompletionContext context) => Elsewhere(context).Select((use, order) => new Suggestion(use.Image, CompletionKind.Image)
    {
        Detail = Times(use.Count),
        Documentation = () => KnownImages.Find(use.Image)?.Description ?? "",
        Rank = SuggestionRank.Required + Math.Min(order, SuggestionRank.Common - 1),
    });

    private static IEnumerable<Suggestion> Names(CompletionContext context) => ImageCatalogue.All.Select((image, order) => new Suggestion(image.Name, CompletionKind.Image)
    {
        Text = image.Tags is [var best, ..] ? $"{image.Name}:{best}" : image.Name,
        Snippet = image.Tags.Count > 1 ? [$"{image.Name}:${{1|{string.Join(',', image.Tags)}|}}"] : [],
        FilterText = image.Name,
        Documentation = () => Describe(image),
        Rank = SuggestionRank.Common + Math.Min(order, SuggestionRank.Common - 1),
    });

    private static IEnumerable<Suggestion> Tags(CompletionContext context, string name, TextSpan span)
    {
        var repository = ImageReference.Repository(name);
        var used = Elsewhere(context)
            .Where(use => ImageReference.Repository(use.Image) == repository)
            .Select(use => (Tag: use.Image[(use.Image.LastIndexOf('/') + 1)..].Split('@')[0].Split(':') is [_, var tag] ? tag : "", use.Count))
            .Where(use => use.Tag.Length > 0)
            .GroupBy(use => use.Tag, use => use.Count, StringComparer.Ordinal)
            .Select(uses => Tag(uses.Key) with { Detail = Times(uses.Sum()), Rank = SuggestionRank.Required });
        var known = KnownImages.Find(name) is { } image && ImageReference.Repository(image.Name) == repository ? image.Tags : [];
        return used.Concat(known.Select(tag => Tag(tag) with { Rank = tag == "latest" ? SuggestionRank.Rare : SuggestionRank.Common }));

        Suggestion Tag(string tag) => new(tag, CompletionKind.Image) { Span = span };
    }

    // What stands at the cursor itself tells nothing.
    private static IEnumerable<(string Image, int Count)> Elsewhere(CompletionContext context) =>
        ImageUses.In(context.Workspace, DeclaredNames.Files(context)).Select(use => use.Image == context.Word ? (use.Image, use.Count - 1) : use).Where(use => use.Item2 > 0);

    private static string Times(int count) => count == 1 ? "used once" : $"used {count} times";

    private static string Describe(KnownImage image) => image.Tags.Count == 0 ? image.Description : $"{image.Description}\n\nTags: {string.Join(", ", image.Tags.Select(tag => $"`{tag}`"))}";
}
