using System.Text.RegularExpressions;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>The snippet syntax of the Language Server Protocol, as far as it is used: <c>$1</c>, <c>${1:text}</c>, <c>${1|a,b|}</c>.</summary>
internal static partial class SnippetText
{
    /// <summary>Text that stands for itself in a snippet.</summary>
    public static string Escape(string text) => Special().Replace(text, @"\$0");

    /// <summary>The snippet as an editor without snippets gets it: each place holds its text, or the first of its choices.</summary>
    public static string Plain(string snippet)
    {
        for (var before = ""; before != snippet;)
        {
            before = snippet;
            snippet = Place().Replace(snippet, match => match.Groups["text"].Value);
        }

        return Escaped().Replace(snippet, "$1");
    }

    [GeneratedRegex(@"[\\$}]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<!\\)\$(?:\d+|\{\d+(?::(?<text>(?:\\.|[^\\${}])*)|\|(?<text>(?:\\.|[^\\|,])*)(?:,(?:\\.|[^\\|])*)?\|)?\})", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\\([\\$}])", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
