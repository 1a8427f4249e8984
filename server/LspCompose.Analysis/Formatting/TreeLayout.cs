using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>Works out the columns and gaps of everything the tree of a document holds.</summary>
internal sealed class TreeLayout(Sheet sheet, SequenceStyle style)
{
    private int Step => sheet.Options.Step;

    /// <summary>Lays out a document.</summary>
    public void Visit(YamlNode root)
    {
        if (sheet.Scope.IsFrozen(root.Span.Start) && !IsBlock(root))
        {
            return;
        }

        if (root.IsFlow)
        {
            Flow(root, sheet.StartsLine(root.Span.Start) ? 0 : sheet.Column(root.Span.Start), Level.None);
        }
        else if (root.IsMapping || root.IsSequence)
        {
            Block(root, 0, Level.None);
        }
        else
        {
            Keep(root);
        }
    }

    /// <summary>A scalar that is a whole document stays as it is.</summary>
    private void Keep(YamlNode scalar)
    {
        for (var line = sheet.LineOf(scalar.Span.Start); line < sheet.Text.LineCount; line++)
        {
            sheet.Use(line, LineUse.BlockScalar);
        }
    }

    private void Block(YamlNode node, int wanted, Level outer)
    {
        var old = sheet.Column(node.Span.Start);
        var level = new Level(old, CanMove(node) ? wanted : old, outer);
        if (node.IsSequence)
        {
            foreach (var item in node.Items)
            {
                sheet.Token(Math.Max(item.DashOffset, node.Span.Start), level.New, level);
                if (!sheet.Scope.IsFrozen(item.DashOffset))
                {
                    Item(item, level);
                }
            }
        }
        else
        {
            foreach (var entry in node.Entries)
            {
                sheet.Token(entry.Key.FullSpan.Start, level.New, level);
                if (!sheet.Scope.IsFrozen(entry.Key.FullSpan.Start))
                {
                    Entry(entry, level);
                }
            }
        }
    }

    private bool CanMove(YamlNode block)
    {
        var start = sheet.Text.LineStart(sheet.LineOf(block.Span.Start));
        return sheet.Scope.CanMove(new TextSpan(start, sheet.Text.LineSpan(sheet.LineOf(block.Span.End)).End));
    }

    private void Entry(YamlEntry entry, Level level)
    {
        var end = Key(entry.Key, entry.Key.FullSpan.Start);

        // After an alias a colon without a space would be part of its name.
        sheet.Gap(end, entry.ColonOffset, entry.Key.IsAlias ? 1 : 0);
        Value(entry.Value, entry.ColonOffset + 1, level, style == SequenceStyle.Flush ? level.New : level.New + Step);
    }

    private void Item(YamlItem item, Level level)
    {
        var value = item.Value;
        var after = item.DashOffset + 1;
        if (IsBlock(value) && sheet.AreOnOneLine(item.DashOffset, value.Span.Start))
        {
            if (CanMove(value))
            {
                sheet.Gap(after, value.Span.Start, 1);
            }

            Block(value, level.New + 2, level);
        }
        else
        {
            Value(value, after, level, level.New + Step);
        }
    }

    private static bool IsBlock(YamlNode node) => !node.IsFlow && (node.IsMapping || node.IsSequence);

    private void Value(YamlNode value, int after, Level level, int sequenceColumn)
    {
        var nested = level.New + Step;
        after = Properties(value, after, nested, level);
        if (value.IsMissing)
        {
            return;
        }

        var start = value.Span.Start;
        if (IsBlock(value))
        {
            Block(value, value.IsSequence ? sequenceColumn : nested, level);
            return;
        }

        Join(after, start, nested, level);
        if (value.IsFlow)
        {
            Flow(value, sheet.StartsLine(start) ? nested : level.New, level);
        }
        else if (value.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            BlockScalarLayout.Apply(sheet, value, level);
        }
        else
        {
            Continuation(value, nested);
        }
    }

    /// <summary>The second of two tokens: a space after the first one, or at a column where it starts a line.</summary>
    private void Join(int end, int start, int column, Level level)
    {
        if (sheet.AreOnOneLine(end, start))
        {
            sheet.Gap(end, start, 1);
        }
        else
        {
            sheet.Token(start, column, level);
        }
    }

