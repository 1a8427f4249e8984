using System.Globalization;
using System.Text;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Output;

/// <summary>Draws the source lines of a span with carets under exactly its characters.</summary>
internal static class CodeFrame
{
    private const int MaxColumns = 120;

    // Of a line this long only the part around the span is looked at: drawing must not cost more than finding.
    private const int MaxLength = 1000;
    private const int MaxLines = 4;
    private const int TabWidth = 4;

    /// <summary>Writes the frame: a ruler, the lines each with its carets, long lines cut around the span, many lines cut in the middle.</summary>
    public static void Write(TextWriter output, SourceText text, TextSpan span, Palette palette, Func<string, string> paint)
    {
        var first = text.LineOf(span.Start);
        var last = LastLine(text, span, first);
        var gutter = (last + 1).ToString(CultureInfo.InvariantCulture).Length;
        output.WriteLine(palette.Dim($"{new string(' ', gutter)} |"));
        for (var line = first; line <= last; line++)
        {
            if (last - first >= MaxLines && line == first + MaxLines - 2)
            {
                output.WriteLine(palette.Dim($"{new string(' ', gutter)} ⋮"));
                line = last;
            }

            var (source, carets) = Draw(text, text.LineSpan(line), span);
            var number = (line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(gutter);
            output.WriteLine(palette.Dim($"{number} |") + (source.Length == 0 ? "" : $" {source}"));
            output.WriteLine(palette.Dim($"{new string(' ', gutter)} |") + $" {paint(carets)}");
        }
    }

    /// <summary>The last line with a character of the span: a span that ends right after a line break does not reach the next line.</summary>
    private static int LastLine(SourceText text, TextSpan span, int first)
    {
        var last = text.LineOf(span.End);
        return last > first && span.End == text.LineStart(last) ? last - 1 : last;
    }

    private static (string Source, string Carets) Draw(SourceText text, TextSpan line, TextSpan span)
    {
        // On the lines after its first a span starts at the text, not in the indentation.
        var start = line.Start >= span.Start ? Math.Min(line.Start + Indentation(text, line), span.End) : span.Start;
        var part = Around(text, line, start);
        var cells = Cells(text, part);
        var from = ColumnOf(cells, start);
        var to = Math.Max(ColumnOf(cells, Math.Min(span.End, part.End)), from + 1);
        var width = ColumnOf(cells, part.End);
        if (width <= MaxColumns && part == line)
        {
            return (Join(cells, 0, width), new string(' ', from) + new string('^', to - from));
        }

        var left = Math.Clamp(from - (MaxColumns / 4), 0, Math.Max(0, width - MaxColumns));
        var right = Math.Min(width, left + MaxColumns);
        var cutsLeft = left > 0 || part.Start > line.Start;
        var source = (cutsLeft ? "…" : "") + Join(cells, left, right) + (right < width || part.End < line.End ? "…" : "");
        var shift = cutsLeft ? 1 : 0;
        return (source, new string(' ', from - left + shift) + new string('^', Math.Max(1, Math.Min(to, right) - from)));
    }

    private static TextSpan Around(SourceText text, TextSpan line, int start)
    {
        if (line.Length <= MaxLength)
        {
            return line;
        }

        var from = Math.Max(line.Start, start - (MaxLength / 4));
        var to = Math.Min(line.End, from + MaxLength);
        return new TextSpan(from + SplitsPair(text, from), to - SplitsPair(text, to));
    }

    private static int SplitsPair(SourceText text, int offset) => offset > 0 && offset < text.Length && char.IsLowSurrogate(text.Content[offset]) ? 1 : 0;

    private static int Indentation(SourceText text, TextSpan line) => text.Slice(line).IndexOfAnyExcept(' ', '\t') is var index && index < 0 ? 0 : index;

    private static List<Cell> Cells(SourceText text, TextSpan line)
    {
        var cells = new List<Cell>();
        var offset = line.Start;
        var column = 0;
        foreach (var rune in text.Slice(line).EnumerateRunes())
        {
            var shown = Printable.Show(rune).ToString();
            var width = Printable.Width(rune);
            if (rune.Value == '\t')
            {
                width = TabWidth - (column % TabWidth);
                shown = new string(' ', width);
            }
            else if (shown == "\uFFFD")
            {
                width = 1;
            }

            cells.Add(new Cell(offset, column, shown));
            offset += rune.Utf16SequenceLength;
            column += width;
        }

        cells.Add(new Cell(line.End, column, ""));
        return cells;
    }

    private static int ColumnOf(List<Cell> cells, int offset)
    {
        var index = cells.FindIndex(cell => cell.Offset >= offset);
        return index < 0 ? cells[^1].Column : cells[index].Column;
    }

    private static string Join(List<Cell> cells, int from, int to)
    {
        var joined = new StringBuilder();
        foreach (var cell in cells.Where(cell => cell.Column >= from && cell.Column < to))
        {
            joined.Append(cell.Shown);
        }

        return joined.ToString().TrimEnd();
    }

    /// <summary>A character as shown: its 0-based UTF-16 offset in the text and the terminal column it starts at.</summary>
    private readonly record struct Cell(int Offset, int Column, string Shown);
}
