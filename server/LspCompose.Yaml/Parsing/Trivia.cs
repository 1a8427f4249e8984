namespace LspCompose.Yaml.Parsing;

/// <summary>Finds what stands between nodes: blanks, line breaks, comments, and the properties in front of a node.</summary>
internal static class Trivia
{
    /// <summary>Deeper nesting than this is an error: no compose file comes near it, and readers of the tree may recurse.</summary>
    public const int MaxDepth = 200;

    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>YAML 1.1 also breaks lines at NEL, LS and PS, and YamlDotNet follows it.</summary>
    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsSpace(char c) => IsBlank(c) || IsBreak(c);

    public static bool IsFlowIndicator(char c) => c is ',' or '[' or ']' or '{' or '}';

    /// <summary>True when the character after an indicator like <c>-</c> lets it be one.</summary>
    public static bool IsSpaceAt(string text, int offset) => offset >= text.Length || IsSpace(text[offset]);

    /// <summary>The first offset at or after this one that is neither blank, line break nor comment.</summary>
    public static int Skip(string text, int offset)
    {
        while (offset < text.Length)
        {
            var c = text[offset];
            if (c == '#')
            {
                offset = EndOfLine(text, offset);
            }
            else if (IsSpace(c))
            {
                offset++;
            }
            else
            {
                break;
            }
        }

        return offset;
    }

    public static int EndOfLine(string text, int offset)
    {
        var length = text.AsSpan(offset).IndexOfAny("\n\r\u0085\u2028\u2029");
        return length < 0 ? text.Length : offset + length;
    }

    /// <summary>The last offset before this one, but not before <paramref name="start"/>, that follows a character that is no space.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Reads at most one anchor and one tag, and no more than <paramref name="count"/>; the offset must be at the first one, if there is one.</summary>
    public static NodeProperties ReadProperties(string text, int offset, int count = 2)
    {
        var (start, end) = (offset, offset);
        string? anchor = null;
        string? tag = null;
        for (; count > 0 && offset < text.Length; count--)
        {
            if (text[offset] == '&' && anchor is null)
            {
                end = NameEnd(text, offset + 1);
                anchor = text[(offset + 1)..end];
            }
            else if (text[offset] == '!' && tag is null)
            {
                end = TagEnd(text, offset);
                tag = text[offset..end];
            }
            else
            {
                break;
            }

            offset = Skip(text, end);
        }

        return new NodeProperties(start, end, anchor, tag);
    }

    /// <summary>Where an anchor's or an alias's name ends.</summary>
    public static int NameEnd(string text, int offset)
    {
        while (offset < text.Length && !IsSpace(text[offset]) && !IsFlowIndicator(text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Where a tag that starts here ends; <c>!&lt;…&gt;</c> may hold flow indicators.</summary>
    public static int TagEnd(string text, int offset)
    {
        if (offset + 1 < text.Length && text[offset + 1] == '<')
        {
            var close = text.AsSpan(offset).IndexOfAny(">\n\r");
            return close >= 0 && text[offset + close] == '>' ? offset + close + 1 : NameEnd(text, offset);
        }

        return NameEnd(text, offset);
    }
}