    /// <summary>Lays out anchor and tag; gives the end of the last of them.</summary>
    private int Properties(YamlNode node, int after, int column, Level level)
    {
        foreach (var property in PropertySpans(node))
        {
            Join(after, property.Start, column, level);
            after = property.End;
        }

        return after;
    }

    private int Key(YamlNode key, int after)
    {
        foreach (var property in PropertySpans(key))
        {
            after = property.End;
        }

        if (after > key.FullSpan.Start)
        {
            sheet.Gap(after, key.Span.Start, 1);
        }

        return key.Span.End;
    }

    private IReadOnlyList<TextSpan> PropertySpans(YamlNode node)
    {
        if (node.FullSpan.Start == node.Span.Start)
        {
            return [];
        }

        // An anchor is longer than its name by the sign; a tag is given as written.
        var spans = new List<TextSpan>();
        var text = sheet.Text.Content;
        for (var offset = node.FullSpan.Start; offset < node.Span.Start;)
        {
            var length = text[offset] switch
            {
                '&' => 1 + (node.Anchor ?? "").Length,
                '!' => (node.Tag ?? "").Length,
                _ => 0,
            };
            if (length == 0)
            {
                offset = text[offset] == '#' ? sheet.Text.LineSpan(sheet.LineOf(offset)).End : offset + 1;
                continue;
            }

            spans.Add(TextSpan.FromLength(offset, length));
            offset += length;
        }

        return spans;
    }

    /// <summary>The lines below the first one of a plain or quoted scalar: moved together, and still below its first character where they were.</summary>
    private void Continuation(YamlNode scalar, int column)
    {
        var first = sheet.LineOf(scalar.Span.Start);
        var last = sheet.LineOf(scalar.Span.End);
        if (first == last)
        {
            return;
        }

        var use = scalar.Style == ScalarStyle.Plain ? LineUse.Plain : LineUse.Quoted;
        var least = int.MaxValue;
        for (var line = first; line <= last; line++)
        {
            if (line < last)
            {
                sheet.Use(line, use);
            }

            if (line > first && !sheet.IsBlank(line))
            {
                least = Math.Min(least, sheet.Column(sheet.Indentation(line).End));
            }
        }

        var start = sheet.Column(scalar.Span.Start);
        var isAligned = least == start || (least == start + 1 && use == LineUse.Quoted);
        var shift = isAligned ? sheet.NewColumn(scalar.Span.Start) - start : column - least;
        for (var line = first + 1; line <= last; line++)
        {
            if (!sheet.IsBlank(line))
            {
                sheet.MoveLine(line, sheet.Column(sheet.Indentation(line).End) + shift);
            }
        }
    }

    private void Flow(YamlNode node, int column, Level level)
    {
        var (open, text) = (node.Span.Start, sheet.Text.Content);
        var hasBrackets = text[open] is '[' or '{' && (node.Entries.Count == 0 || node.Entries[0].Key.FullSpan.Start > open);
        var inside = new FlowPlace(column, column + Step, level);
        if (hasBrackets && !sheet.AreOnOneLine(open, node.Span.End))
        {
            sheet.Flows.Add((node.Span, inside.Content));
        }

        var after = hasBrackets ? open + 1 : open;
        var padding = hasBrackets && text[open] == '{' ? 1 : 0;
        var spaces = padding;
        var count = 0;
        foreach (var child in Children(node))
        {
            if (count == 0 && hasBrackets && sheet.AreOnOneLine(open, child.Start))
            {
                inside = inside with { OldAligned = sheet.Column(child.Start), AlignedWith = child.Start };
            }
            else if (count > 0)
            {
                after = AfterComma(after, child.Start, inside);
                spaces = 1;
            }

            if (count > 0 || hasBrackets)
            {
                Follow(after, child.Start, spaces, inside);
            }

            after = child.Visit(inside);
            count++;
        }

        Close(node, hasBrackets, after, count == 0 ? 0 : padding, inside);
    }

