using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Images;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names of images, and behind a name its tags: those used elsewhere in the workspace, those the engine has, then well-known ones.</summary>
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
        return colon >= 0 && colon < caret ? Tags(context, word[..colon], new TextSpan(context.Span.Start + colon + 1, context.Span.End)).Concat(OfRegistry(context, word[..(colon + 1)]))
            : colon >= 0 ? Repositories(context).Select(name => name with { Text = name.Label, Snippet = [], Span = new TextSpan(context.Span.Start, context.Span.Start + colon) })
            : Used(context).Concat(Local(context)).Concat(Names(context));
    }

    private static IEnumerable<Suggestion> Used(CompletionContext context) => Elsewhere(context).Select((use, order) => new Suggestion(use.Image, CompletionKind.Image)
    {
        Detail = WithFacts(context, Times(use.Count), LocalImages.Find(context.Workspace.Engine, use.Image)),
        Documentation = () => KnownImages.Find(use.Image)?.Description ?? "",
        Rank = SuggestionRank.Required + Math.Min(order, SuggestionRank.Common - 1),
    });

    // What the engine has need not be pulled.
    private static IEnumerable<Suggestion> Local(CompletionContext context) => LocalImages.Named(context.Workspace.Engine).Where(local => local.Name != context.Word).Select(local => new Suggestion(local.Name, CompletionKind.Image)
    {
        Detail = WithFacts(context, "", local.Image),
        Documentation = () => KnownImages.Find(local.Name)?.Description ?? "",
        Rank = SuggestionRank.Common,
    });

    // Behind "localhost:" the port of a registry may follow.
    private static IEnumerable<Suggestion> OfRegistry(CompletionContext context, string host) =>
        Local(context).Where(local => local.Label.StartsWith(host, StringComparison.Ordinal) && local.Label.IndexOf('/', StringComparison.Ordinal) >= host.Length);

    private static IEnumerable<Suggestion> Names(CompletionContext context)
    {
        var local = LocalImages.Named(context.Workspace.Engine).Select(named => named.Name).ToHashSet(StringComparer.Ordinal);
        return ImageCatalogue.All.Select((image, order) => new Suggestion(image.Name, CompletionKind.Image)
        {
            Text = image.Tags is [var best, ..] ? $"{image.Name}:{best}" : image.Name,
            Snippet = image.Tags.Count > 1 ? [$"{image.Name}:${{1|{string.Join(',', image.Tags)}|}}"] : [],
            FilterText = image.Name,
            Documentation = () => Describe(image),
            Rank = SuggestionRank.Common + Math.Min(order, SuggestionRank.Common - 1),
        }).Where(known => !local.Contains(known.Text));
    }

    // Names that go before a tag that stands there already.
    private static IEnumerable<Suggestion> Repositories(CompletionContext context) =>
        LocalImages.Named(context.Workspace.Engine).GroupBy(local => local.Name[..^(LocalImages.Tag(local.Name).Length + 1)], StringComparer.Ordinal)
            .Select(tags => new Suggestion(tags.Key, CompletionKind.Image) { Detail = $"local: {Sentence.List(tags.Select(tag => LocalImages.Tag(tag.Name)).Take(3))}", Documentation = () => KnownImages.Find(tags.Key)?.Description ?? "", Rank = SuggestionRank.Common })
            .Concat(ImageCatalogue.All.Select((image, order) => new Suggestion(image.Name, CompletionKind.Image) { Documentation = () => Describe(image), Rank = SuggestionRank.Common + Math.Min(order, SuggestionRank.Common - 1) }));

    private static IEnumerable<Suggestion> Tags(CompletionContext context, string name, TextSpan span)
    {
        var repository = ImageReference.Repository(name);
        var used = Elsewhere(context)
            .Where(use => ImageReference.Repository(use.Image) == repository)
            .Select(use => (Tag: LocalImages.Tag(use.Image), use.Count))
            .Where(use => use.Tag.Length > 0)
            .GroupBy(use => use.Tag, use => use.Count, StringComparer.Ordinal)
            .Select(uses => Tag(uses.Key) with { Detail = WithFacts(context, Times(uses.Sum()), LocalImages.Find(context.Workspace.Engine, $"{name}:{uses.Key}")), Rank = SuggestionRank.Required });
        var local = LocalImages.Named(context.Workspace.Engine)
            .Where(image => ImageReference.Repository(image.Name) == repository && LocalImages.Find(context.Workspace.Engine, $"{name}:{LocalImages.Tag(image.Name)}") == image.Image)
            .Select(image => Tag(LocalImages.Tag(image.Name)) with { Detail = WithFacts(context, "", image.Image), Rank = SuggestionRank.Required + 1 });
        var known = KnownImages.Find(name) is { } catalogued && ImageReference.Repository(catalogued.Name) == repository ? catalogued.Tags : [];
        return used.Concat(local).Concat(known.Select(tag => Tag(tag) with { Rank = tag == "latest" ? SuggestionRank.Rare : SuggestionRank.Common }));

        Suggestion Tag(string tag) => new(tag, CompletionKind.Image) { Span = span };
    }

    private static string WithFacts(CompletionContext context, string detail, EngineImage? image) => context.Workspace.Engine is not { } engine || image is null ? detail
        : detail.Length == 0 ? EngineText.Of(engine, image)
        : $"{detail}, {EngineText.Of(engine, image)}";

    // What stands at the cursor itself tells nothing.
    private static IEnumerable<(string Image, int Count)> Elsewhere(CompletionContext context) =>
        ImageUses.In(context.Workspace, DeclaredNames.Files(context)).Select(use => use.Image == context.Word ? (use.Image, use.Count - 1) : use).Where(use => use.Item2 > 0);

    private static string Times(int count) => count == 1 ? "used once" : $"used {count} times";

    private static string Describe(KnownImage image) => image.Tags.Count == 0 ? image.Description : $"{image.Description}\n\nTags: {string.Join(", ", image.Tags.Select(tag => $"`{tag}`"))}";
}
