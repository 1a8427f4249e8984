using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names that services refer to and nothing declares yet.</summary>
internal static class UndeclaredNames
{
    /// <summary>Such networks; <c>default</c> is there without being declared.</summary>
    public static IEnumerable<Suggestion> Networks(CompletionContext context) => Of(context, SymbolKind.Network, "network");

    /// <summary>Such volumes.</summary>
    public static IEnumerable<Suggestion> Volumes(CompletionContext context) => Of(context, SymbolKind.Volume, "volume");

    /// <summary>Such configs.</summary>
    public static IEnumerable<Suggestion> Configs(CompletionContext context) => Of(context, SymbolKind.Config, "config");

    /// <summary>Such secrets.</summary>
    public static IEnumerable<Suggestion> Secrets(CompletionContext context) => Of(context, SymbolKind.Secret, "secret");

    /// <summary>Such models.</summary>
    public static IEnumerable<Suggestion> Models(CompletionContext context) => Of(context, SymbolKind.Model, "model");

    private static IEnumerable<Suggestion> Of(CompletionContext context, SymbolKind kind, string defines)
    {
        var declared = DeclaredNames.Of(context, defines).Select(declaration => declaration.Entry.Name).ToHashSet(StringComparer.Ordinal);
        return DeclaredNames.Files(context)
            .SelectMany(file => file.Symbols.All)
            .Where(symbol => symbol.Kind == kind && symbol.Role == SymbolRole.Reference && symbol.Name.Length > 0 && !declared.Contains(symbol.Name))
            .GroupBy(symbol => symbol.Name, symbol => symbol.Service ?? "", StringComparer.Ordinal)
            .Select(uses => new Suggestion(uses.Key, CompletionKind.Resource)
            {
                Detail = $"used by {Sentence.List(uses.Distinct().Take(3))}",
                Rank = uses.Key == "default" ? SuggestionRank.Usual : SuggestionRank.Required,
            });
    }
}
