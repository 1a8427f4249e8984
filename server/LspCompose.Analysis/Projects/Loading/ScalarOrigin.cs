using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Maps the decoded characters of a YAML scalar to its text, through quotes, escapes, folds and block indentation.</summary>
internal sealed class ScalarOrigin(YamlNode scalar, SourceText text) : TextOrigin
{
    private int[]? starts;

    public override TextSpan ToSource(TextSpan part)
    {
        var span = scalar.Span;
        var value = scalar.Value;
        if (scalar.Style == ScalarStyle.Plain && span.Length == value.Length)
        {
            return new TextSpan(span.Start + part.Start, span.Start + part.End);
        }

        starts ??= Align(text.Content.AsSpan(span.Start, span.Length), value);
        var start = starts[Math.Clamp(part.Start, 0, value.Length)];
        var end = part.Length == 0 ? start : starts[Math.Clamp(part.End - 1, 0, value.Length)] + 1;
        // An escape sequence is as long as the way to the next character, where that is known.
        if (part.Length > 0 && scalar.Style == ScalarStyle.DoubleQuoted && part.End <= value.Length && text.Content[span.Start + end - 1] == '\\')
        {
            end = Math.Max(end, starts[part.End]);
        }

        return new TextSpan(span.Start + start, span.Start + Math.Max(start, end));
    }

    // Walks both texts side by side. What only the source has (quotes, backslashes, indentation, folds) is skipped.
    private int[] Align(ReadOnlySpan<char> source, string value)
    {
        var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var position = isQuoted ? 1 : 0;
        if (!isQuoted && scalar.Style != ScalarStyle.Plain)
        {
            var line = source.IndexOf('\n');
            position = line < 0 ? source.Length : line + 1;
        }

        var result = new int[value.Length + 1];
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            if (scalar.Style == ScalarStyle.DoubleQuoted && position < source.Length && source[position] == '\\' && position + 1 < source.Length && source[position + 1] is not ('\r' or '\n'))
            {
                result[index] = position;
                position += source[position + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };
                continue;
            }

            if (character is ' ' or '\n' && (position >= source.Length || source[position] != character))
            {
                // A fold or a line break of another kind.
                result[index] = Math.Min(position, source.Length);
                while (position < source.Length && source[position] is ' ' or '\t' or '\r' or '\n' or '\\')
                {
                    position++;
                }

                continue;
            }

            var found = position < source.Length ? source[position..].IndexOf(character) : -1;
            position = found < 0 ? position : position + found;
            result[index] = Math.Min(position, source.Length);
            position += found < 0 ? 0 : 1;
            if (scalar.Style == ScalarStyle.SingleQuoted && character == '\'')
            {
                position++;
            }
        }

        result[value.Length] = Math.Min(position, source.Length);
        return result;
    }
}
