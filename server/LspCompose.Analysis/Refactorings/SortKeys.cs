using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Puts the keys of a mapping into alphabetical order; comments move with the entry they stand above, beside or in.</summary>
internal sealed class SortKeys : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Rewrite];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        // On a key its value, else the mapping around.
        var place = spot.IsOnKey && spot.Innermost.Value.IsMapping ? spot.Innermost : spot.Innermost.Parent;
        if (place is { Value.IsMapping: true, Value.Entries.Count: > 1 } && Order(spot, place.Value) is { } order)
        {
            var what = place.Name is "services" && place.Parent is null ? "the services" : place.Name is { } name ? $"the keys of '{name}'" : "the keys of this item";
            yield return spot.Rewrite($"Sort {what}", FixKind.Rewrite, edits => Write(spot, place.Value, order, edits));
        }
    }

    // Which entry comes to stand in each place; null where all stand right or they cannot be moved.
    private static int[]? Order(Spot spot, YamlNode mapping)
    {
        var entries = mapping.Entries.ToList();
        if (entries.Any(entry => !entry.Key.IsScalar || entry.ColonOffset < 0) || entries.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Count() < entries.Count
            || (mapping.IsFlow ? !Writing.IsFreeOfComments(spot, mapping.Span) : entries.Any(entry => !spot.Layout.StartsLine(entry.Span.Start) || spot.File.Text.Content[entry.Span.Start] == '?'))
            || spot.File.Tree.Errors.Any(error => error.Span.Intersects(mapping.Span)))
        {
            return null;
        }

        // What is merged in stays first: it reads as what the rest builds on.
        int[] order = [.. Enumerable.Range(0, entries.Count).OrderBy(index => entries[index].Key is { Style: ScalarStyle.Plain, Value: "<<" } ? 0 : 1).ThenBy(index => entries[index].Name, StringComparer.OrdinalIgnoreCase).ThenBy(index => entries[index].Name, StringComparer.Ordinal)];
        return order.Index().All(one => one.Index == one.Item) || !KeepsAnchorsFirst(spot, entries, order) ? null : order;
    }

    private static bool KeepsAnchorsFirst(Spot spot, List<YamlEntry> entries, int[] order)
    {
        var anchors = spot.File.Model.Anchors;
        if (anchors.Aliases.Count == 0)
        {
            return true;
        }

        var after = order.Index().ToDictionary(one => one.Item, one => one.Index);
        foreach (var (index, entry) in entries.Index())
        {
            if (Blocks.Any(entry.Value, node => (node.Anchor is { } name && !anchors.IsUnique(name)) || (node.IsAlias && anchors.Find(node) is { } anchored
                && entries.FindIndex(other => other.Span.Contains(anchored.FullSpan)) is >= 0 and var at && after[at] > after[index])))
            {
                return false;
            }
        }

        return true;
    }

    private static void Write(Spot spot, YamlNode mapping, int[] order, EditList edits)
    {
        var entries = mapping.Entries;
        List<TextSpan> slots = [.. entries.Select(entry => mapping.IsFlow ? entry.Span : Slot(spot, mapping, entry))];
        foreach (var (to, from) in order.Index())
        {
            if (to != from)
            {
                edits.Replace(slots[to], spot.File.Text.ToString(slots[from]));
            }
        }
    }

    // From the comments right above an entry to the end of its last line and the comments further in below it.
    private static TextSpan Slot(Spot spot, YamlNode mapping, YamlEntry entry)
    {
        var text = spot.File.Text;
        var column = spot.Layout.Column(entry.Key.FullSpan.Start);
        var first = text.LineOf(entry.Span.Start);
        var top = text.LineOf(mapping.Span.Start);
        while (first > 0 && CommentColumn(first - 1) == column && (first > top || entry.Key == mapping.Entries[0].Key))
        {
            first--;
        }

        // Comments at the very top of a file speak of the file.
        if (first == 0 && column == 0 && CommentColumn(0) == 0)
        {
            first = text.LineOf(entry.Span.Start);
        }

        var last = text.LineOf(Math.Max(entry.Span.Start, entry.Span.End - 1));
        while (last + 1 < text.LineCount && CommentColumn(last + 1) > column)
        {
            last++;
        }

        return new TextSpan(text.LineStart(first), text.LineSpan(last).End);

        int CommentColumn(int line)
        {
            var content = text.Slice(text.LineSpan(line));
            var at = content.IndexOfAnyExcept(' ', '\t');
            return at >= 0 && content[at] == '#' ? at : -1;
        }
    }
}
