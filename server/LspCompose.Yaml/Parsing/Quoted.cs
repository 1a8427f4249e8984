namespace LspCompose.Yaml.Parsing;

/// <summary>Finds the ends of quoted scalars.</summary>
internal static class Quoted
{
    /// <summary>The offset after the closing quote of the single-quoted scalar that starts here, the text's end without one.</summary>
    public static int EndOfSingle(string text, int start)
    {
        var offset = start + 1;
        while (true)
        {
            var quote = offset > text.Length ? -1 : text.AsSpan(offset).IndexOf('\'');
            if (quote < 0)
            {
                return text.Length;
            }

            offset += quote + 1;
            if (offset >= text.Length || text[offset] != '\'')
            {
                return offset;
            }

            offset++;
        }
    }

    /// <summary>The offset after the closing quote of the double-quoted scalar that starts here, the text's end without one.</summary>
    public static int EndOfDouble(string text, int start)
    {
        var offset = start + 1;
        while (offset < text.Length)
        {
            var stop = text.AsSpan(offset).IndexOfAny('"', '\\');
            if (stop < 0)
            {
                return text.Length;
            }

            offset += stop + 1;
            if (text[offset - 1] == '"')
            {
                return offset;
            }

            offset++;
        }

        return text.Length;
    }
}
