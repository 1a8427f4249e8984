using LspCompose.Analysis.Schema;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>
/// Offers keys of mappings: those of the schema, well-known ones of free mappings (<c>x-keys</c>), and from providers the names of what is referred to
/// (<c>x-key-reference</c>) or declared (<c>x-defines</c>) and keys by the grammar of their mapping (<c>x-syntax</c>).
/// </summary>
/// <remarks>Providers are added as in <see cref="ValueCompletions"/>. A key's <see cref="Suggestion.Snippet"/> is what comes after its colon.</remarks>
internal static class KeyCompletions
{
    // By x-defines: names to declare things by, ready-made services.
    private static readonly Dictionary<string, SuggestionProvider> ByDefinition = new(StringComparer.Ordinal)
    {
    };

    // By x-key-reference.
    private static readonly Dictionary<string, SuggestionProvider> ByReference = new(StringComparer.Ordinal)
    {
    };

    // By x-syntax of the mapping: names of variables, labels.
    private static readonly Dictionary<string, SuggestionProvider> BySyntax = new(StringComparer.Ordinal)
    {
    };

    /// <summary>What could be the key at the cursor.</summary>
    public static IEnumerable<Suggestion> For(CompletionContext context)
    {
        var mapping = context.Schema?.Branch(SchemaTypes.Object);
        if (mapping is null)
        {
            return [];
        }

        var present = context.Siblings.ToHashSet(StringComparer.Ordinal);
        return new[] { context.Schema, mapping }.OfType<SchemaNode>().Distinct().SelectMany(node => Provided(context, node))
            .Concat(mapping.Properties.Select((property, index) => OfSchema(mapping, property.Key, property.Value)))
            .Where(suggestion => present.Add(suggestion.Label));
    }

    private static IEnumerable<Suggestion> Provided(CompletionContext context, SchemaNode node)
    {
        var providers = new[] { Find(ByDefinition, node.Defines), Find(BySyntax, node.Syntax) }.Concat(node.KeyReferences.Select(reference => Find(ByReference, reference)));
        foreach (var suggestion in providers.OfType<SuggestionProvider>().SelectMany(provider => provider(context)))
        {
            yield return suggestion;
        }

        foreach (var hint in node.Keys)
        {
            yield return new Suggestion(hint.Text, CompletionKind.Key) { Documentation = () => hint.Description };
        }
    }

    private static Suggestion OfSchema(SchemaNode mapping, string key, SchemaNode schema) => new(key, CompletionKind.Key)
    {
        Documentation = () => schema.Description,
        Snippet = schema.Snippet,
        Rank = mapping.Required.Contains(key) ? SuggestionRank.Required : schema.IsDeprecated ? SuggestionRank.Discouraged : SuggestionRank.Usual,
        IsDeprecated = schema.IsDeprecated,
    };

    private static SuggestionProvider? Find(Dictionary<string, SuggestionProvider> providers, string? kind) => kind is null ? null : providers.GetValueOrDefault(kind);
}
