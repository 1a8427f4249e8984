using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing;

/// <summary>
/// Cuts a block mapping at the lines that start an entry. Such a line has a plain character at the mapping's column; any other line (an item's
/// dash, a closing bracket, a quoted key…) goes on with the piece before it. Whether a piece stands on its own shows when it is read.
/// </summary>
internal static class EntrySplitter
{
    // The indicators of YAML 1.2, chapter 5.3: none of them starts a plain scalar without looking at what follows.
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    // Each piece costs a parser of its own; beyond this, reading all at once is the better deal.
    private const int MaxPieces = 20_000;

    /// <summary>The spans of the entries, which together cover the range; empty where the range is no block mapping that can be cut.</summary>
    public static IReadOnlyList<TextSpan> Split(SourceText source, TextSpan range, int minColumn)
    {
        var text = source.Content;
        var line = source.LineOf(range.Start);
        if (FirstContent(source, range, line) is not { } first || first.Column < minColumn || !StartsEntry(text[first.Offset]) || !IsKeyLine(source, first))
        {
            return [];
        }

        var spans = new List<TextSpan>();
        var (column, start) = (first.Column, range.Start);
        for (line = first.Line + 1; line < source.LineCount && source.LineStart(line) < range.End; line++)
        {
            var lineStart = source.LineStart(line);
            var offset = lineStart;
            var stop = Math.Min(lineStart + column, range.End);
            while (offset < stop && text[offset] == ' ')
            {
                offset++;
            }

            if (offset >= range.End || ConflictMarker.IsAt(text, lineStart))
            {
                continue;
            }

            if (offset < stop)
            {
                if (!Trivia.IsSpace(text[offset]) && text[offset] != '#')
                {
                    return [];
                }
            }
            else if (StartsEntry(text[offset]))
            {
                spans.Add(new TextSpan(start, lineStart));
                start = lineStart;
            }
        }

        spans.Add(new TextSpan(start, range.End));
        return spans.Count > MaxPieces ? [] : spans;
    }

    /// <summary>
    /// When the range's first line with content is no more than <c>services:</c>, where the next line starts; otherwise -1.
    /// </summary>
    public static int AfterServicesLine(SourceText source, TextSpan range)
    {
        const string key = "services:";
        if (FirstContent(source, range, source.LineOf(range.Start)) is not { } first
            || string.CompareOrdinal(source.Content, first.Offset, key, 0, key.Length) != 0)
        {
            return -1;
        }

        var next = source.FullLineSpan(first.Line).End;
        var rest = source.Slice(new TextSpan(first.Offset + key.Length, source.LineSpan(first.Line).End)).TrimStart(' ');
        var isBare = rest.IsEmpty || (rest[0] == '#' && source.Content[first.Offset + key.Length] == ' ');
        return isBare && next < range.End ? next : -1;
    }

    /// <summary>True when the range's first line with content may be meant as an entry, at the column given: it starts with a word or a quote.</summary>
    public static bool MayStartEntries(SourceText source, TextSpan range, out int column)
    {
        var first = FirstContent(source, range, source.LineOf(range.Start));
        column = first?.Column ?? -1;
        return first is { } at && (StartsEntry(source.Content[at.Offset]) || source.Content[at.Offset] is '"' or '\'');
    }

    /// <summary>The column of the range's first line with content; -1 without one.</summary>
    public static int Column(SourceText source, TextSpan range) => FirstContent(source, range, source.LineOf(range.Start))?.Column ?? -1;

    private static (int Line, int Offset, int Column)? FirstContent(SourceText source, TextSpan range, int line)
    {
        for (; line < source.LineCount && source.LineStart(line) < range.End; line++)
        {
            // A byte order mark in front of the first line moves its column.
            var start = Math.Max(source.LineStart(line), range.Start);
            var offset = start;
            while (offset < range.End && source.Content[offset] == ' ')
            {
                offset++;
            }

            var content = offset;
            while (content < range.End && Trivia.IsBlank(source.Content[content]))
            {
                content++;
            }

            if (content > offset && content < range.End && !Trivia.IsBreak(source.Content[content]) && source.Content[content] != '#')
            {
                // Content behind a tab stands at no column.
                return null;
            }

            if (offset < range.End && !Trivia.IsSpace(source.Content[offset]) && source.Content[offset] != '#')
            {
                return (line, offset, offset - start);
            }
        }

        return null;
    }

    private static bool StartsEntry(char c) => !Trivia.IsSpace(c) && !Indicators.Contains(c, StringComparison.Ordinal);

    private static bool IsKeyLine(SourceText source, (int Line, int Offset, int Column) at)
    {
        var line = source.Slice(new TextSpan(at.Offset, source.LineSpan(at.Line).End));
        var comment = line.IndexOf(" #");
        line = comment < 0 ? line : line[..comment];
        return line.TrimEnd(' ').EndsWith(":") || line.IndexOf(": ") >= 0 || line.IndexOf(":\t") >= 0;
    }
}
