using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>Reads the block collections of broken text: columns alone say what belongs where.</summary>
internal sealed class BlockReader
{
    private readonly TextCursor cursor;
    private readonly ScalarReader scalars;
    private readonly FlowReader flows;
    private int depth;

    public BlockReader(TextCursor cursor)
    {
        this.cursor = cursor;
        scalars = new ScalarReader(cursor);
        flows = new FlowReader(cursor, scalars);
    }

    /// <summary>Reads the entries of a mapping that is open at a column; null without any.</summary>
    public Placed? ReadEntries(int column)
    {
        var entries = new List<PlacedEntry>();
        ReadEntries(entries, column, Level.Root);
        return ToMapping(NodeProperties.None(0), entries);
    }

    /// <summary>Reads a document's root; null without content.</summary>
    public Placed? ReadDocument()
    {
        if (!cursor.SkipToContent())
        {
            return null;
        }

        var column = cursor.Column;
        var isMapping = !IsDash && (KeyFinder.IsKey(cursor, cursor.Position) || IsFollowedByKey());
        if (isMapping)
        {
            return ReadEntries(column);
        }

        var root = ReadNode(NodeProperties.None(cursor.Position), -1, NodePlace.Item);
        EndLine();
        if (!cursor.SkipToContent())
        {
            return root;
        }

        if (root.Node is GreenSequence { IsFlow: false } && KeyFinder.IsKey(cursor, cursor.Position))
        {
            cursor.Report(root.Start, root.Start + 1, "A list can't stand beside keys. Put it below one.");
            var entries = new List<PlacedEntry> { new(Green.Missing(root.Start), -1, root) };
            ReadEntries(entries, cursor.Column, Level.Root);
            return ToMapping(NodeProperties.None(0), entries);
        }

        var end = cursor.EndOfText(cursor.Position);
        cursor.Report(cursor.Position, end, $"Unexpected {cursor.Quote(cursor.Position, end)} after the end of the document's value.");
        return root;
    }

    private bool IsDash => cursor.IsIndicator('-');

