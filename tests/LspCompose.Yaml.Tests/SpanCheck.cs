using LspCompose.Yaml.Syntax;

namespace LspCompose.Yaml.Tests;

/// <summary>What must hold for the places of any tree, broken or not.</summary>
internal static class SpanCheck
{
    public static void Verify(YamlSyntaxTree tree, string context)
    {
        var end = 0;
        foreach (var document in tree.Documents)
        {
            Assert.True(document.Span.Start >= end && document.Span.End >= document.Span.Start, context);
            end = document.Span.End;
            if (document.Root is { } root)
            {
                Assert.True(document.Span.Contains(root.FullSpan), $"{context}: root {root.FullSpan} in {document.Span}");
                Node(tree.Text.Content, root, context);
            }
        }

        Assert.True(end <= tree.Text.Length, context);
        foreach (var error in tree.Errors)
        {
            Assert.True(error.Span.Start >= 0 && error.Span.End <= tree.Text.Length && error.Span.Length >= 0, $"{context}: error {error.Span}");
        }

        var lines = tree.Errors.Select(error => tree.Text.LineOf(error.Span.Start)).ToList();
        Assert.True(lines.SequenceEqual(lines.Distinct().Order()), $"{context}: errors out of order or two on a line: {string.Join("; ", tree.Errors)}");
    }

    private static void Node(string text, YamlNode node, string context)
    {
        var span = node.Span;
        Assert.True(span.Length >= 0 && node.FullSpan.Contains(span), $"{context}: {span} in {node.FullSpan}");
        var position = span.Start;
        foreach (var entry in node.Entries)
        {
            Inside(node, entry.Key, context);
            Inside(node, entry.Value, context);
            Assert.True(entry.Key.FullSpan.Start >= position, $"{context}: key {entry.Name} at {entry.Key.FullSpan} before {position}");
            Assert.True(entry.ColonOffset < 0 || (text[entry.ColonOffset] == ':' && entry.ColonOffset >= entry.Key.Span.End), $"{context}: colon {entry.ColonOffset} of {entry.Name}");
            Assert.True(entry.Value.FullSpan.Start >= Math.Max(entry.ColonOffset + 1, entry.Key.Span.End), $"{context}: value of {entry.Name}");
            position = entry.Span.End;
        }

        foreach (var item in node.Items)
        {
            Inside(node, item.Value, context);
            Assert.True(item.Value.FullSpan.Start >= position, $"{context}: item at {item.Value.FullSpan} before {position}");
            Assert.True(item.DashOffset < 0 || text[item.DashOffset] == '-', $"{context}: dash {item.DashOffset}");
            Assert.True(node.IsFlow == item.DashOffset < 0, $"{context}: dash {item.DashOffset}");
            position = item.Value.FullSpan.End;
        }

        if (node is { IsScalar: true, IsMissing: false })
        {
            var first = text[span.Start];
            var isRight = node.Style switch
            {
                ScalarStyle.SingleQuoted => first == '\'',
                ScalarStyle.DoubleQuoted => first == '"',
                ScalarStyle.Literal => first == '|',
                ScalarStyle.Folded => first == '>',
                _ => !node.Value.Contains('\n', StringComparison.Ordinal) && !text.AsSpan(span.Start, span.Length).ContainsAny("\n\r\u0085\u2028\u2029".AsSpan())
                    ? text.AsSpan(span.Start, span.Length).SequenceEqual(node.Value) : first == node.Value[0],
            };
            Assert.True(isRight, $"{context}: {node.Style} scalar '{node.Value}' at {span} '{text[span.Start..span.End]}'");
        }
        else if (node.IsAlias)
        {
            Assert.Equal("*" + node.Value, text[span.Start..span.End]);
        }
        else if (node.IsFlow && node.IsSequence)
        {
            Assert.True(text[span.Start] == '[', $"{context}: flow sequence at {span}");
        }
    }

    private static void Inside(YamlNode parent, YamlNode child, string context) =>
        Assert.True(parent.Span.Contains(child.FullSpan), $"{context}: {child.FullSpan} in {parent.Span}");
}
