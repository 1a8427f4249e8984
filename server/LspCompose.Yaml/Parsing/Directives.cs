namespace LspCompose.Yaml.Parsing;

/// <summary>The <c>%</c> lines in front of a document.</summary>
internal static class Directives
{
    /// <summary>True when the range holds nothing but directives, comments and blank lines.</summary>
    public static bool AreAll(string text, int start, int end)
    {
        var offset = Trivia.Skip(text, start);
        while (offset < end)
        {
            if (text[offset] != '%')
            {
                return false;
            }

            offset = Trivia.Skip(text, Trivia.EndOfLine(text, offset));
        }

        return true;
    }
}
