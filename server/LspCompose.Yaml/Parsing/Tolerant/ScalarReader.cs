using System.Text;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>Reads the scalars and aliases of broken text.</summary>
internal sealed class ScalarReader(TextCursor cursor)
{
    private const string KnownEscapes = "0abt\tnvfre \"/\\N_LP";

    /// <summary>Set when a quoted scalar was closed by force: what seems wrong around it then merely follows from that.</summary>
    public bool ClosedByForce { get; set; }

    /// <summary>Reads the properties in front of a node, errors included; goes over the blanks after them.</summary>
    public NodeProperties ReadProperties()
    {
        var start = cursor.Position;
        var end = start;
        string? anchor = null;
        string? tag = null;
        while (cursor.Current is '&' or '!')
        {
            var from = cursor.Position;
            if (cursor.Current == '&')
            {
                end = Trivia.NameEnd(cursor.Text, from + 1);
                anchor ??= end > from + 1 ? cursor.Text[(from + 1)..end] : null;
                if (end == from + 1)
                {
                    cursor.Report(from, end, "Expected a name after '&'. Write '&name', or quote the value.");
                }
            }
            else
            {
                end = Trivia.TagEnd(cursor.Text, from);
                tag ??= cursor.Text[from..end];
            }

            cursor.Position = end;
            cursor.SkipBlanks();
        }

        return new NodeProperties(start, end, anchor, tag);
    }

    public Placed ReadAlias(NodeProperties properties)
    {
        var start = cursor.Position;
        var end = Trivia.NameEnd(cursor.Text, start + 1);
        if (end == start + 1)
        {
            cursor.Report(start, end, "Expected a name after '*'. Write '*name', or quote the value.");
        }

        cursor.Position = end;
        return Green.Alias(properties, start, end, cursor.Text[(start + 1)..end]);
    }

    /// <summary>
    /// Reads a quoted scalar in a collection at a column. One that is not closed on its line ends before the next line that looks like an entry
    /// or item of an enclosing collection.
    /// </summary>
    public Placed ReadQuoted(NodeProperties properties, int column)
    {
        var start = cursor.Position;
        var isDouble = cursor.Current == '"';
        var end = FindQuotedEnd(start, column, out var isClosed);
        if (!isClosed)
        {
            ClosedByForce = true;
            var quote = cursor.Current.ToString();
            cursor.Report(start, start + 1, $"The string is not closed. Add {quote} at its end.", "Close the string", TextEdit.Insert(end, quote));
        }

        var raw = cursor.Text[(start + 1)..(isClosed ? end - 1 : end)];
        cursor.Position = end;
        return isDouble
            ? Green.Scalar(properties, start, end, ScalarDecoder.Double(CheckEscapes(raw, start + 1)), ScalarStyle.DoubleQuoted)
            : Green.Scalar(properties, start, end, ScalarDecoder.Single(raw), ScalarStyle.SingleQuoted);
    }

    /// <summary>Reads a block scalar in a collection at a column.</summary>
    public Placed ReadBlock(NodeProperties properties, int column)
    {
        var start = cursor.Position;
        var style = cursor.Current == '|' ? ScalarStyle.Literal : ScalarStyle.Folded;
        var header = start + 1;
        var contentColumn = -1;
        for (; cursor.At(header) is '+' or '-' or (>= '0' and <= '9'); header++)
        {
            contentColumn = char.IsAsciiDigit(cursor.At(header)) ? Math.Max(column, 0) + cursor.At(header) - '0' : contentColumn;
        }

        cursor.Position = header;
        cursor.SkipBlanks();
        if (!cursor.AtEndOfContent)
        {
            var rest = cursor.EndOfText(cursor.Position);
            cursor.Report(cursor.Position, rest, $"Unexpected {cursor.Quote(cursor.Position, rest)} after '{cursor.Text[start]}'. The text starts on the next line.");
        }

        var end = header;
        var next = cursor.NextLine(header);
        while (next < cursor.Text.Length)
        {
            var (indent, offset) = cursor.Indentation(next);
            if (offset < cursor.Text.Length && cursor.Text[offset] is not ('\n' or '\r'))
            {
                contentColumn = contentColumn < 0 && indent > column ? indent : contentColumn;
                var belongs = contentColumn >= 0 && indent >= contentColumn
                    || (contentColumn >= 0 && indent > column && cursor.Text[offset] != '#' && !KeyFinder.IsKey(cursor, offset));
                if (!belongs || ConflictMarker.IsAt(cursor.Text, next))
                {
                    break;
                }

                if (indent < contentColumn)
                {
                    cursor.Report(next, offset, $"The line is not indented as far as the text above it, {contentColumn} spaces.");
                }

                end = cursor.TrimEnd(offset, cursor.EndOfLine(offset));
            }

            next = cursor.NextLine(next);
        }

        var raw = cursor.Text[start..next];
        cursor.Position = end > header ? end : cursor.EndOfLine(header);
        return Green.Scalar(properties, start, end, ScalarDecoder.Block(raw, column), style);
    }

