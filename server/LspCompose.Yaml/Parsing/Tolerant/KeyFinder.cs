namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>Tells whether a line looks like a mapping's entry.</summary>
internal static class KeyFinder
{
    /// <summary>True when the text here, up to the line's end, starts with a key and its colon, or with <c>? </c>.</summary>
    public static bool IsKey(TextCursor cursor, int offset)
    {
        var end = cursor.EndOfLine(offset);
        offset = SkipProperties(cursor, offset, end);
        if (offset >= end)
        {
            return false;
        }

        switch (cursor.Text[offset])
        {
            case '?' or ':' when cursor.IsSpaceAt(offset + 1):
                return true;
            case '-' when cursor.IsSpaceAt(offset + 1):
            case '|' or '>' or '#' or ',' or ']' or '}':
                return false;
            case '"':
                return IsColonAfter(cursor, Quoted.EndOfDouble(cursor.Text, offset, end), end);
            case '\'':
                return IsColonAfter(cursor, Quoted.EndOfSingle(cursor.Text, offset, end), end);
            case '*':
                return IsColonAfter(cursor, Trivia.NameEnd(cursor.Text, offset + 1), end);
            case '[' or '{':
                return IsColonAfter(cursor, EndOfBrackets(cursor, offset, end), end);
            default:
                return FindColon(cursor, offset) >= 0;
        }
    }

    /// <summary>The first colon on the line that ends a plain key, before any comment; -1 without one.</summary>
    public static int FindColon(TextCursor cursor, int offset)
    {
        var end = cursor.EndOfText(offset);
        while (offset < end)
        {
            var colon = cursor.Text.AsSpan(offset, end - offset).IndexOf(':');
            if (colon < 0)
            {
                return -1;
            }

            offset += colon;
            if (cursor.IsSpaceAt(offset + 1))
            {
                return offset;
            }

            offset++;
        }

        return -1;
    }

    private static int SkipProperties(TextCursor cursor, int offset, int end)
    {
        while (offset < end && cursor.Text[offset] is '&' or '!')
        {
            offset = cursor.Text[offset] == '&' ? Trivia.NameEnd(cursor.Text, offset + 1) : Trivia.TagEnd(cursor.Text, offset);
            while (offset < end && Trivia.IsBlank(cursor.Text[offset]))
            {
                offset++;
            }
        }

        return Math.Min(offset, end);
    }

    private static bool IsColonAfter(TextCursor cursor, int offset, int end)
    {
        while (offset >= 0 && offset < end && Trivia.IsBlank(cursor.Text[offset]))
        {
            offset++;
        }

        return offset >= 0 && offset < end && cursor.Text[offset] == ':' && cursor.IsSpaceAt(offset + 1);
    }

    /// <summary>Where the brackets that open here are closed on the line; the line's end when they are not.</summary>
    private static int EndOfBrackets(TextCursor cursor, int offset, int end)
    {
        var depth = 0;
        for (; offset < end; offset++)
        {
            depth += cursor.Text[offset] switch
            {
                '[' or '{' => 1,
                ']' or '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return offset + 1;
            }
        }

        return end;
    }
}
