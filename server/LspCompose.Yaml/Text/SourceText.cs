using System.Text;

namespace LspCompose.Yaml.Text;

/// <summary>An immutable text with its line starts. Lines end at LF, CR LF or a lone CR, as in LSP.</summary>
public sealed class SourceText
{
    private readonly int[] lineStarts;

    private SourceText(string content, int[] lineStarts)
    {
        Content = content;
        this.lineStarts = lineStarts;
    }

    /// <summary>The whole text.</summary>
    public string Content { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Content.Length;

    /// <summary>Number of lines; a text that ends with a line break has an empty last line.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>The line break most used in the text, LF when there is none.</summary>
    public string LineBreak => LineCount < 2
        ? "\n"
        : Content.AsSpan(0, Math.Min(lineStarts[1], Length)) is [.., '\r', '\n'] ? "\r\n" : Content[lineStarts[1] - 1] == '\r' ? "\r" : "\n";

    /// <summary>Makes a source text from a string.</summary>
    public static SourceText From(string content) => new(content, FindLineStarts(content));

    /// <summary>Offset of the first character of a 0-based line.</summary>
    public int LineStart(int line) => lineStarts[line];

    /// <summary>The 0-based line that holds the offset; an offset beyond the text counts as its end.</summary>
    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(lineStarts, Math.Clamp(offset, 0, Length));
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>A line's characters without its line break.</summary>
    public TextSpan LineSpan(int line)
    {
        var end = LineEnd(line);
        while (end > lineStarts[line] && Content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return new TextSpan(lineStarts[line], end);
    }

    /// <summary>A line's characters with its line break.</summary>
    public TextSpan FullLineSpan(int line) => new(lineStarts[line], LineEnd(line));

    /// <summary>The text of a span.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Content.AsSpan(span.Start, span.Length);

    /// <summary>The text of a span as a string.</summary>
    public string ToString(TextSpan span) => Content.Substring(span.Start, span.Length);

    /// <summary>Line and UTF-16 character of an offset; an offset beyond the text counts as its end.</summary>
    public LinePosition PositionAt(int offset)
    {
        offset = Math.Clamp(offset, 0, Length);
        var line = LineOf(offset);
        return new LinePosition(line, offset - lineStarts[line]);
    }

    /// <summary>
    /// Offset of a line and UTF-16 character. As LSP asks, a character beyond the line's end counts as the line's end
    /// (before its line break) and a line beyond the text as the text's end.
    /// </summary>
    public int OffsetAt(LinePosition position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= LineCount)
        {
            return Length;
        }

        var line = LineSpan(position.Line);
        return line.Start + Math.Clamp(position.Character, 0, line.Length);
    }

    /// <summary>
    /// The text after edits, which are all in this text's coordinates and must not overlap; edits at one place are applied in the order given.
    /// </summary>
    /// <exception cref="ArgumentException">Two edits overlap or an edit lies outside the text.</exception>
    public SourceText With(IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(Length + 64);
        var position = 0;
        foreach (var edit in edits.OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End))
        {
            if (edit.Span.Start < position || edit.Span.End > Length || edit.Span.Length < 0)
            {
                throw new ArgumentException($"The edit of {edit.Span} overlaps another edit or lies outside the text.", nameof(edits));
            }

            result.Append(Content, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }

        return From(result.Append(Content, position, Length - position).ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Content;

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int>(16 + (content.Length / 24)) { 0 };
        var rest = content.AsSpan();
        var offset = 0;
        for (var index = rest.IndexOfAny('\n', '\r'); index >= 0; index = rest.IndexOfAny('\n', '\r'))
        {
            var length = rest[index] == '\r' && index + 1 < rest.Length && rest[index + 1] == '\n' ? 2 : 1;
            offset += index + length;
            rest = rest[(index + length)..];
            starts.Add(offset);
        }

        return [.. starts];
    }

    private int LineEnd(int line) => line + 1 < LineCount ? lineStarts[line + 1] : Length;
}
