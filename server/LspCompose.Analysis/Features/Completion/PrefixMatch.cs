using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>How well a suggestion goes with what is typed before the cursor, as editors judge it: its characters in order, whatever their case. Lower is better.</summary>
internal static class PrefixMatch
{
    /// <summary>It does not go with it.</summary>
    public const int None = int.MaxValue;

    /// <summary>0 where the text starts with what is typed, 1 where a word of it does, 2 where all its characters occur in order.</summary>
    public static int Of(CompletionContext context, Suggestion suggestion)
    {
        var typed = context.File.Text.Slice(new TextSpan(suggestion.Span?.Start ?? context.Span.Start, context.Offset)).Trim();
        return Of(typed, suggestion.FilterText ?? suggestion.Text);
    }

    private static int Of(ReadOnlySpan<char> typed, ReadOnlySpan<char> text)
    {
        if (text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var at = text.IndexOf(typed, StringComparison.OrdinalIgnoreCase);
        return at > 0 && !char.IsLetterOrDigit(text[at - 1]) ? 1 : IsSubsequence(typed, text) ? 2 : None;
    }

    private static bool IsSubsequence(ReadOnlySpan<char> typed, ReadOnlySpan<char> text)
    {
        var at = 0;
        for (var index = 0; index < text.Length && at < typed.Length; index++)
        {
            if (char.ToLowerInvariant(text[index]) == char.ToLowerInvariant(typed[at]))
            {
                at++;
            }
        }

        return at == typed.Length;
    }
}
