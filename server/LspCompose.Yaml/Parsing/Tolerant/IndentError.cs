using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>Collects the entries of a mapping that stand too deep, one error for each run of them, with the edits that align them.</summary>
internal sealed class IndentError(TextCursor cursor)
{
    private int from = -1;
    private int to;
    private int lineStart;
    private int first;
    private int firstIndex;

    /// <summary>Notes that an entry which is about to be read stands at a column deeper than its mapping's.</summary>
    public void Take(int at, int column, List<PlacedEntry> entries)
    {
        if (from == at)
        {
            return;
        }

        End(entries);
        if (!cursor.AtLineStart)
        {
            return;
        }

        (from, to) = (at, column);
        (lineStart, first, firstIndex) = (cursor.LineStart, cursor.Position, entries.Count);
    }

    /// <summary>Ends the run before what comes next.</summary>
    public void End(List<PlacedEntry> entries)
    {
        if (from < 0)
        {
            return;
        }

        var isAligned = cursor.Text.AsSpan(lineStart, first - lineStart).IndexOf('\t') < 0;
        var name = firstIndex > 0 && entries[firstIndex - 1].Key.Node is GreenScalar { Value.Length: > 0 and < 60 } key ? $"'{key.Value}'" : "the keys above";
        if (isAligned && entries.Count > firstIndex)
        {
            // A key among items is wrong itself: its column is right, for an item.
            var (start, end) = IsAmongItems(entries) ? (entries[firstIndex].Key.Start, entries[firstIndex].Key.End) : (lineStart, first);
            cursor.Report(start, end, $"This line is indented too far. Align it with {name}.", $"Align with {name}", Edits(entries[^1].End));
        }
        else if (isAligned)
        {
            cursor.Report(lineStart, first, $"This line is indented too far. Align it with {name}.");
        }

        from = -1;
    }

    private bool IsAmongItems(List<PlacedEntry> entries) =>
        firstIndex > 0
        && entries[firstIndex - 1].Value is { Node: GreenSequence { IsFlow: false } } items
        && items.Start - (cursor.Text.LastIndexOf('\n', items.Start - 1) + 1) == from;

    private List<TextEdit> Edits(int end)
    {
        var edits = new List<TextEdit>();
        for (var line = lineStart; line < end; line = cursor.NextLine(line))
        {
            var width = Math.Min(from - to, cursor.Text.AsSpan(line).IndexOfAnyExcept(' ') is var spaces and >= 0 ? spaces : cursor.Text.Length - line);
            if (width > 0 && cursor.At(line + width) is not ('\n' or '\r'))
            {
                edits.Add(TextEdit.Delete(TextSpan.FromLength(line, width)));
            }
        }

        return edits;
    }
}
