namespace LspCompose.Yaml.Parsing;

/// <summary>The lines a version control system leaves around two sides it could not merge.</summary>
internal static class ConflictMarker
{
    public const string Message = "Unresolved merge conflict. Keep one of the two sides and delete the marker lines.";

    private const int Length = 7;

    /// <summary>True when the line that starts here is a marker: seven times the same sign, then a space or the line's end.</summary>
    public static bool IsAt(string text, int lineStart)
    {
        if (lineStart + Length > text.Length || text[lineStart] is not ('<' or '=' or '>' or '|'))
        {
            return false;
        }

        return text.AsSpan(lineStart, Length).IndexOfAnyExcept(text[lineStart]) < 0 && Trivia.IsSpaceAt(text, lineStart + Length);
    }
}
