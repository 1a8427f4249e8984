using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Model;

/// <summary>The anchors of a file by name. As in YAML, an alias means the last anchor of its name before it.</summary>
internal sealed class AnchorTable
{
    private readonly Dictionary<string, List<YamlNode>> anchors = new(StringComparer.Ordinal);
    private readonly List<YamlNode> aliases = [];

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
    public bool IsSharedOutside(TextSpan span) =>
        aliases.Exists(alias => !span.Contains(alias.Span) && Find(alias) is { } anchored && span.Contains(anchored.FullSpan));
}