    private static Placed? ToMapping(NodeProperties properties, List<PlacedEntry> entries)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        var start = entries[0].Start;
        return Green.Mapping(properties.IsEmpty ? NodeProperties.None(start) : properties, start, entries[^1].End, entries, CollectionForm.Block);
    }

    /// <summary>True when a plain text here is followed by an entry at the same column: then it is an entry whose colon is missing.</summary>
    private bool IsFollowedByKey()
    {
        if (cursor.Current is '"' or '\'' or '[' or '{' or '|' or '>' or '*' or '&' or '!')
        {
            return false;
        }

        const int maxLines = 64;
        var line = cursor.NextLine(cursor.Position);
        for (var count = 0; count < maxLines && line < cursor.Text.Length; count++, line = cursor.NextLine(line))
        {
            var (indent, offset) = cursor.Indentation(line);
            if (offset >= cursor.Text.Length || cursor.Text[offset] is '\n' or '\r' or '#' || indent > cursor.Column)
            {
                continue;
            }

            return indent == cursor.Column && KeyFinder.IsKey(cursor, offset);
        }

        return false;
    }

    private void ReadEntries(List<PlacedEntry> entries, int column, Level level)
    {
        var shift = new IndentError(cursor);
        while (cursor.SkipToContent())
        {
            var at = cursor.Column;
            if (at < column && level == Level.Root)
            {
                // No collection is open further left: the rest of the text stands at its own column.
                shift.End(entries);
                cursor.Report(cursor.LineStart, cursor.Position, "This line is indented less than the first one. Align the two.");
                column = at;
            }
            else if (at < column)
            {
                break;
            }

            if (at > column)
            {
                shift.Take(at, column, entries);
            }
            else
            {
                shift.End(entries);
            }

            SkipStrayTokens();
            if (cursor.AtEndOfContent)
            {
                continue;
            }

            var start = cursor.Position;
            entries.Add(IsDash ? ReadStraySequence(at) : ReadEntry(at));
            EndLine();
            cursor.Position = Math.Max(cursor.Position, start + 1);
        }

        shift.End(entries);
    }

    private void SkipStrayTokens()
    {
        while (cursor.Current is ']' or '}' or ',')
        {
            cursor.Report(cursor.Position, cursor.Position + 1, $"Unexpected '{cursor.Current}'. Remove it.");
            cursor.Position++;
            cursor.SkipBlanks();
        }
    }

    private PlacedEntry ReadStraySequence(int column)
    {
        var start = cursor.Position;
        cursor.Report(start, start + 1, "A list item can't stand between keys. Indent it below the key it belongs to.");
        return new PlacedEntry(Green.Missing(start), -1, ReadSequence(NodeProperties.None(start), column - 1));
    }

    private PlacedEntry ReadEntry(int column)
    {
        var start = cursor.Position;
        if (cursor.IsIndicator('?'))
        {
            return ReadExplicitEntry(column) with { Start = start };
        }

        if (cursor.IsIndicator(':'))
        {
            cursor.Position = start + 1;
            return new PlacedEntry(Green.Missing(start), start, ReadValue(column, start + 1));
        }

        var key = ReadKey(column, out var colon);
        if (colon >= 0)
        {
            cursor.Position = colon + 1;
            return new PlacedEntry(key, colon, ReadValue(column, colon + 1));
        }

        return new PlacedEntry(key, -1, ReadValueBelow(column, key.End));
    }

    private PlacedEntry ReadExplicitEntry(int column)
    {
        var start = cursor.Position;
        cursor.Position = start + 1;
        var key = ReadExplicit(column, start);
        EndLine();
        if (cursor.SkipToContent() && cursor.AtLineStart && cursor.Column == column && cursor.IsIndicator(':'))
        {
            var colon = cursor.Position;
            cursor.Position = colon + 1;
            return new PlacedEntry(key, colon, ReadExplicit(column, colon));
        }

        return new PlacedEntry(key, -1, Green.Missing(key.End));
    }

    /// <summary>Reads a key up to its colon, whose offset is -1 when it is missing.</summary>
    private Placed ReadKey(int column, out int colon)
    {
        var isKey = KeyFinder.IsKey(cursor, cursor.Position);
        var properties = scalars.ReadProperties();
        var start = cursor.Position;
        Placed key;
        switch (cursor.Current)
        {
            case '"' or '\'':
                key = scalars.ReadQuoted(properties, column);
                break;
            case '*':
                key = scalars.ReadAlias(properties);
                break;
            case '[' or '{' when isKey:
                key = flows.Read(properties, column);
                break;
            default:
                var found = KeyFinder.FindColon(cursor, start);
                isKey &= found >= 0;
                var end = isKey ? cursor.TrimEnd(start, found) : cursor.EndOfText(start);
                if (!isKey && SplitAtTightColon(start, end) is var tight and > 0)
                {
                    cursor.Report(tight, tight + 1, $"Expected a space after {cursor.Quote(start, tight + 1)}", "Insert a space", Text.TextEdit.Insert(tight + 1, " "));
                    (end, isKey) = (tight, true);
                }

                key = end == start ? Green.Missing(properties) : Green.Scalar(properties, start, end, cursor.Text[start..end], ScalarStyle.Plain);
                cursor.Position = end;
                break;
        }

        cursor.SkipBlanks();
        colon = isKey && cursor.Current == ':' ? cursor.Position : -1;
        if (colon < 0 && !scalars.ClosedByForce)
        {
            var at = Math.Max(start, key.End);
            cursor.Report(start, at, $"Expected ':' after {cursor.Quote(start, at)}");
        }

        return key;
    }

    /// <summary>In <c>image:nginx</c>, the colon that lacks its space; -1 where a colon is meant as text.</summary>
    private int SplitAtTightColon(int start, int end)
    {
        var offset = start;
        while (offset < end && (char.IsAsciiLetterOrDigit(cursor.Text[offset]) || cursor.Text[offset] is '_' or '-' or '.'))
        {
            offset++;
        }

        return offset > start && offset < end && cursor.Text[offset] == ':' && char.IsAsciiLetter(cursor.Text[start]) && cursor.At(offset + 1) != '/' ? offset : -1;
    }

    /// <summary>Reads the value after a colon, on its line or below it.</summary>
    private Placed ReadValue(int column, int after)
    {
        cursor.SkipBlanks();
        if (cursor.AtEndOfContent)
        {
            return ReadValueBelow(column, after);
        }

        if (cursor.Current is ']' or '}' or ',')
        {
            SkipStrayTokens();
            if (cursor.AtEndOfContent)
            {
                return Green.Missing(after);
            }
        }

        if (IsDash)
        {
            cursor.Report(cursor.Position, cursor.Position + 1, "A list starts on the line below its key.");
            return ReadSequence(NodeProperties.None(cursor.Position), column);
        }

        return ReadInline(NodeProperties.None(cursor.Position), column, NodePlace.Value);
    }

    private Placed ReadValueBelow(int column, int after)
    {
        // The line of the key itself holds nothing more.
        if (!cursor.AtEndOfContent || !cursor.SkipToContent())
        {
            return Green.Missing(after);
        }

        return cursor.Column > column || (cursor.Column == column && IsDash)
            ? ReadNode(NodeProperties.None(cursor.Position), column, NodePlace.Value)
            : Green.Missing(after);
    }

    /// <summary>Reads the node after a dash.</summary>
    private Placed ReadItem(int column, int indicator)
    {
        cursor.SkipBlanks();
        if (!cursor.AtEndOfContent)
        {
            return ReadNode(NodeProperties.None(cursor.Position), column, NodePlace.Item);
        }

        return cursor.SkipToContent() && cursor.Column > column
            ? ReadNode(NodeProperties.None(cursor.Position), column, NodePlace.Item)
            : Green.Missing(indicator + 1);
    }

    /// <summary>Reads the key after a <c>?</c> or the value after its <c>:</c>; unlike an item, it may be a list at the same column.</summary>
    private Placed ReadExplicit(int column, int indicator)
    {
        cursor.SkipBlanks();
        return cursor.AtEndOfContent ? ReadValueBelow(column, indicator + 1) : ReadItem(column, indicator);
    }

    /// <summary>Reads the node that starts here, in a collection at a column.</summary>
    private Placed ReadNode(NodeProperties properties, int column, NodePlace place)
    {
        if (depth >= Trivia.MaxDepth - 60)
        {
            return SkipTooDeep(properties, column);
        }

        depth++;
        try
        {
            if (IsDash)
            {
                return ReadSequence(properties, column);
            }

            if (KeyFinder.IsKey(cursor, cursor.Position) || (column >= 0 && IsFollowedByKey()))
            {
                var entries = new List<PlacedEntry>();
                ReadEntries(entries, cursor.Column, Level.Nested);
                return ToMapping(properties, entries) ?? Green.Missing(properties);
            }

            return ReadInline(properties, column, place);
        }
        finally
        {
            depth--;
        }
    }

    private Placed ReadSequence(NodeProperties properties, int column)
    {
        var start = cursor.Position;
        var dashColumn = cursor.Column;
        var items = new List<PlacedItem>();
        var odd = -1;
        while (true)
        {
            var dash = cursor.Position;
            var at = cursor.Column;
            cursor.Position = dash + 1;
            items.Add(new PlacedItem(dash, ReadItem(at, dash)));
            EndLine();
            if (!cursor.SkipToContent() || !IsDash || cursor.Column < Math.Min(dashColumn, column + 1))
            {
                break;
            }

            if (cursor.Column != dashColumn && cursor.Column != odd)
            {
                odd = cursor.Column;
                cursor.Report(cursor.LineStart, cursor.Position, "This item is not aligned with the ones above it.");
            }
        }

        return Green.Sequence(properties.IsEmpty ? NodeProperties.None(start) : properties, start, items[^1].End, items, CollectionForm.Block);
    }

    /// <summary>Reads a node that starts on this line and is no block collection, unless only its properties stand here.</summary>
    private Placed ReadInline(NodeProperties properties, int column, NodePlace place)
    {
        if (cursor.Current is '&' or '!')
        {
            var own = scalars.ReadProperties();
            properties = properties.IsEmpty ? own : properties with { End = own.End, Anchor = properties.Anchor ?? own.Anchor, Tag = properties.Tag ?? own.Tag };
            if (cursor.AtEndOfContent)
            {
                if (!cursor.SkipToContent() || !(cursor.Column > column || (place == NodePlace.Value && cursor.Column == column && IsDash)))
                {
                    return Green.Missing(properties);
                }

                return ReadNode(properties, column, place);
            }
        }

        switch (cursor.Current)
        {
            case '[' or '{':
                return flows.Read(properties, column);
            case '"' or '\'':
                return scalars.ReadQuoted(properties, column);
            case '|' or '>':
                return scalars.ReadBlock(properties, column);
            case '*':
                return scalars.ReadAlias(properties);
            case ']' or '}' or ',':
                SkipStrayTokens();
                return cursor.AtEndOfContent ? Green.Missing(properties) : scalars.ReadPlain(properties.IsEmpty ? NodeProperties.None(cursor.Position) : properties, column, place);
            default:
                return scalars.ReadPlain(properties, column, place);
        }
    }

    /// <summary>Goes over what is left of a line after its value: all of it is one error.</summary>
    private void EndLine()
    {
        var isMuted = scalars.ClosedByForce;
        scalars.ClosedByForce = false;
        if (cursor.AtLineStart)
        {
            return;
        }

        cursor.SkipBlanks();
        if (cursor.AtEndOfContent)
        {
            return;
        }

        var start = cursor.Position;
        var end = Math.Max(cursor.EndOfText(start), start + 1);
        if (!isMuted && cursor.Current is ']' or '}' or ',')
        {
            cursor.Report(start, start + 1, $"Unexpected '{cursor.Current}'. Remove it.");
        }
        else if (!isMuted)
        {
            cursor.Report(start, end, $"Unexpected {cursor.Quote(start, end)} after the value. Quote the whole value, or remove it.");
        }

        cursor.Position = end;
    }

    private Placed SkipTooDeep(NodeProperties properties, int column)
    {
        var start = cursor.Position;
        cursor.Report(start, start + 1, $"Nested deeper than {Trivia.MaxDepth} levels.");
        do
        {
            cursor.Position = cursor.EndOfLine(cursor.Position);
        }
        while (cursor.SkipToContent() && cursor.Column > column);
        return Green.Missing(properties);
    }

    private enum Level
    {
        Root,
        Nested,
    }
}
