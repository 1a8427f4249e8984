using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>Spells a text as a YAML scalar.</summary>
internal static class ScalarSpelling
{
    /// <summary>True where the text would be read as something else without quotes.</summary>
    public static bool NeedsQuotes(string text, bool isFlow) =>
        PlainScalars.IsMistakable(text)
        || "[]{},&*!|>%@`#\"'".Contains(text[0]) || (text[0] is '-' or '?' or ':' && (text.Length == 1 || text[1] == ' '))
        || text[0] == ' ' || text[^1] is ' ' or ':'
        || text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal) || text.AsSpan().IndexOfAny('\n', '\t') >= 0
        || (isFlow && text.AsSpan().IndexOfAny("[]{},") >= 0);

    /// <summary>The text between quotes of a style; between none, as it is.</summary>
    public static string Inside(string text, ScalarStyle style) => style switch
    {
        ScalarStyle.DoubleQuoted => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        ScalarStyle.SingleQuoted => text.Replace("'", "''", StringComparison.Ordinal),
        _ => text,
    };
}