    private void Close(YamlNode node, bool hasBrackets, int after, int padding, FlowPlace inside)
    {
        var close = node.Span.End - 1;
        if (!hasBrackets || sheet.Text.Content[close] is not (']' or '}'))
        {
            return;
        }

        after = AfterComma(after, close, inside);
        if (sheet.AreOnOneLine(End(after), close))
        {
            Follow(after, close, padding, inside);
        }
        else if (sheet.StartsLine(close))
        {
            // Some readers want a bracket further in than the key; where it is, it stays so.
            var isInside = inside.Close == inside.Level.New && sheet.Column(close) > inside.Level.Old;
            sheet.Token(close, isInside ? inside.Content : inside.Close, inside.Level);
        }
    }

    /// <summary>A token in brackets after another one: some spaces after it, or where the brackets' content stands when it starts a line.</summary>
    private void Follow(int after, int start, int spaces, FlowPlace inside)
    {
        if (!sheet.AreOnOneLine(End(after), start))
        {
            if (sheet.StartsLine(start))
            {
                var isAligned = inside.OldAligned == sheet.Column(start);
                sheet.Token(start, isAligned ? sheet.NewColumn(inside.AlignedWith) : inside.Content, inside.Level);
            }
        }
        else if (after >= 0)
        {
            sheet.Gap(after, start, spaces);
        }
    }

    /// <summary>Goes over the comma between two elements, if there is one.</summary>
    private int AfterComma(int after, int end, FlowPlace inside)
    {
        for (var offset = End(after); offset < end; offset++)
        {
            switch (sheet.Text.Content[offset])
            {
                case ',':
                    Follow(after, offset, 0, inside);
                    return offset + 1;
                case '#':
                    offset = sheet.Text.LineSpan(sheet.LineOf(offset)).End;
                    break;
            }
        }

        return after;
    }

    /// <summary>What is missing has an end, too, but keeps the room around it: its end is told as a complement.</summary>
    private static int End(int after) => after < 0 ? ~after : after;

    private IEnumerable<FlowChild> Children(YamlNode node)
    {
        foreach (var entry in node.Entries)
        {
            yield return new FlowChild(entry.Key.FullSpan.Start, inside => FlowEntry(entry, inside));
        }

        foreach (var item in node.Items)
        {
            yield return new FlowChild(item.Value.FullSpan.Start, inside => FlowValue(item.Value, inside));
        }
    }

    private int FlowEntry(YamlEntry entry, FlowPlace inside)
    {
        var after = FlowValue(entry.Key, inside);
        if (entry.ColonOffset < 0)
        {
            return after;
        }

        Follow(after, entry.ColonOffset, entry.Key.IsAlias ? 1 : 0, inside);
        if (entry.Value.IsMissing && entry.Value.FullSpan.IsEmpty)
        {
            return ~(entry.ColonOffset + 1);
        }

        Follow(entry.ColonOffset + 1, entry.Value.FullSpan.Start, 1, inside);
        return FlowValue(entry.Value, inside);
    }

    /// <summary>Lays out a node in brackets whose start is placed; gives its end.</summary>
    private int FlowValue(YamlNode node, FlowPlace inside)
    {
        if (node.IsMissing)
        {
            return ~node.FullSpan.End;
        }

        var after = node.FullSpan.Start;
        foreach (var property in PropertySpans(node))
        {
            if (after > node.FullSpan.Start)
            {
                Follow(after, property.Start, 1, inside);
            }

            after = property.End;
        }

        if (after > node.FullSpan.Start)
        {
            Follow(after, node.Span.Start, 1, inside);
        }

        if (node.IsFlow)
        {
            var startsLine = sheet.StartsLine(node.Span.Start);
            Flow(node, startsLine || !IsOnLineOfOpening(node, inside) ? inside.Content : inside.Close, inside.Level);
        }
        else
        {
            Continuation(node, inside.Content);
        }

        return node.FullSpan.End;
    }

    private bool IsOnLineOfOpening(YamlNode node, FlowPlace inside) => inside.AlignedWith >= 0 && sheet.AreOnOneLine(inside.AlignedWith, node.Span.Start);

    /// <summary>Where things in brackets stand: the closing bracket, the content, and what the content may be lined up with.</summary>
    private readonly record struct FlowPlace(int Close, int Content, Level Level)
    {
        /// <summary>Column of the first element where it follows its bracket on the same line.</summary>
        public int OldAligned { get; init; } = -1;

        /// <summary>Offset of that element.</summary>
        public int AlignedWith { get; init; } = -1;
    }

    private readonly record struct FlowChild(int Start, Func<FlowPlace, int> Visit);
}
