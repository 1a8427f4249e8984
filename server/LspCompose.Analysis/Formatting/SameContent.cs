using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Formatting;

/// <summary>Holds two trees against each other: whether they say the same, however they are laid out.</summary>
internal static class SameContent
{
    /// <summary>The 0-based UTF-16 offset in the first tree where they first differ in a value, key, style, anchor, tag, comment or error; null where they never do.</summary>
    public static int? FirstDifference(YamlSyntaxTree before, YamlSyntaxTree after)
    {
        if (before.Documents.Count != after.Documents.Count)
        {
            return 0;
        }

        for (var index = 0; index < before.Documents.Count; index++)
        {
            var (left, right) = (before.Documents[index].Root, after.Documents[index].Root);
            if (left is { } leftRoot && right is { } rightRoot)
            {
                if (FirstDifference(leftRoot, rightRoot) is { } difference)
                {
                    return difference;
                }
            }
            else if (left is not null || right is not null)
            {
                return before.Documents[index].Span.Start;
            }
        }

        return FirstDifferentComment(before, after) ?? FirstDifferentError(before, after);
    }

    /// <summary>The offset of the first node that differs; null where the two nodes say the same.</summary>
    public static int? FirstDifference(YamlNode left, YamlNode right)
    {
        if (left.Kind != right.Kind || left.Anchor != right.Anchor || left.Tag != right.Tag || left.Value != right.Value || left.Style != right.Style || left.IsFlow != right.IsFlow)
        {
            return left.FullSpan.Start;
        }

        if (left.Entries.Count != right.Entries.Count || left.Items.Count != right.Items.Count)
        {
            return left.FullSpan.Start;
        }

        for (var index = 0; index < left.Entries.Count; index++)
        {
            var (entry, other) = (left.Entries[index], right.Entries[index]);
            if ((FirstDifference(entry.Key, other.Key) ?? FirstDifference(entry.Value, other.Value)) is { } difference)
            {
                return difference;
            }
        }

        for (var index = 0; index < left.Items.Count; index++)
        {
            if (FirstDifference(left.Items[index].Value, right.Items[index].Value) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>True when two trees say the same but for the order of keys, each alias meaning the same anchor.</summary>
    public static bool IsReordered(YamlSyntaxTree before, YamlSyntaxTree after) =>
        before.Documents.Count == after.Documents.Count
        && before.Errors.Count == after.Errors.Count
        && SortedComments(before).SequenceEqual(SortedComments(after), StringComparer.Ordinal)
        && Facts(before).SetEquals(Facts(after));

    private static IEnumerable<string> SortedComments(YamlSyntaxTree tree) => tree.Comments.Select(tree.Text.ToString).Order(StringComparer.Ordinal);

    /// <summary>What a tree says at which path.</summary>
    private static HashSet<(string Path, string Says)> Facts(YamlSyntaxTree tree)
    {
        var facts = new HashSet<(string, string)>();
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < tree.Documents.Count; index++)
        {
            if (tree.Documents[index].Root is { } root)
            {
                Add(root, $"{index}");
            }
        }

        return facts;

        void Add(YamlNode node, string path)
        {
            if (node.Anchor is { } anchor)
            {
                anchors[anchor] = path;
            }

            facts.Add((path, $"{node.Kind} {node.Style} {node.IsFlow} {node.Entries.Count} {node.Items.Count} &{node.Anchor} {node.Tag} {(node.IsAlias ? anchors.GetValueOrDefault(node.Value) : node.Value)}"));
            foreach (var entry in node.Entries)
            {
                Add(entry.Key, $"{path}/{entry.Name}?");
                Add(entry.Value, $"{path}/{entry.Name}");
            }

            for (var index = 0; index < node.Items.Count; index++)
            {
                Add(node.Items[index].Value, $"{path}/{index}");
            }
        }
    }

    private static int? FirstDifferentComment(YamlSyntaxTree before, YamlSyntaxTree after)
    {
        var (left, right) = (before.Comments, after.Comments);
        for (var index = 0; index < Math.Max(left.Count, right.Count); index++)
        {
            if (index >= left.Count)
            {
                return 0;
            }

            if (index >= right.Count || !before.Text.Slice(left[index]).TrimEnd(" \t").SequenceEqual(after.Text.Slice(right[index]).TrimEnd(" \t")))
            {
                return left[index].Start;
            }
        }

        return null;
    }

    private static int? FirstDifferentError(YamlSyntaxTree before, YamlSyntaxTree after)
    {
        var (left, right) = (before.Errors, after.Errors);
        for (var index = 0; index < left.Count; index++)
        {
            if (index >= right.Count || left[index].Message != right[index].Message)
            {
                return left[index].Span.Start;
            }
        }

        return left.Count < right.Count ? 0 : null;
    }
}
