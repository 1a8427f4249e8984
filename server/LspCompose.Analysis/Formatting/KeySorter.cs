using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>
/// Puts the keys of services in their conventional order. An entry moves with the comments above it; blank lines stay where they are. A service whose
/// entries depend on their order (an alias after its anchor, a key that is there twice) keeps it.
/// </summary>
internal sealed class KeySorter
{
    private readonly SourceText text;
    private readonly Layout layout;
    private readonly FormatScope scope;

    private KeySorter(ComposeFile file, FormatScope scope)
    {
        text = file.Text;
        layout = new Layout(file.Tree);
        this.scope = scope;
    }

    /// <summary>One edit for each service whose keys are to be sorted, ordered by place.</summary>
    public static IReadOnlyList<TextEdit> Edits(ComposeFile file, FormatScope scope)
    {
        var sorter = new KeySorter(file, scope);
        var edits = file.Model.Services.Select(service => service.Entry.Value).Distinct().Select(sorter.Sort).OfType<TextEdit>().OrderBy(edit => edit.Span.Start).ToList();
        return edits.Count > 0 && SameContent.IsReordered(file.Tree, YamlSyntaxTree.Parse(file.Text.With(edits))) ? edits : [];
    }

    private TextEdit? Sort(YamlNode service)
    {
        if (!service.IsMapping || service.IsFlow || !layout.StartsLine(service.Span.Start) || IsOrdered(service) || HasTwice(service) || NeedsItsOrder(service))
        {
            return null;
        }

        var blocks = Blocks(service);
        var sorted = blocks.Select((block, index) => (block, index)).OrderBy(item => item.block.Rank).ThenBy(item => item.index).Select(item => item.block).ToList();
        var first = sorted.Zip(blocks).TakeWhile(pair => pair.First == pair.Second).Count();
        var last = sorted.Count - 1;
        while (sorted[last] == blocks[last])
        {
            last--;
        }

        var span = new TextSpan(blocks[first].Span.Start, blocks[last].Span.End);
        var parts = new List<string>();
        for (var index = first; index <= last; index++)
        {
            var part = text.ToString(sorted[index].Span);
            parts.Add(part.EndsWith('\n') || part.EndsWith('\r') ? part : part + text.LineBreak);
            if (index < last)
            {
                parts.Add(text.ToString(new TextSpan(blocks[index].Span.End, blocks[index + 1].Span.Start)));
            }
        }

        var replaced = string.Concat(parts);
        replaced = span.End == text.Length && !text.Content.EndsWith('\n') ? replaced.TrimEnd('\r', '\n') : replaced;
        return scope.CanMove(span) ? new TextEdit(span, replaced) : null;
    }

    private static bool IsOrdered(YamlNode service)
    {
        var ranks = service.Entries.Select(entry => ServiceKeyRanks.Of(entry.Name)).ToList();
        return ranks.Zip(ranks.Skip(1)).All(pair => pair.First <= pair.Second);
    }

    private static bool HasTwice(YamlNode service) => service.Entries.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Count() < service.Entries.Count;

    /// <summary>True when an alias in one entry means an anchor in another one.</summary>
    private static bool NeedsItsOrder(YamlNode service)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        Collect(service, anchors, aliases);
        return anchors.Overlaps(aliases);
    }

    private static void Collect(YamlNode node, HashSet<string> anchors, HashSet<string> aliases)
    {
        if (node.Anchor is { } anchor)
        {
            anchors.Add(anchor);
        }

        if (node.IsAlias)
        {
            aliases.Add(node.Value);
        }

        foreach (var entry in node.Entries)
        {
            Collect(entry.Key, anchors, aliases);
            Collect(entry.Value, anchors, aliases);
        }

        foreach (var item in node.Items)
        {
            Collect(item.Value, anchors, aliases);
        }
    }

    private List<Block> Blocks(YamlNode service)
    {
        var entries = service.Entries;
        var blocks = new List<Block>(entries.Count);
        var free = text.LineOf(service.Span.Start);
        for (var index = 0; index < entries.Count; index++)
        {
            var key = entries[index].Key.FullSpan.Start;
            var column = layout.Column(key);
            var start = text.LineOf(key);
            while (start > free && IsComment(start - 1, out var comment) && comment <= column)
            {
                start--;
            }

            var end = text.LineOf(entries[index].Span.End) + 1;
            while (index + 1 < entries.Count && end < text.LineOf(entries[index + 1].Key.FullSpan.Start) && IsComment(end, out var below) && below > column)
            {
                end++;
            }

            var endOffset = end < text.LineCount ? text.LineStart(end) : text.Length;
            blocks.Add(new Block(ServiceKeyRanks.Of(entries[index].Name), new TextSpan(text.LineStart(start), endOffset)));
            free = end;
        }

        return blocks;
    }

    private bool IsComment(int line, out int column)
    {
        var span = text.LineSpan(line);
        var first = text.Slice(span).IndexOfAnyExcept(' ', '\t');
        column = first;
        return first >= 0 && text.Content[span.Start + first] == '#';
    }

    private sealed record Block(int Rank, TextSpan Span);
}
