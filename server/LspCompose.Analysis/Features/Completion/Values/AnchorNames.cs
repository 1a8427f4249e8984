using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names of anchors, and names for new ones.</summary>
internal static class AnchorNames
{
    private const int MaxLength = 600;

    /// <summary>The anchors before the cursor, those whose value fits there first and the nearest of them at the top.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context) => Find(context, "");

    /// <summary>The same with the asterisk, for where none is typed yet: mappings to merge.</summary>
    public static IEnumerable<Suggestion> ToMerge(CompletionContext context) => Find(context, "*").Where(anchor => anchor.Rank < SuggestionRank.Rare);

    /// <summary>The key that merges a mapping, where there is one to merge.</summary>
    public static IEnumerable<Suggestion> MergeKey(CompletionContext context) =>
        !context.Siblings.Contains("<<") && context.File.Model.Anchors.Before(context.Offset).Any(anchor => anchor.IsMapping)
            ? [new Suggestion("<<", CompletionKind.Key) { IsLiteral = true, Detail = "merge a mapping", Documentation = () => "Takes over the keys of an anchored mapping; the keys that are written here win.", Rank = SuggestionRank.Rare }]
            : [];

    /// <summary>A name for the anchor of what the cursor is at: that of its key.</summary>
    public static IEnumerable<Suggestion> New(CompletionContext context) =>
        context.Place?.Name is { Length: > 0 } name
            ? [new Suggestion(name.StartsWith("x-", StringComparison.Ordinal) ? name[2..] : name, CompletionKind.Anchor)]
            : [];

    private static IEnumerable<Suggestion> Find(CompletionContext context, string before)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return context.File.Model.Anchors.Before(context.Offset)
            .Where(anchor => seen.Add(anchor.Anchor ?? ""))
            .Select(anchor => new Suggestion(before + anchor.Anchor, CompletionKind.Anchor)
            {
                FilterText = anchor.Anchor,
                IsLiteral = true,
                Detail = Describe(anchor),
                Documentation = () => $"```yaml\n{Shorten(context.File.Text.ToString(anchor.FullSpan))}\n```",
                Rank = Fits(context, anchor) ? SuggestionRank.Common : SuggestionRank.Rare,
            });
    }

    private static bool Fits(CompletionContext context, YamlNode anchor)
    {
        if ((context.Place?.Item is null ? context.Place : context.Place.Parent)?.Name == "<<")
        {
            return anchor.IsMapping;
        }

        var type = anchor.IsMapping ? SchemaTypes.Object : anchor.IsSequence ? SchemaTypes.Array : SchemaTypes.String | SchemaTypes.Number | SchemaTypes.Integer | SchemaTypes.Boolean;
        return context.Schema is null || context.Schema.AllTypes == SchemaTypes.None || (context.Schema.AllTypes & type) != 0;
    }

    private static string Describe(YamlNode anchor) => anchor.IsMapping ? string.Join(", ", anchor.Entries.Take(4).Select(entry => entry.Name)) : anchor.IsSequence ? "list" : anchor.Value;

    private static string Shorten(string text) => text.Length > MaxLength ? text[..MaxLength] + "…" : text;
}
