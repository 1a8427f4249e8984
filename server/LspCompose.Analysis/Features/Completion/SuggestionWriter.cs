using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>Makes the exact text of an offer from what is suggested: quotes, colons, dashes and indentation as the place asks for.</summary>
internal static class SuggestionWriter
{
    /// <summary>The offer for a suggestion, its place in the list given.</summary>
    public static CompletionItem Write(CompletionContext context, Suggestion suggestion, int order)
    {
        var span = suggestion.Span ?? context.Span;
        return new CompletionItem
        {
            Label = suggestion.Label,
            Kind = suggestion.Kind,
            Detail = suggestion.Detail,
            Documentation = suggestion.Documentation,
            SortText = order.ToString("D5", System.Globalization.CultureInfo.InvariantCulture),
            FilterText = suggestion.FilterText ?? suggestion.Text,
            InsertText = context.Lead + suggestion.Text,
            InsertSpan = new TextSpan(span.Start, context.Offset),
            ReplaceSpan = span,
            IsDeprecated = suggestion.IsDeprecated,
            AdditionalEdits = suggestion.AdditionalEdits,
        };
    }
}
