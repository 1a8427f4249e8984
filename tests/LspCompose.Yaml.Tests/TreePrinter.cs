using System.Globalization;
using System.Text;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Tests;

/// <summary>Prints trees as small readable text: one node a line, children indented.</summary>
internal static class TreePrinter
{
    /// <summary>The documents without places.</summary>
    public static string Print(YamlSyntaxTree tree) => Print(tree, new Style(WithSpans: false));

    /// <summary>The documents with the span of each node and the offset of each colon and dash.</summary>
    public static string PrintWithSpans(YamlSyntaxTree tree) => Print(tree, new Style(WithSpans: true));

    public static string Print(YamlNode node) => Print(node, new Style(WithSpans: false));

    public static string PrintWithSpans(YamlNode node) => Print(node, new Style(WithSpans: true));

    private static string Print(YamlNode node, Style style)
    {
        var result = new StringBuilder();
        Node(result, node, 0, style);
        return result.ToString();
    }

    private static string Print(YamlSyntaxTree tree, Style style)
    {
        var result = new StringBuilder();
        foreach (var document in tree.Documents)
        {
            if (tree.Documents.Count > 1)
            {
                result.Append("--- ").Append(style.WithSpans ? document.Span.ToString() : "").Append('\n');
            }

            if (document.Root is { } root)
            {
                Node(result, root, 0, style);
            }
        }

        return result.ToString();
    }

    private static void Node(StringBuilder result, YamlNode node, int depth, Style style)
    {
        if (node.IsMapping || node.IsSequence)
        {
            Head(result, node, style);
            result.Append(node.IsMapping ? node.IsFlow ? "{}" : "map" : node.IsFlow ? "[]" : "seq");
            Where(result, node, style);
            foreach (var entry in node.Entries)
            {
                result.Append(' ', (depth + 1) * 2).Append(entry.ColonOffset < 0 ? "? " : "");
                Inline(result, entry.Key, depth + 2, style);
                result.Append(style.WithSpans ? string.Create(CultureInfo.InvariantCulture, $" @{entry.ColonOffset}: ") : ": ");
                Node(result, entry.Value, depth + 1, style);
            }

            foreach (var item in node.Items)
            {
                result.Append(' ', (depth + 1) * 2).Append("- ");
                result.Append(style.WithSpans ? string.Create(CultureInfo.InvariantCulture, $"@{item.DashOffset} ") : "");
                Node(result, item.Value, depth + 1, style);
            }
        }
        else
        {
            Inline(result, node, depth, style);
            result.Append('\n');
        }
    }

    private static void Inline(StringBuilder result, YamlNode node, int depth, Style style)
    {
        if (node.IsMapping || node.IsSequence)
        {
            Node(result, node, depth, style);
            result.Append(' ', depth * 2);
            return;
        }

        Head(result, node, style);
        result.Append(node switch
        {
            { IsAlias: true } => "*" + node.Value,
            { IsMissing: true } => "~",
            _ => Quote(node),
        });
        if (style.WithSpans)
        {
            result.Append(node.Span);
        }
    }

    private static string Quote(YamlNode node)
    {
        var value = node.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
        return node.Style switch
        {
            ScalarStyle.SingleQuoted => $"'{value}'",
            ScalarStyle.DoubleQuoted => $"\"{value}\"",
            ScalarStyle.Literal => $"|{value}",
            ScalarStyle.Folded => $">{value}",
            _ => value,
        };
    }

    private static void Head(StringBuilder result, YamlNode node, Style style)
    {
        result.Append(node.Anchor is null ? "" : $"&{node.Anchor} ").Append(node.Tag is null ? "" : $"{node.Tag} ");
        if (style.WithSpans && node.FullSpan != node.Span)
        {
            result.Append(node.FullSpan).Append(' ');
        }
    }

    private static void Where(StringBuilder result, YamlNode node, Style style) => result.Append(style.WithSpans ? $"{node.Span}\n" : "\n");

    private sealed record Style(bool WithSpans);
}
