using System.Globalization;
using System.Text;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Projects.Output;

/// <summary>Spells texts so that every YAML reader, old or new, reads them as just these texts.</summary>
internal sealed class ScalarSpelling
{
    /// <summary>In block style.</summary>
    public static readonly ScalarSpelling Block = new("");

    /// <summary>Between brackets.</summary>
    public static readonly ScalarSpelling Flow = new(",[]{}");

    /// <summary>In JSON.</summary>
    public static readonly ScalarSpelling Json = new(null);

    private readonly string? forbidden;

    private ScalarSpelling(string? forbidden) => this.forbidden = forbidden;

    /// <summary>The spelling inside a collection: JSON where all of it is JSON.</summary>
    public static ScalarSpelling In(YamlNode collection) =>
        !collection.IsFlow ? Block
        : collection is { IsMapping: true, Entries.Count: > 0 } ? (collection.Entries.All(entry => entry.Key.Style == ScalarStyle.DoubleQuoted) ? Json : Flow)
        : Flow;

    /// <summary>The spelling at a 0-based UTF-16 offset of a file: between brackets as soon as one collection around it has them.</summary>
    public static ScalarSpelling At(YamlSyntaxTree tree, int offset) => tree.PathTo(offset).Any(step => step.Collection.IsFlow) ? Flow : Block;

    /// <summary>The text between quotes of a style; between none, as it is.</summary>
    public static string Inside(string text, ScalarStyle style) => style switch
    {
        ScalarStyle.DoubleQuoted => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        ScalarStyle.SingleQuoted => text.Replace("'", "''", StringComparison.Ordinal),
        _ => text,
    };

    /// <summary>The spelling of text; quotes of the preferred kind are used where quotes are needed or preferred.</summary>
    public string Text(string text, ScalarStyle preferred = ScalarStyle.Plain) =>
        forbidden is null ? Double(text)
        : preferred is not (ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted) && IsPlain(text) ? text
        : preferred != ScalarStyle.DoubleQuoted && !text.Any(char.IsControl) && (preferred == ScalarStyle.SingleQuoted || text.AsSpan().IndexOfAny('"', '\\') >= 0) ? Single(text)
        : Double(text);

    /// <summary>The spelling of text without quotes where it can do without, with quotes of the preferred kind elsewhere.</summary>
    public string Short(string text, ScalarStyle quotes) => forbidden is not null && IsPlain(text) ? text : Text(text, quotes);

    /// <summary>True when the text can stand without quotes and is read as text by YAML 1.1 and 1.2 alike.</summary>
    public bool IsPlain(string text) => forbidden is not null && text.Length > 0 && IsPlainSyntax(text) && IsText(text);

    /// <summary>True when every YAML reader takes the plain word for text.</summary>
    public static bool IsText(string text) => CoreSchema.Resolve(text) is string
        && text.ToLowerInvariant() is not ("yes" or "no" or "on" or "off" or "y" or "n" or "true" or "false" or "null" or "~" or "<<" or "=" or "---" or "...")
        && !(text[0] is >= '0' and <= '9' or '+' or '-' or '.' && IsNumberLike(text));

    // Numbers of YAML 1.1 that 1.2 does not know: base 60, underscores, dates.
    private static bool IsNumberLike(string text) => text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is ':' or '_' or '.' or '-' or '+' or 'e' or 'E')
        && (text.AsSpan().IndexOfAny(':', '_') >= 0 || text.Count(c => c == '.') < 2);

    private bool IsPlainSyntax(string text)
    {
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text[^1] == ':' || "#,[]{}&*!|>'\"%@`?=".Contains(text[0]) || text[0] == ':' || (text[0] == '-' && (text.Length == 1 || text[1] is ' ' or '-')))
        {
            return false;
        }

        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' or '\uFEFF' || (forbidden ?? "").Contains(character)
                || (character == ':' && index + 1 < text.Length && (char.IsWhiteSpace(text[index + 1]) || (forbidden is { Length: > 0 } && text[index + 1] is '"' or '\'')))
                || (character == '#' && index > 0 && char.IsWhiteSpace(text[index - 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static string Single(string text) => $"'{Inside(text, ScalarStyle.SingleQuoted)}'";

    private static string Double(string text)
    {
        var result = new StringBuilder("\"", text.Length + 2);
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append(@"\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => result.Append(character),
            };
        }

        return result.Append('"').ToString();
    }
}
