using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Formatting;

/// <summary>
/// Finds what a formatter had better leave alone: entries with a syntax error, whose tree is a guess, and notations so rare that nobody
/// agrees on their layout.
/// </summary>
internal sealed class FrozenParts
{
    private readonly YamlSyntaxTree tree;
    private readonly Layout layout;
    private readonly List<TextSpan> found = [];

    private FrozenParts(YamlSyntaxTree tree)
    {
        this.tree = tree;
        layout = new Layout(tree);
    }

    /// <summary>The parts of a tree to leave alone.</summary>
    public static IReadOnlyList<TextSpan> Of(YamlSyntaxTree tree)
    {
        // YAML 1.1 breaks lines at these, the protocol and YAML 1.2 do not.
        if (tree.Text.Content.AsSpan().IndexOfAny("\u0085\u2028\u2029") >= 0)
        {
            return [new TextSpan(0, tree.Text.Length)];
        }

        var parts = new FrozenParts(tree);
        parts.found.AddRange(tree.Errors.Select(error => parts.EntryAt(error.Span.Start)));
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } root)
            {
                parts.VisitRoot(root, document.Span);
            }
        }

        return parts.found;
    }

    /// <summary>The smallest part that is parsed on its own and holds the offset: a service, a top-level entry, else its document.</summary>
    public static TextSpan EntryAt(YamlSyntaxTree tree, int offset) => new FrozenParts(tree).EntryAt(offset);

    private TextSpan EntryAt(int offset)
    {
        var document = tree.Documents.LastOrDefault(document => document.Span.Start <= offset);
        if (document.Root is not { IsMapping: true, IsFlow: false } root || !document.Span.Touches(offset))
        {
            return new TextSpan(0, tree.Text.Length);
        }

        foreach (var (entry, part) in Parts(root, document.Span.End))
        {
            if (part.Touches(offset) && (offset < part.End || part.End == document.Span.End))
            {
                return entry.Name == "services" && entry.Value is { IsMapping: true, IsFlow: false } services && offset >= layout.LineStart(services.Span.Start)
                    ? Parts(services, part.End).Select(service => service.Part).FirstOrDefault(service => service.Start <= offset && offset < service.End, part)
                    : part;
            }
        }

        return document.Span;
    }

    private IEnumerable<(YamlEntry Entry, TextSpan Part)> Parts(YamlNode mapping, int end)
    {
        var entries = mapping.Entries;
        for (var index = 0; index < entries.Count; index++)
        {
            yield return (entries[index], new TextSpan(Start(entries[index].Key), index + 1 < entries.Count ? Start(entries[index + 1].Key) : end));
        }
    }

    private int Start(YamlNode node) => Start(node.FullSpan.Start);

    /// <summary>The start of the line, or of the node where something stands before it.</summary>
    private int Start(int offset) => layout.StartsLine(offset) ? layout.LineStart(offset) : offset;

    private void VisitRoot(YamlNode root, TextSpan document)
    {
        if (IsBlock(root) && !layout.StartsLine(root.Span.Start))
        {
            found.Add(document);
        }
        else
        {
            Visit(root, document.End);
        }
    }

    private void Visit(YamlNode node, int end)
    {
        if (node.IsFlow)
        {
            return;
        }

        if (node.IsMapping)
        {
            foreach (var (entry, part) in Parts(node, end))
            {
                if (IsOdd(entry))
                {
                    found.Add(part with { Start = layout.LineStart(part.Start) });
                }
                else
                {
                    Visit(entry.Value, part.End);
                }
            }
        }
        else if (node.IsSequence)
        {
            var items = node.Items;
            for (var index = 0; index < items.Count; index++)
            {
                var item = items[index];
                var partEnd = index + 1 < items.Count && items[index + 1].DashOffset >= 0 ? Start(items[index + 1].DashOffset) : end;
                if (IsOdd(item))
                {
                    found.Add(new TextSpan(layout.LineStart(item.Value.FullSpan.Start), partEnd));
                }
                else
                {
                    Visit(item.Value, partEnd);
                }
            }
        }
    }

    private bool IsOdd(YamlEntry entry)
    {
        var (key, colon) = (entry.Key, entry.ColonOffset);
        return colon < 0
            || key.IsMissing
            || !(key.IsScalar || key.IsAlias)
            || layout.LineStart(key.FullSpan.Start) != layout.LineStart(colon)
            || IsExplicit(key.FullSpan.Start)
            || (IsBlock(entry.Value) && !layout.StartsLine(entry.Value.Span.Start));
    }

    private bool IsOdd(YamlItem item) =>
        item.DashOffset < 0
        || (IsBlock(item.Value) && !layout.StartsLine(item.Value.Span.Start) && item.Value.Span.Start != item.Value.FullSpan.Start);

    private static bool IsBlock(YamlNode node) => !node.IsFlow && (node.IsMapping || node.IsSequence);

    private bool IsExplicit(int key)
    {
        var before = tree.Text.Slice(new TextSpan(layout.LineStart(key), key)).TrimEnd(" \t");
        return before.EndsWith("?");
    }
}
