using System.Globalization;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>Makes the exact text of an offer from what is suggested: quotes, colons, dashes and indentation as the place asks for.</summary>
internal static class SuggestionWriter
{
    /// <summary>The offer for a suggestion, its place in the list given.</summary>
    public static CompletionItem Write(CompletionContext context, Suggestion suggestion, int order)
    {
        var span = suggestion.Span ?? context.Span;
        var snippet = context.Lead + (context.Position == CompletionPosition.Key ? Key(context, suggestion) : Value(context, suggestion));
        var text = SnippetText.Plain(snippet);
        var isSnippet = context.Client.TakesSnippets && SnippetText.Escape(text) != snippet;
        return new CompletionItem
        {
            Label = context.Bullet + suggestion.Label,
            Kind = suggestion.Kind,
            Detail = suggestion.Detail,
            Documentation = suggestion.Documentation,
            SortText = order.ToString("D5", CultureInfo.InvariantCulture),
            FilterText = ScalarSpelling.Inside(suggestion.FilterText ?? suggestion.Text, context.Style),
            InsertText = isSnippet ? snippet : text,
            IsSnippet = isSnippet,
            InsertSpan = new TextSpan(span.Start, context.Offset),
            ReplaceSpan = span,
            IsDeprecated = suggestion.IsDeprecated,
            AdditionalEdits = suggestion.AdditionalEdits,
        };
    }

    private static string Key(CompletionContext context, Suggestion suggestion)
    {
        var name = Spelt(context, suggestion, suggestion.Text);
        if (HasColon(context) || (context.Style != ScalarStyle.Plain && !LacksQuote(context)))
        {
            return name;
        }

        if (suggestion.Snippet.Count == 0)
        {
            return name + ": ";
        }

        if (context.HasBelow && !context.IsFlow)
        {
            return name + ":";
        }

        // What would have to be replaced by hand is left out where the editor cannot lead through it.
        var isReduced = suggestion.Kind != CompletionKind.Snippet && !context.Client.TakesSnippets;
        var isList = suggestion.Snippet[0].StartsWith('-');
        if (context.IsFlow)
        {
            return suggestion.Kind == CompletionKind.Snippet ? $@"{name}: {{{string.Join(", ", suggestion.Snippet)}\}}" : name + (isReduced ? ": " : isList ? ": [$0]" : suggestion.Snippet[0] == "|" ? ": $0" : ": {$0}");
        }

        var isBeside = suggestion.Snippet[0].StartsWith('|');
        if (isReduced && isBeside)
        {
            return name + ": ";
        }

        var lineBreak = context.File.Text.LineBreak;
        var indent = lineBreak + new string(' ', context.Indent + context.Lead.Length + context.IndentStep);
        var lines = isReduced ? [isList ? "- " : ""] : suggestion.Snippet.Skip(isBeside ? 1 : 0);
        return $"{name}:{(isBeside ? " " + suggestion.Snippet[0] : "")}{string.Concat(lines.Select(line => indent + line))}";
    }

    private static string Value(CompletionContext context, Suggestion suggestion)
    {
        var text = suggestion.Snippet.Count > 0 && (context.Client.TakesSnippets || suggestion.Kind == CompletionKind.Snippet)
            ? string.Join(context.File.Text.LineBreak + new string(' ', context.Indent + context.Lead.Length), suggestion.Snippet)
            : SnippetText.Escape(ScalarSpelling.Inside(suggestion.Text, context.Style));
        return suggestion.Snippet.Count > 1 ? text : Spelt(context, suggestion, text, suggestion.Text);
    }

    private static string Spelt(CompletionContext context, Suggestion suggestion, string name) =>
        Spelt(context, suggestion, SnippetText.Escape(ScalarSpelling.Inside(name, context.Style)), name);

    // Quotes as far as they are missing.
    private static string Spelt(CompletionContext context, Suggestion suggestion, string written, string text)
    {
        if (context.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
        {
            return LacksQuote(context) && !suggestion.IsUnfinished ? written + Quote(context) : written;
        }

        var isWhole = suggestion.Span is null || suggestion.Span == context.Span;
        return isWhole && !suggestion.IsLiteral && !suggestion.IsUnfinished && (suggestion.PrefersQuotes || !context.Spelling.IsPlain(text))
            ? "\"" + (suggestion.Snippet.Count > 0 ? written : SnippetText.Escape(ScalarSpelling.Inside(text, ScalarStyle.DoubleQuoted))) + "\""
            : written;
    }

    private static bool LacksQuote(CompletionContext context) =>
        !context.File.Text.Slice(new TextSpan(context.Span.End, context.File.Text.LineSpan(context.File.Text.LineOf(context.Offset)).End)).Contains(Quote(context));

    private static char Quote(CompletionContext context) => context.Style == ScalarStyle.SingleQuoted ? '\'' : '"';

    private static bool HasColon(CompletionContext context)
    {
        var text = context.File.Text.Content;
        var after = context.Span.End;
        while (after < text.Length && text[after] is ' ' or '"' or '\'')
        {
            after++;
        }

        return after < text.Length && text[after] == ':';
    }
}
