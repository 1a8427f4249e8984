using System.Text.RegularExpressions;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>How a file is laid out in lines and columns, and the elementary edits that respect it.</summary>
internal sealed partial class Layout(YamlSyntaxTree tree)
{
    private readonly SourceText text = tree.Text;

    /// <summary>The file's line break.</summary>
    public string LineBreak { get; } = tree.Text.LineBreak;

    /// <summary>The text of a span.</summary>
    public string TextOf(TextSpan span) => text.ToString(span);

    /// <summary>The 0-based column of an offset.</summary>
    public int Column(int offset) => offset - Math.Max(LineStart(offset), text.Content.StartsWith('\uFEFF') ? 1 : 0);

    /// <summary>True when only blanks stand before the offset on its line.</summary>
    public bool StartsLine(int offset) => text.Slice(new TextSpan(text.LineStart(text.LineOf(offset)), offset)).IndexOfAnyExcept(' ', '\t', '\uFEFF') < 0;

    /// <summary>Offset of the first character of the offset's line.</summary>
    public int LineStart(int offset) => text.LineStart(text.LineOf(offset));

    /// <summary>The whole lines a span touches, with their line breaks.</summary>
    public TextSpan Lines(TextSpan span) =>
        new(LineStart(span.Start), text.FullLineSpan(text.LineOf(span.End > span.Start ? span.End - 1 : span.End)).End);

    /// <summary>A span reaching up over the blank line above it, so deleting it leaves no gap.</summary>
    public TextSpan WithBlankLineAbove(TextSpan span)
    {
        var line = text.LineOf(span.Start);
        return line > 1 && text.Slice(text.LineSpan(line - 1)).IsWhiteSpace() ? new TextSpan(text.LineStart(line - 1), span.End) : span;
    }

    /// <summary>A span reaching down over the blank line below it when it starts the text, so deleting it leaves no gap at the top.</summary>
    public TextSpan WithBlankLineBelow(TextSpan span)
    {
        var next = text.LineOf(Math.Max(span.Start, span.End - 1)) + 1;
        return text.LineOf(span.Start) == 0 && next < text.LineCount - 1 && text.Slice(text.LineSpan(next)).IsWhiteSpace()
            ? new TextSpan(span.Start, text.FullLineSpan(next).End)
            : span;
    }

    /// <summary>Where the lines of a span below its first one start, those that hold nothing left out.</summary>
    public IEnumerable<int> LineStartsBelow(TextSpan span)
    {
        for (var line = text.LineOf(span.Start) + 1; line <= text.LineOf(Math.Max(span.Start, span.End - 1)); line++)
        {
            if (!text.Slice(text.LineSpan(line)).IsWhiteSpace())
            {
                yield return text.LineStart(line);
            }
        }
    }

    /// <summary>The column of the nearest line above an offset that stands further out than it, 0 when there is none.</summary>
    public int IndentAbove(int offset)
    {
        for (var line = text.LineOf(offset) - 1; line >= 0; line--)
        {
            var start = text.LineStart(line);
            var content = text.Slice(text.LineSpan(line));
            var first = content.IndexOfAnyExcept(' ', '\t', '\uFEFF');
            if (first >= 0 && content[first] != '#' && Column(start + first) < Column(offset))
            {
                return Column(start + first);
            }
        }

        return 0;
    }

    /// <summary>Inserts whole lines (without line breaks) above the line of an offset and the comment lines right above it, which belong to it.</summary>
    public void InsertLinesAbove(EditList edits, int offset, IEnumerable<string> lines)
    {
        var column = Column(offset);
        var line = text.LineOf(offset);
        while (line > 0 && text.Slice(text.LineSpan(line - 1)) is var above && above.Length > column && above[column] == '#' && above[..column].IsWhiteSpace())
        {
            line--;
        }

        edits.Insert(text.LineStart(line), string.Concat(lines.Select(added => added + LineBreak)));
    }

    /// <summary>Inserts whole lines (without line breaks) below the line of a span's last character. The text ends with a line break (see <see cref="FinalLineBreak"/>).</summary>
    public void InsertLinesBelow(EditList edits, TextSpan span, IEnumerable<string> lines)
    {
        var line = text.LineOf(span.End > span.Start ? span.End - 1 : span.End);
        edits.InsertBelow(text.FullLineSpan(line).End, string.Concat(lines.Select(added => added + LineBreak)));
    }

    /// <summary>Deletes the whole lines of a span; their comments stay, each on a line of its own at the given column.</summary>
    public void DeleteLines(EditList edits, TextSpan span, int column)
    {
        var lines = Lines(span);
        edits.Replace(lines, string.Concat(CommentsIn(lines).Select(comment => new string(' ', column) + comment + LineBreak)));
    }

    /// <summary>The comments that lie in a span.</summary>
    public IEnumerable<string> CommentsIn(TextSpan span)
    {
        var comments = tree.Comments;
        var (low, high) = (0, comments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = comments[middle].Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < comments.Count && comments[low].End <= span.End; low++)
        {
            yield return text.ToString(comments[low]);
        }
    }

    /// <summary>Deletes some elements of a flow collection with their commas; comments between them stay.</summary>
    public void DeleteFlowElements(EditList edits, IReadOnlyList<TextSpan> elements, Func<int, bool> isDeleted)
    {
        for (var index = 0; index < elements.Count; index++)
        {
            if (isDeleted(index))
            {
                edits.DeleteElement(elements[0].Start, index, deleted => DeletedElements(elements, deleted));
            }
        }
    }

    private IEnumerable<TextEdit> DeletedElements(IReadOnlyList<TextSpan> elements, IReadOnlySet<int> deleted)
    {
        for (var first = 0; first < elements.Count; first++)
        {
            if (!deleted.Contains(first))
            {
                continue;
            }

            var next = first;
            while (next < elements.Count && deleted.Contains(next))
            {
                next++;
            }

            var isLast = next == elements.Count;
            var span = !isLast ? new TextSpan(elements[first].Start, elements[next].Start)
                : first > 0 ? new TextSpan(elements[first - 1].End, elements[^1].End)
                : new TextSpan(elements[0].Start, elements[^1].End);
            var indent = new string(' ', Column(elements[first].Start));
            var comments = CommentsIn(span).Select(comment => comment + LineBreak + indent).ToList();
            yield return new TextEdit(span, (isLast && comments.Count > 0 ? " " : "") + string.Concat(comments));
            first = next;
        }
    }

    /// <summary>A name as a YAML scalar, quoted where it would be read as something else.</summary>
    public static string Scalar(string name) =>
        PlainName().IsMatch(name) && !Reserved().IsMatch(name) ? name : Quoted(name);

    /// <summary>A name in double quotes.</summary>
    public static string Quoted(string name) => "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>The text of a scalar between its quotes.</summary>
    public static TextSpan Inner(YamlNode scalar) =>
        scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? new TextSpan(scalar.Span.Start + 1, scalar.Span.End - 1) : scalar.Span;

    [GeneratedRegex(@"^(?:\./)?[A-Za-z_][A-Za-z0-9_./-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();

    [GeneratedRegex("^(?:true|false|yes|no|on|off|null|y|n)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
