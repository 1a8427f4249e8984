using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Takes the text of nodes to other columns.</summary>
internal static class Blocks
{
    /// <summary>The lines of a span that starts in the middle of its first line, as if that line started in column 0; null where a line stands further out.</summary>
    public static IReadOnlyList<string>? Lines(Spot spot, TextSpan span)
    {
        var text = spot.File.Text;
        var column = spot.Layout.Column(span.Start);
        var lines = new List<string>();
        for (var line = text.LineOf(span.Start); line <= text.LineOf(Math.Max(span.Start, span.End - 1)); line++)
        {
            var whole = text.LineSpan(line);
            var content = text.ToString(new TextSpan(Math.Max(whole.Start, span.Start), Math.Min(whole.End, span.End)));
            if (lines.Count == 0)
            {
                lines.Add(content);
            }
            else if (content.AsSpan().IsWhiteSpace())
            {
                lines.Add(content.Length > column ? content[column..] : "");
            }
            else if (content.Length > column && content.AsSpan(0, column).IsWhiteSpace())
            {
                lines.Add(content[column..]);
            }
            else
            {
                return null;
            }
        }

        return lines;
    }

    /// <summary>True when a node holds anchors or aliases.</summary>
    public static bool HasAnchors(YamlNode node) => Any(node, inner => inner.Anchor is not null || inner.IsAlias);

    /// <summary>True when a node or one inside it is as asked for.</summary>
    public static bool Any(YamlNode node, Func<YamlNode, bool> isAsked)
    {
        var open = new Stack<YamlNode>([node]);
        while (open.TryPop(out var next))
        {
            if (isAsked(next))
            {
                return true;
            }

            foreach (var entry in next.Entries)
            {
                open.Push(entry.Key);
                open.Push(entry.Value);
            }

            foreach (var item in next.Items)
            {
                open.Push(item.Value);
            }
        }

        return false;
    }
}
