using System.Text.RegularExpressions;

namespace LspCompose.Lsp.Text;

/// <summary>Makes the simple Markdown of hovers readable where it is not rendered.</summary>
internal static partial class PlainText
{
    /// <summary>Drops code fences, rules, emphasis and heading marks, and writes links as text and address.</summary>
    public static string FromMarkdown(string markdown)
    {
        var text = Fence().Replace(markdown, "");
        text = Rule().Replace(text, "");
        text = Link().Replace(text, "$1 ($2)");
        text = Heading().Replace(text, "");
        return Mark().Replace(text, "").Trim();
    }

    [GeneratedRegex(@"^```.*(\r?\n|$)", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^---(\r?\n)+", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\[([^\]]*)\]\(([^)]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ +", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\*+(?=\S)|(?<=\S)\*+|`")]
    private static partial Regex Mark();
}
