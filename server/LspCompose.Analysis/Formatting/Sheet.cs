using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>A text while its layout is worked out: where each line is to start, and which gaps within lines change. Columns and lines are 0-based.</summary>
internal sealed class Sheet
{
    private readonly int?[] columns;
    private readonly Level?[] levels;
    private readonly Level?[] starts;
    private readonly LineUse[] uses;
    private readonly List<TextEdit>?[] gaps;
    private readonly List<TextEdit> inner = [];
    private readonly Layout layout;

    public Sheet(YamlSyntaxTree tree, FormatOptions options, FormatScope scope)
    {
        Tree = tree;
        Options = options;
        Scope = scope;
        layout = new Layout(tree);
        columns = new int?[Text.LineCount];
        levels = new Level?[Text.LineCount];
        starts = new Level?[Text.LineCount];
        uses = new LineUse[Text.LineCount];
        gaps = new List<TextEdit>?[Text.LineCount];
    }

    public YamlSyntaxTree Tree { get; }

    public SourceText Text => Tree.Text;

    public FormatOptions Options { get; }

    public FormatScope Scope { get; }

    /// <summary>The collections in brackets that take several lines, with the column of what stands in them, in the order of the text.</summary>
    public List<(TextSpan Span, int Content)> Flows { get; } = [];

    public int LineOf(int offset) => Text.LineOf(offset);

    /// <summary>The column an offset has now.</summary>
    public int Column(int offset) => layout.Column(offset);

    /// <summary>True when only blanks stand before the offset on its line.</summary>
    public bool StartsLine(int offset) => layout.StartsLine(offset);

    public bool AreOnOneLine(int first, int second) => LineOf(first) == LineOf(second);

    /// <summary>The blanks a line starts with.</summary>
    public TextSpan Indentation(int line)
    {
        var span = Text.LineSpan(line);
        var start = line == 0 && Text.Content.StartsWith('\uFEFF') ? 1 : span.Start;
        var length = Text.Slice(new TextSpan(start, span.End)).IndexOfAnyExcept(' ', '\t');
        return new TextSpan(start, length < 0 ? span.End : start + length);
    }

    public bool IsBlank(int line) => Indentation(line).End == Text.LineSpan(line).End;

    /// <summary>Puts a line's first token, a key, dash, value or comment, at a column.</summary>
    public void MoveLine(int line, int column) => columns[line] = column;

    /// <summary>Where a line is to start; null where nobody said.</summary>
    public int? ColumnOf(int line) => columns[line];

    /// <summary>The collections around the last token of a line; null on a line where none starts.</summary>
    public Level? LevelOf(int line) => levels[line];

    /// <summary>The collections around the first token of a line; null on a line that starts with none.</summary>
    public Level? StartOf(int line) => starts[line];

    /// <summary>Notes what a line is part of.</summary>
    public void Use(int line, LineUse use) => uses[line] = use;

    public LineUse UseOf(int line) => uses[line];

    /// <summary>A token of a block: moved when it starts its line.</summary>
    public void Token(int offset, int column, Level level)
    {
        var line = LineOf(offset);
        if (StartsLine(offset))
        {
            columns[line] = column;
            starts[line] = level;
        }

        levels[line] = level;
    }

    /// <summary>Gives two tokens on one line a number of spaces between them; what is no gap of blanks stays.</summary>
    public void Gap(int start, int end, int spaces)
    {
        var old = Text.Slice(new TextSpan(start, end));
        if (old.IndexOfAnyExcept(' ', '\t') >= 0 || Whitespace.Replace(old, new TextSpan(start, end), spaces) is not { } edit)
        {
            return;
        }

        var line = LineOf(start);
        (gaps[line] ??= []).Add(edit);
    }

    /// <summary>An edit of the blanks in front of a scalar's line.</summary>
    public void Change(TextEdit edit) => inner.Add(edit);

    /// <summary>The column an offset will have, as far as is known.</summary>
    public int NewColumn(int offset)
    {
        var line = LineOf(offset);
        var first = Indentation(line).End;
        var moved = (gaps[line] ?? []).Where(gap => gap.Span.End <= offset).Sum(gap => gap.NewText.Length - gap.Span.Length);
        return (columns[line] ?? Column(first)) + offset - first + moved;
    }

    /// <summary>All edits of lines' starts and of gaps within lines, in no particular order.</summary>
    public IEnumerable<TextEdit> Edits()
    {
        for (var line = 0; line < columns.Length; line++)
        {
            if (columns[line] is { } column && Indentation(line) is var span && Whitespace.Replace(Text.Slice(span), span, column) is { } edit)
            {
                yield return edit;
            }

            foreach (var gap in gaps[line] ?? [])
            {
                yield return gap;
            }
        }

        foreach (var edit in inner)
        {
            yield return edit;
        }
    }
}
