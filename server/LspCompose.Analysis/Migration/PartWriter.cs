using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Changes the entries of one mapping, in block or flow style.</summary>
internal sealed class PartWriter(Layout layout, EditList edits, YamlNode part)
{
    private readonly FlowText flow = FlowText.Of(part);

    /// <summary>The column of the mapping's keys.</summary>
    private string Column => new(' ', layout.Column(part.Entries[0].Key.FullSpan.Start));

    /// <summary>How many columns further in nested lines are written.</summary>
    private string Unit { get; } = new(' ', UnitOf(layout, part));

    /// <summary>Gives an entry another key.</summary>
    public void Rename(YamlEntry entry, string key) => edits.Replace(Layout.Inner(entry.Key), key);

    /// <summary>Deletes an entry; its comments stay.</summary>
    public void Delete(YamlEntry entry)
    {
        if (part.IsFlow)
        {
            var entries = part.Entries.ToList();
            layout.DeleteFlowElements(edits, [.. entries.Select(e => e.Span)], index => entries[index].Key == entry.Key);
        }
        else
        {
            layout.DeleteLines(edits, entry.Span, layout.Column(entry.Key.FullSpan.Start));
        }
    }

    /// <summary>Deletes an entry that is written anew elsewhere, with the comment at its end.</summary>
    private void DeleteMoved(YamlEntry entry)
    {
        if (part.IsFlow)
        {
            Delete(entry);
        }
        else
        {
            edits.Delete(layout.Lines(entry.Span));
        }
    }

    /// <summary>Puts an entry's value below a key of a new mapping that takes the entry's place, beside others that are spelt already.</summary>
    public void Nest(YamlEntry entry, string key, string inner, IReadOnlyList<(string Key, string Value)> others)
    {
        if (part.IsFlow)
        {
            IEnumerable<string> inside = [.. others.Select(other => flow.Entry(other.Key, other.Value)), flow.Entry(inner, layout.TextOf(entry.Value.FullSpan))];
            edits.Replace(entry.Span, flow.Entry(key, FlowText.Mapping(inside)));
            return;
        }

        var above = string.Concat(others.Select(other => layout.LineBreak + Column + Unit + other.Key + ": " + other.Value));
        edits.Replace(entry.Key.FullSpan, key + ":" + above + layout.LineBreak + Column + Unit + inner);
        IndentBelow(entry);
    }

    /// <summary>Moves two entries below the keys of a new mapping, which takes the place of the first; the second follows it there.</summary>
    public void Join(YamlEntry first, string firstKey, YamlEntry second, string secondKey, string key)
    {
        if (part.IsFlow)
        {
            string[] inside = [flow.Entry(firstKey, layout.TextOf(first.Value.FullSpan)), flow.Entry(secondKey, layout.TextOf(second.Value.FullSpan))];
            edits.Replace(first.Span, flow.Entry(key, FlowText.Mapping(inside)));
            Delete(second);
            return;
        }

        if (AreNeighbours(first, second))
        {
            var (upper, lower) = first.Key.FullSpan.Start < second.Key.FullSpan.Start ? ((first, firstKey), (second, secondKey)) : ((second, secondKey), (first, firstKey));
            edits.Replace(upper.Item1.Key.FullSpan, key + ":" + layout.LineBreak + Column + Unit + upper.Item2);
            IndentBelow(upper.Item1);
            edits.Replace(lower.Item1.Key.FullSpan, Unit + lower.Item2);
            IndentBelow(lower.Item1);
            return;
        }

        edits.Replace(first.Key.FullSpan, key + ":" + layout.LineBreak + Column + Unit + firstKey);
        IndentBelow(first);
        layout.InsertLinesBelow(edits, first.Span, MovedLines(second, Column + Unit + secondKey));
        DeleteMoved(second);
    }

    /// <summary>Adds an entry, spelt already, to a mapping in one of the entries.</summary>
    public void AddInside(YamlEntry outer, YamlEntry moved)
    {
        if (outer.Value.IsFlow)
        {
            new CollectionWriter(layout, edits).ChangeEntries(outer.Value, _ => false, [], [FlowText.Of(outer.Value).Entry(moved.Name, layout.TextOf(moved.Value.FullSpan))]);
            Delete(moved);
            return;
        }

        var column = new string(' ', layout.Column(outer.Value.Entries[0].Key.FullSpan.Start));
        layout.InsertLinesBelow(edits, outer.Value.Entries[^1].Span, MovedLines(moved, column + moved.Name));
        DeleteMoved(moved);
    }

    // The lines of an entry with its own comments, its key written anew and what is below it one step further in.
    private IEnumerable<string> MovedLines(YamlEntry entry, string key)
    {
        var text = layout.TextOf(new TextSpan(entry.Key.FullSpan.End, layout.Lines(entry.Span).End));
        var lines = text.ReplaceLineEndings("\n").Split('\n').SkipLast(1);
        return lines.Select((line, index) => index == 0 ? key + line : string.IsNullOrWhiteSpace(line) ? line : Unit + line);
    }

    private void IndentBelow(YamlEntry entry)
    {
        foreach (var start in layout.LineStartsBelow(entry.Span))
        {
            edits.Insert(start, Unit);
        }
    }

    private bool AreNeighbours(YamlEntry a, YamlEntry b)
    {
        var entries = part.Entries.ToList();
        return Math.Abs(entries.FindIndex(entry => entry.Key == a.Key) - entries.FindIndex(entry => entry.Key == b.Key)) == 1;
    }

    // As the mapping's own nested lines, else as far as it stands in itself; never nothing.
    private static int UnitOf(Layout layout, YamlNode part)
    {
        var column = layout.Column(part.Entries[0].Key.FullSpan.Start);
        foreach (var entry in part.Entries)
        {
            if (entry.Value is { IsMapping: true, IsFlow: false, Entries.Count: > 0 } nested && layout.Column(nested.Entries[0].Key.FullSpan.Start) is var inner && inner > column)
            {
                return inner - column;
            }
        }

        return column > 0 && layout.IndentAbove(part.Entries[0].Key.FullSpan.Start) is var outer && outer < column ? column - outer : 2;
    }
}