    /// <summary>
    /// Reads a plain scalar in a block collection at a column, with the lines that go on with it; in the value of an entry,
    /// a colon belongs to the text.
    /// </summary>
    public Placed ReadPlain(NodeProperties properties, int column, NodePlace place)
    {
        var start = cursor.Position;
        if (cursor.Current is '@' or '`')
        {
            cursor.Report(start, start + 1, $"A value can't start with '{cursor.Current}'. Quote it.", "Quote the value", QuoteEdits(start, cursor.EndOfText(start)));
        }

        var end = Math.Max(cursor.EndOfText(start), start + 1);
        if (place == NodePlace.Value && KeyFinder.FindColon(cursor, start) is var colon and >= 0)
        {
            cursor.Report(colon, colon + 1, $"A second ':' on one line. Quote the value {cursor.Quote(start, end)}.", "Quote the value", QuoteEdits(start, end));
        }
        else
        {
            end = PlainEnd(end, column);
        }

        cursor.Position = end;
        return Green.Scalar(properties, start, end, ScalarDecoder.Plain(cursor.Text[start..end]), ScalarStyle.Plain);
    }

    /// <summary>The edit that puts a range in single quotes.</summary>
    public TextEdit QuoteEdits(int start, int end) =>
        new(new TextSpan(start, end), $"'{cursor.Text[start..end].Replace("'", "''", StringComparison.Ordinal)}'");

    private int PlainEnd(int end, int column)
    {
        // A comment ends a plain scalar.
        while (cursor.At(cursor.EndOfBlanks(end)) is '\n' or '\r')
        {
            var line = cursor.NextLine(end);
            var (indent, offset) = cursor.Indentation(line);
            while (cursor.At(offset) is '\n' or '\r')
            {
                line = cursor.NextLine(offset);
                (indent, offset) = cursor.Indentation(line);
            }

            if (offset >= cursor.Text.Length || indent <= column || cursor.Text[offset] == '#' || ConflictMarker.IsAt(cursor.Text, line) || KeyFinder.IsKey(cursor, offset))
            {
                break;
            }

            end = cursor.EndOfText(offset);
        }

        return end;
    }

    private int FindQuotedEnd(int start, int column, out bool isClosed)
    {
        isClosed = true;
        var isDouble = cursor.Text[start] == '"';
        var lineEnd = cursor.EndOfLine(start);
        var lastText = start + 1;
        for (var from = start; ;)
        {
            var end = isDouble ? Quoted.EndOfDouble(cursor.Text, from, lineEnd) : Quoted.EndOfSingle(cursor.Text, from, lineEnd);
            if (end >= 0)
            {
                return end;
            }

            lastText = Math.Max(lastText, cursor.TrimEnd(Math.Min(from + 1, lineEnd), lineEnd));
            var line = cursor.NextLine(lineEnd);
            var (indent, offset) = cursor.Indentation(line);
            while (cursor.At(offset) is '\n' or '\r')
            {
                line = cursor.NextLine(offset);
                (indent, offset) = cursor.Indentation(line);
            }

            if (offset >= cursor.Text.Length || ConflictMarker.IsAt(cursor.Text, line) || ClosesAt(indent, offset, column))
            {
                isClosed = false;
                return lastText;
            }

            // The scan for a quote starts one character after the given one.
            from = offset - 1;
            lineEnd = cursor.EndOfLine(offset);
        }
    }

    private bool ClosesAt(int indent, int offset, int column) =>
        indent < column || (indent <= column && ((cursor.At(offset) == '-' && cursor.IsSpaceAt(offset + 1)) || KeyFinder.IsKey(cursor, offset)));

    /// <summary>Reports escapes that YAML does not know and gives the text with their backslashes doubled.</summary>
    private string CheckEscapes(string raw, int origin)
    {
        var result = new StringBuilder();
        var copied = 0;
        for (var index = raw.IndexOf('\\', StringComparison.Ordinal); index >= 0 && index + 1 < raw.Length; index = raw.IndexOf('\\', Math.Min(index + 2, raw.Length)))
        {
            var next = raw[index + 1];
            var digits = next switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            var isKnown = KnownEscapes.Contains(next, StringComparison.Ordinal) || next is '\n' or '\r'
                || (digits > 0 && index + 2 + digits <= raw.Length && raw.AsSpan(index + 2, digits).ToArray().All(char.IsAsciiHexDigit));
            if (!isKnown)
            {
                var at = origin + index;
                cursor.Report(at, at + 2, $"Unknown escape '\\{next}'. Write '\\\\{next}' for a backslash, or use single quotes.", "Double the backslash", TextEdit.Insert(at, "\\"));
                result.Append(raw, copied, index - copied).Append('\\');
                copied = index;
            }
        }

        return copied == 0 && result.Length == 0 ? raw : result.Append(raw, copied, raw.Length - copied).ToString();
    }
}
