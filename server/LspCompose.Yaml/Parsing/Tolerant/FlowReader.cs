using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>Reads the collections in brackets of broken text.</summary>
internal sealed class FlowReader(TextCursor cursor, ScalarReader scalars)
{
    private readonly Stack<char> open = new();
    private int column;
    private bool isForced;

    /// <summary>
    /// Reads a flow collection in a block collection at a column. Where it is not closed, it ends before the next line that looks like an entry
    /// or item of an enclosing block collection.
    /// </summary>
    public Placed Read(NodeProperties properties, int blockColumn)
    {
        column = blockColumn;
        isForced = false;
        open.Clear();
        return ReadCollection(properties);
    }

    private Placed ReadCollection(NodeProperties properties)
    {
        var start = cursor.Position;
        var close = cursor.Current == '[' ? ']' : '}';
        var entries = new List<PlacedEntry>();
        var items = new List<PlacedItem>();
        open.Push(close);
        cursor.Position = start + 1;
        var end = open.Count > Trivia.MaxDepth - 50 ? SkipTooDeep(start) : ReadContent(start, close, entries, items);
        open.Pop();
        return close == '}'
            ? Green.Mapping(properties, start, end, entries, CollectionForm.Flow)
            : Green.Sequence(properties, start, end, items, CollectionForm.Flow);
    }

    /// <summary>Reads up to the closing bracket and gives the collection's end.</summary>
    private int ReadContent(int start, char close, List<PlacedEntry> entries, List<PlacedItem> items)
    {
        var end = start + 1;
        var mayEnd = true;
        while (SkipToToken())
        {
            var at = cursor.Position;
            if (cursor.Current == close)
            {
                cursor.Position = at + 1;
                return at + 1;
            }

            if (cursor.Current is ']' or '}')
            {
                if (open.Contains(cursor.Current))
                {
                    cursor.Report(start, start + 1, $"'{cursor.Text[start]}' is not closed. Add '{close}'.");
                    return end;
                }

                cursor.Report(at, at + 1, $"Unexpected '{cursor.Current}'. Remove it.");
                cursor.Position = at + 1;
            }
            else if (cursor.Current == ',')
            {
                if (mayEnd)
                {
                    cursor.Report(at, at + 1, "Unexpected ','. Remove it, or add a value before it.");
                }

                mayEnd = true;
                cursor.Position = at + 1;
            }
            else
            {
                if (!mayEnd)
                {
                    cursor.Report(at, at + 1, $"Expected ',' before {cursor.Quote(at, Math.Max(at + 1, WordEnd(at)))}.");
                }

                mayEnd = false;
                end = close == '}' ? Add(entries) : Add(items);
                cursor.Position = Math.Max(cursor.Position, at + 1);
            }
        }

        if (!scalars.ClosedByForce && open.Count == 1)
        {
            cursor.Report(start, start + 1, $"'{cursor.Text[start]}' is not closed. Add '{close}'.");
        }

        return end;
    }

    private int Add(List<PlacedEntry> entries)
    {
        entries.Add(ReadEntry());
        return entries[^1].End;
    }

    private int Add(List<PlacedItem> items)
    {
        var start = cursor.Position;
        var entry = ReadEntry();
        var isPair = entry.Colon >= 0 || entry.Key.Start > start;
        var node = isPair ? Green.Mapping(NodeProperties.None(start), start, entry.End, [entry], CollectionForm.Flow) : entry.Key;
        items.Add(new PlacedItem(-1, node));
        return node.End;
    }

    private PlacedEntry ReadEntry()
    {
        var from = cursor.Position;
        if (cursor.IsIndicator('?'))
        {
            cursor.Position = from + 1;
            SkipToToken();
        }

        var isJson = cursor.Current is '"' or '\'' or '[' or '{';
        var key = cursor.Position > from && (cursor.AtEnd || cursor.Current is ',' or ']' or '}') ? Green.Missing(from + 1)
            : cursor.Current == ':' && EndsPlain(cursor.Position + 1) ? Green.Missing(cursor.Position) : ReadNode(ScalarRole.Key);
        if (SkipToToken() && cursor.Current == ':' && (isJson || EndsPlain(cursor.Position + 1)))
        {
            var colon = cursor.Position;
            cursor.Position = colon + 1;
            var value = SkipToToken() && cursor.Current is not (',' or ']' or '}') ? ReadNode(ScalarRole.Value) : Green.Missing(colon + 1);
            return new PlacedEntry(key, colon, value);
        }

        return new PlacedEntry(key, -1, Green.Missing(key.End));
    }

    private Placed ReadNode(ScalarRole role)
    {
        var properties = scalars.ReadProperties();
        if (!properties.IsEmpty)
        {
            SkipToToken();
        }

        switch (cursor.Current)
        {
            case '[' or '{':
                return ReadCollection(properties);
            case '"' or '\'':
                return scalars.ReadQuoted(properties, column);
            case '*':
                return scalars.ReadAlias(properties);
            case ',' or ']' or '}':
            case ':' when EndsPlain(cursor.Position + 1):
            case '\0' when cursor.AtEnd:
                return Green.Missing(properties);
            default:
                return isForced ? Green.Missing(properties) : ReadPlain(properties, role);
        }
    }

