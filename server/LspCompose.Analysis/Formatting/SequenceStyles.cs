using LspCompose.Analysis.Migration;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Formatting;

/// <summary>Finds where the lists of a file have their dashes.</summary>
internal static class SequenceStyles
{
    /// <summary>The style asked for; else the one that most lists have, indented where there are as many of each.</summary>
    public static SequenceStyle Choose(YamlSyntaxTree tree, SequenceStyle asked)
    {
        if (asked != SequenceStyle.Keep)
        {
            return asked;
        }

        var layout = new Layout(tree);
        var balance = tree.Documents.Sum(document => document.Root is { } root ? Balance(root, layout) : 0);
        return balance > 0 ? SequenceStyle.Flush : SequenceStyle.Indented;
    }

    /// <summary>How many more lists are flush than indented.</summary>
    private static int Balance(YamlNode node, Layout layout)
    {
        if (node.IsFlow)
        {
            return 0;
        }

        var balance = 0;
        foreach (var entry in node.Entries)
        {
            if (entry.Value is { IsSequence: true, IsFlow: false } list)
            {
                balance += layout.Column(list.Span.Start) > layout.Column(entry.Key.FullSpan.Start) ? -1 : 1;
            }

            balance += Balance(entry.Value, layout);
        }

        foreach (var item in node.Items)
        {
            balance += Balance(item.Value, layout);
        }

        return balance;
    }
}
