namespace LspCompose.Yaml.Parsing;

/// <summary>Finds the ends of quoted scalars.</summary>
internal static class Quoted
{
    /// <summary>The offset after the closing quote of the single-quoted scalar that starts here; -1 when there is none before the end.</summary>
    public static int EndOfSingle(string text, int start, int end)
    {
        for (var offset = start + 1; offset < end; offset++)
        {
            var quote = text.AsSpan(offset, end - offset).IndexOf('\'');
            if (quote < 0)
            {
                return -1;
            }

            offset += quote + 1;
            if (offset >= end || text[offset] != '\'')
            {
                return offset;
            }
        }

        return -1;
    }

    /// <summary>The offset after the closing quote of the double-quoted scalar that starts here; -1 when there is none before the end.</summary>
    public static int EndOfDouble(string text, int start, int end)
    {
        for (var offset = start + 1; offset < end; offset++)
        {
            var stop = text.AsSpan(offset, end - offset).IndexOfAny('"', '\\');
            if (stop < 0)
            {
                return -1;
            }

            offset += stop + 1;
            if (text[offset - 1] == '"')
            {
                return offset;
            }
        }

        return -1;
    }
}
