using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Puts something else in the place of nodes; comments at the ends of their lines stay there.</summary>
internal sealed class Writing(Spot spot, EditList edits)
{
    private readonly Layout layout = spot.Layout;
    private readonly SourceText text = spot.File.Text;

    /// <summary>True when a block collection can be written where the entry's value is: nothing around is in brackets.</summary>
    public static bool IsBlock(Spot spot, TextSpan span) => !spot.File.Tree.PathTo(span.Start).Any(step => step.Collection.IsFlow && step.Collection.FullSpan.Contains(span) && step.Collection.FullSpan != span);

    /// <summary>True when no comment stands within a span.</summary>
    public static bool IsFreeOfComments(Spot spot, TextSpan span) => !spot.Layout.CommentsIn(span).Any();

    /// <summary>Puts lines in the place of something: the first where it is, the others below its line in a column.</summary>
    public void ReplaceByLines(TextSpan span, IReadOnlyList<string> lines, int column)
    {
        edits.Replace(span, lines[0]);
        InsertBelow(span, lines.Skip(1), column);
    }

    /// <summary>Puts lines below the line of a span's end.</summary>
    public void InsertBelow(TextSpan span, IEnumerable<string> lines, int column)
    {
        var end = text.LineSpan(text.LineOf(Math.Max(span.Start, span.End - 1))).End;
        var added = string.Concat(lines.Select(line => layout.LineBreak + new string(' ', column) + line));
        if (added.Length > 0)
        {
            edits.Insert(end, added);
        }
    }

    /// <summary>Puts lines below an entry's key instead of its value, or in the place of a flow collection.</summary>
    public void ReplaceValue(YamlEntry entry, IReadOnlyList<string> lines, int unit)
    {
        var start = Math.Max(entry.ColonOffset + 1, entry.Value.FullSpan.Start == entry.Value.Span.Start ? 0 : entry.Value.Span.Start - 1);
        while (start > entry.ColonOffset + 1 && text.Content[start - 1] is ' ' or '\t')
        {
            start--;
        }

        edits.Delete(new TextSpan(start, entry.Value.Span.End));
        InsertBelow(entry.Value.Span, lines, layout.Column(entry.Key.FullSpan.Start) + unit);
    }

    /// <summary>Moves the lines of a block collection further in where it stands in the column of its key, so that it may become a mapping.</summary>
    public int Indent(YamlEntry entry, int column, int unit)
    {
        var by = Math.Max(0, layout.Column(entry.Key.FullSpan.Start) + unit - column);
        if (column > layout.Column(entry.Key.FullSpan.Start))
        {
            return 0;
        }

        var first = text.LineOf(entry.ColonOffset) + 1;
        var last = text.LineOf(Math.Max(entry.Value.Span.Start, entry.Value.Span.End - 1));
        for (var line = first; line <= last; line++)
        {
            if (!text.Slice(text.LineSpan(line)).IsWhiteSpace())
            {
                edits.Insert(text.LineStart(line), new string(' ', by));
            }
        }

        return by;
    }
}