    private Placed ReadPlain(NodeProperties properties, ScalarRole role)
    {
        var start = cursor.Position;
        if (cursor.Current is '@' or '`')
        {
            cursor.Report(start, start + 1, $"A value can't start with '{cursor.Current}'. Quote it.");
        }

        var end = PlainEndOnLine(start, role);
        end = Math.Max(end, start + 1);
        while (true)
        {
            var next = cursor.EndOfBlanks(end);
            if (cursor.At(next) is not ('\n' or '\r'))
            {
                break;
            }

            var line = cursor.NextLine(next);
            var (indent, offset) = cursor.Indentation(line);
            while (cursor.At(offset) is '\n' or '\r')
            {
                line = cursor.NextLine(offset);
                (indent, offset) = cursor.Indentation(line);
            }

            if (offset >= cursor.Text.Length || Trivia.IsFlowIndicator(cursor.Text[offset]) || cursor.Text[offset] is '#' or ':' || ClosesAt(indent, offset)
                || ConflictMarker.IsAt(cursor.Text, line))
            {
                break;
            }

            var more = PlainEndOnLine(offset, role);
            if (more == offset)
            {
                break;
            }

            end = more;
        }

        cursor.Position = end;
        return Green.Scalar(properties, start, end, ScalarDecoder.Plain(cursor.Text[start..end]), ScalarStyle.Plain);
    }

    /// <summary>Where a plain scalar's text on this line ends; a value goes on over a second colon, which is an error.</summary>
    private int PlainEndOnLine(int offset, ScalarRole role)
    {
        var stop = cursor.EndOfLine(offset);
        var end = offset;
        while (end < stop && !Trivia.IsFlowIndicator(cursor.Text[end]) && !(cursor.Text[end] == '#' && end > offset && Trivia.IsBlank(cursor.Text[end - 1])))
        {
            if (cursor.Text[end] == ':' && EndsPlain(end + 1))
            {
                if (role == ScalarRole.Key)
                {
                    break;
                }

                cursor.Report(end, end + 1, "A second ':' in one entry. Quote the value, or add ',' between two entries.");
            }

            end++;
        }

        return cursor.TrimEnd(offset, end);
    }

    private bool EndsPlain(int offset) => cursor.IsSpaceAt(offset) || Trivia.IsFlowIndicator(cursor.At(offset));

    private int WordEnd(int offset)
    {
        // A message shows no more than that anyway.
        var limit = Math.Min(cursor.Text.Length, offset + 50);
        while (offset < limit && !cursor.IsSpaceAt(offset) && !Trivia.IsFlowIndicator(cursor.Text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Goes to the next token; false at the text's end and before a line that ends all open brackets.</summary>
    private bool SkipToToken()
    {
        while (!isForced)
        {
            cursor.SkipBlanks();
            if (cursor.AtEnd)
            {
                return false;
            }

            if (!cursor.AtEndOfContent && !(cursor.Position == cursor.LineStart && ConflictMarker.IsAt(cursor.Text, cursor.LineStart)))
            {
                return true;
            }

            if (cursor.Position == cursor.LineStart && ConflictMarker.IsAt(cursor.Text, cursor.LineStart))
            {
                cursor.Report(cursor.LineStart, cursor.EndOfText(cursor.LineStart), ConflictMarker.Message);
            }

            var next = cursor.NextLine(cursor.Position);
            var (indent, offset) = cursor.Indentation(next);
            if (offset < cursor.Text.Length && cursor.Text[offset] is not ('\n' or '\r' or '#') && ClosesAt(indent, offset))
            {
                isForced = true;
                return false;
            }

            cursor.Position = next;
        }

        return false;
    }

    /// <summary>True when a line looks like an entry or item outside the brackets; for brackets that are a whole document, <c>key:</c> alone at the margin.</summary>
    private bool ClosesAt(int indent, int offset) => column < 0
        ? indent == 0 && char.IsAsciiLetter(cursor.Text[offset]) && KeyFinder.FindColon(cursor, offset) is >= 0 and var colon && colon + 1 == cursor.EndOfText(offset)
        : indent <= column && ((cursor.Text[offset] == '-' && cursor.IsSpaceAt(offset + 1)) || KeyFinder.IsKey(cursor, offset));

    /// <summary>Goes over a collection that is nested too deep and gives its end.</summary>
    private int SkipTooDeep(int start)
    {
        cursor.Report(start, start + 1, $"Nested deeper than {Trivia.MaxDepth} levels.");
        var depth = 1;
        var offset = start + 1;
        while (depth > 0)
        {
            var next = offset >= cursor.Text.Length ? -1 : cursor.Text.AsSpan(offset).IndexOfAny("[]{}");
            if (next < 0)
            {
                offset = cursor.Text.Length;
                break;
            }

            offset += next + 1;
            depth += cursor.Text[offset - 1] is '[' or '{' ? 1 : -1;
        }

        cursor.Position = offset;
        return cursor.TrimEnd(start + 1, offset);
    }
}
