using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Adds to and takes from sequences and mappings in the style they are written in.</summary>
internal sealed class CollectionWriter(Layout layout, EditList edits)
{
    /// <summary>
    /// Takes items out of a sequence and adds names at its end. Something must be left, otherwise the caller deletes the whole attribute.
    /// </summary>
    public void ChangeItems(YamlNode sequence, Func<YamlItem, bool> isRemoved, IReadOnlyList<string> added, FlowText style)
    {
        var items = sequence.Items;
        if (sequence.IsFlow)
        {
            ChangeFlow(sequence, [.. items.Select(item => item.Value.FullSpan)], index => isRemoved(items[index]), [.. added.Select(style.Scalar)]);
            return;
        }

        var column = layout.Column(items[0].DashOffset);
        DeleteRuns([.. items.Select(item => new TextSpan(item.DashOffset, Math.Max(item.DashOffset + 1, item.Value.FullSpan.End)))], index => isRemoved(items[index]), column);

        if (added.Count > 0)
        {
            var last = items[^1];
            layout.InsertLinesBelow(edits, new TextSpan(last.DashOffset, Math.Max(last.DashOffset + 1, last.Value.FullSpan.End)), added.Select(name => new string(' ', column) + "- " + Layout.Scalar(name)));
        }
    }

    /// <summary>
    /// Takes entries out of a mapping and adds others at its end, given in block style (lines relative to the mapping's column) and in flow style.
    /// Something must be left, otherwise the caller deletes the whole attribute.
    /// </summary>
    public void ChangeEntries(YamlNode mapping, Func<YamlEntry, bool> isRemoved, IReadOnlyList<string> addedLines, IReadOnlyList<string> addedFlow)
    {
        var entries = mapping.Entries;
        if (mapping.IsFlow)
        {
            ChangeFlow(mapping, [.. entries.Select(entry => entry.Span)], index => isRemoved(entries[index]), addedFlow);
            return;
        }

        var column = layout.Column(entries[0].Key.FullSpan.Start);
        DeleteRuns([.. entries.Select(entry => entry.Span)], index => isRemoved(entries[index]), column);

        if (addedLines.Count > 0)
        {
            layout.InsertLinesBelow(edits, entries[^1].Span, addedLines.Select(line => new string(' ', column) + line));
        }
    }

    /// <summary>Adds items at the end of a sequence, spelt as in block style.</summary>
    public void AppendItems(YamlNode sequence, IReadOnlyList<string> spelt)
    {
        var items = sequence.Items;
        if (sequence.IsFlow)
        {
            var isJson = items.Count > 0 && items.All(item => item.Value.Style == ScalarStyle.DoubleQuoted || !item.Value.IsScalar);
            ChangeFlow(sequence, [.. items.Select(item => item.Value.FullSpan)], _ => false, [.. spelt.Select(item => isJson && item[0] is not ('"' or '\'' or '{') ? Layout.Quoted(item) : InFlow(item, FlowText.Yaml))]);
            return;
        }

        var last = items[^1];
        layout.InsertLinesBelow(edits, new TextSpan(last.DashOffset, Math.Max(last.DashOffset + 1, last.Value.FullSpan.End)), spelt.Select(item => new string(' ', layout.Column(items[0].DashOffset)) + "- " + item));
    }

    /// <summary>An item as it has to be spelt in flow style, where a comma ends it and JSON wants quotes.</summary>
    public static string InFlow(string item, FlowText style) =>
        item[0] is '"' or '\'' or '{' ? item
        : style != FlowText.Yaml || item.IndexOfAny([',', '[', ']', '{', '}']) >= 0 ? Layout.Quoted(item)
        : item;

    // Neighbours go together, so the line break that has to go with a text's last line is taken once.
    private void DeleteRuns(IReadOnlyList<TextSpan> elements, Func<int, bool> isRemoved, int column)
    {
        for (var first = 0; first < elements.Count; first++)
        {
            var last = first;
            while (last < elements.Count && isRemoved(last))
            {
                last++;
            }

            if (last > first)
            {
                layout.DeleteLines(edits, new TextSpan(elements[first].Start, elements[last - 1].End), column);
                first = last - 1;
            }
        }
    }

    private void ChangeFlow(YamlNode collection, IReadOnlyList<TextSpan> elements, Func<int, bool> isRemoved, IReadOnlyList<string> added)
    {
        var text = string.Join(", ", added);
        if (elements.Count == 0)
        {
            edits.Insert(collection.Span.Start + 1, text);
            return;
        }

        if (Enumerable.Range(0, elements.Count).All(isRemoved))
        {
            edits.Replace(new TextSpan(elements[0].Start, elements[^1].End), text);
            return;
        }

        layout.DeleteFlowElements(edits, elements, isRemoved);
        if (added.Count > 0)
        {
            AppendFlow(collection, elements[^1], added);
        }
    }

    /// <summary>Adds elements at the end of a flow collection, on lines of their own where its last one has a line of its own.</summary>
    public void AppendFlow(YamlNode collection, TextSpan last, IEnumerable<string> added)
    {
        var start = layout.LineStart(last.Start);
        var separator = start > collection.Span.Start && layout.StartsLine(last.Start) ? "," + layout.LineBreak + layout.TextOf(new TextSpan(start, last.Start)) : ", ";
        edits.Insert(last.End, string.Concat(added.Select(text => (edits.IsFirstOf(collection.Span.Start) ? "" : separator) + text)));
    }
}
