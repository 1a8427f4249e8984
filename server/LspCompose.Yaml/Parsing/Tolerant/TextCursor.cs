using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Parsing.Tolerant;

/// <summary>A place in broken text that knows its line and column, and the errors found so far.</summary>
internal sealed class TextCursor
{
    private readonly List<YamlError> errors = [];
    private readonly int baseColumn;
    private int position;
    private int lineStart;
    private int contentStart;
    private int indent;
    private int indentStep;
    private int foundFrom;
    private int foundEnd = -1;

    public TextCursor(string text, int start, int baseColumn)
    {
        Text = text;
        this.baseColumn = baseColumn;
        position = start;
        lineStart = text.AsSpan(0, start).LastIndexOfAny('\n', '\r') + 1;
        MeasureLine();
    }

    public string Text { get; }

    public IReadOnlyList<YamlError> Errors => errors;

    public bool AtEnd => position >= Text.Length;

    /// <summary>The character here, NUL at the end.</summary>
    public char Current => At(position);

    /// <summary>Where the cursor stands; setting it may go forward only.</summary>
    public int Position
    {
        get => position;
        set
        {
            var passed = Text.AsSpan(position, value - position).LastIndexOfAny('\n', '\r');
            var newLine = passed < 0 ? -1 : position + passed + 1;
            position = value;
            if (newLine >= 0)
            {
                lineStart = newLine;
                MeasureLine();
            }
        }
    }

    /// <summary>True on the first character of a line that is no blank.</summary>
    public bool AtLineStart => position == contentStart;

    /// <summary>The column, tabs in the indentation counted as the next multiple of the indent.</summary>
    public int Column => indent + position - contentStart;

    /// <summary>Where the line of the cursor starts.</summary>
    public int LineStart => lineStart;

    public char At(int offset) => (uint)offset < (uint)Text.Length ? Text[offset] : '\0';

    /// <summary>True for an indicator followed by a space or the line's end.</summary>
    public bool IsIndicator(char indicator) => Current == indicator && IsSpaceAt(position + 1);

    public bool IsSpaceAt(int offset) => offset >= Text.Length || Text[offset] is ' ' or '\t' or '\n' or '\r';

    /// <summary>Where the line of the offset ends, before its line break.</summary>
    public int EndOfLine(int offset)
    {
        // A very long line is asked for at each of its tokens.
        if (offset < foundFrom || offset > foundEnd)
        {
            var length = Text.AsSpan(offset).IndexOfAny('\n', '\r');
            (foundFrom, foundEnd) = (offset, length < 0 ? Text.Length : offset + length);
        }

        return foundEnd;
    }

    /// <summary>Where the line after the one that holds the offset starts.</summary>
    public int NextLine(int offset)
    {
        var end = EndOfLine(offset);
        return end >= Text.Length ? end : end + (Text[end] == '\r' && At(end + 1) == '\n' ? 2 : 1);
    }

    /// <summary>Where the text before the line's end or its comment ends, blanks left out; not before the offset.</summary>
    public int EndOfText(int offset)
    {
        var end = EndOfLine(offset);
        for (var search = offset; ;)
        {
            var comment = Text.AsSpan(search, end - search).IndexOf('#');
            if (comment < 0)
            {
                break;
            }

            search += comment;
            if (search == 0 || Text[search - 1] is ' ' or '\t' or '\n' or '\r')
            {
                end = search;
                break;
            }

            search++;
        }

        while (end > offset && Trivia.IsBlank(Text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The end without the blanks and line breaks before it, not before the start.</summary>
    public int TrimEnd(int start, int end)
    {
        while (end > start && (Text[end - 1] is ' ' or '\t' or '\n' or '\r'))
        {
            end--;
        }

        return end;
    }

    /// <summary>Where the blanks that start here end.</summary>
    public int EndOfBlanks(int offset)
    {
        while (offset < Text.Length && Trivia.IsBlank(Text[offset]))
        {
            offset++;
        }

        return offset;
    }

    public void SkipBlanks() => position = EndOfBlanks(position);

    /// <summary>True at the end of the line's content: a line break, a comment or the text's end.</summary>
    public bool AtEndOfContent => AtEnd || Current is '\n' or '\r' || IsComment;

    private bool IsComment => Current == '#' && (position == lineStart || position == 0 || Trivia.IsBlank(Text[position - 1]));

    /// <summary>Goes to the next content over blanks, comments, line breaks and conflict markers; false at the text's end.</summary>
    public bool SkipToContent()
    {
        while (true)
        {
            SkipBlanks();
            if (AtEnd)
            {
                return false;
            }

            if (Current is '\n' or '\r' || IsComment)
            {
                Position = NextLine(position);
            }
            else if (position == lineStart && ConflictMarker.IsAt(Text, lineStart))
            {
                Report(lineStart, EndOfText(lineStart), ConflictMarker.Message);
                Position = NextLine(position);
            }
            else
            {
                CheckTabs();
                return true;
            }
        }
    }

    /// <summary>The column of the first character of the line that starts here, tabs counted as by <see cref="Column"/>, and where it is.</summary>
    public (int Column, int Offset) Indentation(int start)
    {
        var (column, offset) = (0, start);
        for (; offset < Text.Length && Trivia.IsBlank(Text[offset]); offset++)
        {
            column = Text[offset] == ' ' ? column + 1 : (column / IndentStep + 1) * IndentStep;
        }

        return (column, offset);
    }

    public void Report(int start, int end, string message) => Report(new YamlError(new TextSpan(start, end), message));

    public void Report(int start, int end, string message, string fixTitle, params IReadOnlyList<TextEdit> edits) =>
        Report(new YamlError(new TextSpan(start, end), message) { FixTitle = fixTitle, FixEdits = edits });

    private void Report(YamlError error)
    {
        // One error a line is shown in the end, the first; a line may hold very many.
        if (errors.Count > 0 && errors[^1].Span.Start is var last && last <= error.Span.Start && EndOfLine(last) >= error.Span.Start)
        {
            return;
        }

        errors.Add(error);
    }

    /// <summary>The text of a range for a message, shortened.</summary>
    public string Quote(int start, int end) => end - start > 40 ? $"'{Text.AsSpan(start, 40)}…'" : $"'{Text.AsSpan(start, end - start)}'";

    private int IndentStep => indentStep > 0 ? indentStep : indentStep = DetectIndent();

    private void MeasureLine() => (indent, contentStart) = Indentation(lineStart);

    private void CheckTabs()
    {
        if (position != contentStart || Text.AsSpan(lineStart, position - lineStart).IndexOf('\t') is var tab && tab < 0)
        {
            return;
        }

        var start = lineStart + tab;
        var rest = Text.AsSpan(start, position - start).IndexOfAnyExcept('\t');
        Report(start, rest < 0 ? position : start + rest, "A tab can't indent YAML. Use spaces.", "Replace tabs", new TextEdit(new TextSpan(lineStart, position), new string(' ', indent)));
    }

    /// <summary>How much deeper than the base the first line stands that is indented by spaces.</summary>
    private int DetectIndent()
    {
        for (var line = 0; line < Text.Length; line = NextLine(line))
        {
            var offset = line;
            while (At(offset) == ' ')
            {
                offset++;
            }

            if (offset - line > baseColumn && !IsSpaceAt(offset) && Text[offset] != '#')
            {
                return offset - line - baseColumn;
            }
        }

        return 2;
    }
}
