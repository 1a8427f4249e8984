using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Model;

/// <summary>The anchors of a file by name. As in YAML, an alias means the last anchor of its name before it.</summary>
internal sealed class AnchorTable
{
    private readonly Dictionary<string, List<YamlNode>> anchors = new(StringComparer.Ordinal);
    private readonly List<(int Anchored, YamlNode Alias)> uses = [];
    private readonly List<YamlNode> aliases = [];
    private readonly List<YamlEntry> merges = [];

    public AnchorTable(YamlSyntaxTree tree)
    {
        var open = new Stack<YamlNode>();
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } root)
            {
                open.Push(root);
            }
        }

        while (open.TryPop(out var node))
        {
            if (node.Anchor is { } name)
            {
                if (!anchors.TryGetValue(name, out var list))
                {
                    anchors[name] = list = [];
                }

                list.Add(node);
            }

            if (node.IsAlias)
            {
                aliases.Add(node);
            }

            foreach (var entry in node.Entries)
            {
                if (entry.Key is { IsScalar: true, Style: ScalarStyle.Plain, Value: "<<" })
                {
                    merges.Add(entry);
                }

                open.Push(entry.Key);
                open.Push(entry.Value);
            }

            foreach (var item in node.Items)
            {
                open.Push(item.Value);
            }
        }

        foreach (var list in anchors.Values)
        {
            list.Sort((a, b) => a.FullSpan.Start.CompareTo(b.FullSpan.Start));
        }

        foreach (var alias in aliases)
        {
            if (Find(alias) is { } anchored)
            {
                uses.Add((anchored.FullSpan.Start, alias));
            }
        }

        uses.Sort((a, b) => a.Anchored.CompareTo(b.Anchored));
    }

    /// <summary>All aliases of the file.</summary>
    public IReadOnlyList<YamlNode> Aliases => aliases;

    /// <summary>All merge keys (<c>&lt;&lt;</c>) of the file.</summary>
    public IReadOnlyList<YamlEntry> Merges => merges;

    /// <summary>The names of all anchors.</summary>
    public IEnumerable<string> Names => anchors.Keys;

    /// <summary>The anchored nodes that end before an offset, the nearest first.</summary>
    public IEnumerable<YamlNode> Before(int offset) => anchors.Values.SelectMany(list => list).Where(node => node.FullSpan.End <= offset).OrderByDescending(node => node.FullSpan.Start);

    /// <summary>True when just one node of the file has the anchor.</summary>
    public bool IsUnique(string name) => anchors.TryGetValue(name, out var list) && list.Count == 1;

    /// <summary>The aliases that stand for an anchored node, in the order of the file.</summary>
    public IEnumerable<YamlNode> UsesOf(YamlNode anchored) => uses.Where(use => use.Anchored == anchored.FullSpan.Start).Select(use => use.Alias).OrderBy(alias => alias.Span.Start);

    /// <summary>The anchored nodes no alias stands for, in the order of the file; none where an alias leads nowhere, as it may mean any of them.</summary>
    public IEnumerable<YamlNode> Unused()
    {
        if (uses.Count < aliases.Count)
        {
            return [];
        }

        var used = uses.Select(use => use.Anchored).ToHashSet();
        return anchors.Values.SelectMany(list => list).Where(node => !used.Contains(node.FullSpan.Start)).OrderBy(node => node.FullSpan.Start);
    }

    /// <summary>The node an alias stands for, null for an unknown anchor or an alias inside its own anchor.</summary>
    public YamlNode? Find(YamlNode alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var list))
        {
            return null;
        }

        var index = list.FindLastIndex(node => node.FullSpan.Start < alias.Span.Start);
        return index >= 0 && list[index].Span.End <= alias.Span.Start ? list[index] : null;
    }

    /// <summary>True when something outside a span refers to an anchor inside it.</summary>
    public bool IsSharedOutside(TextSpan span)
    {
        var (low, high) = (0, uses.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = uses[middle].Anchored < span.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < uses.Count && uses[low].Anchored < span.End; low++)
        {
            if (!span.Contains(uses[low].Alias.Span))
            {
                return true;
            }
        }

        return false;
    }
}
