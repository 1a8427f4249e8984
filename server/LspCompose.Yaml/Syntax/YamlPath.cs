namespace LspCompose.Yaml.Syntax;

/// <summary>Finds the way from a node down to an offset.</summary>
internal static class YamlPath
{
    public static IReadOnlyList<YamlPathStep> Find(YamlNode node, int offset)
    {
        var steps = new List<YamlPathStep>();
        while (true)
        {
            var index = node.IsMapping ? IndexOfEntry(node.Entries, offset) : node.IsSequence ? IndexOfItem(node.Items, offset) : -1;
            if (index < 0)
            {
                return steps;
            }

            var part = node.IsSequence ? YamlPathPart.Item
                : node.Entries[index].Key.FullSpan.Touches(offset) ? YamlPathPart.Key : YamlPathPart.Value;
            var step = new YamlPathStep(node, index, part);
            steps.Add(step);
            node = step.Node;
            if (!node.FullSpan.Touches(offset))
            {
                return steps;
            }
        }
    }

    private static int IndexOfEntry(YamlEntries entries, int offset)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = entries[middle].Key.FullSpan.Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && entries[low - 1].Span.End >= offset ? low - 1 : -1;
    }

    private static int IndexOfItem(YamlItems items, int offset)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Start(items[middle]) <= offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && Math.Max(items[low - 1].Value.FullSpan.End, items[low - 1].DashOffset + 1) >= offset ? low - 1 : -1;
    }

    private static int Start(YamlItem item) => item.DashOffset >= 0 ? item.DashOffset : item.Value.FullSpan.Start;
}
