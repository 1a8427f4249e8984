using System.Text;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Writes a list or mapping in brackets on lines of its own, and the other way round.</summary>
internal sealed class CollectionStyle : Refactoring
{
    // Longer lines are harder to read than what they replace.
    private const int MaxWidth = 120;

    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Rewrite];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        var place = spot.Innermost;
        if (!IsCollection(place.Value) && place.Parent is { } parent)
        {
            place = parent;
        }

        var node = place.Value;
        if (!IsCollection(node) || !Writing.IsFreeOfComments(spot, Spot.Whole(place)))
        {
            yield break;
        }

        var what = place.Entry is { } named ? $"'{named.Name}'" : "this item";
        if (node.IsFlow && Writing.IsBlock(spot, node.FullSpan) && Lines(spot, node, spot.Unit) is { } lines)
        {
            yield return spot.Rewrite($"Write {what} in block style", FixKind.Rewrite, edits => WriteBlock(spot, place.Entry, place.Item, node, lines, edits));
        }
        else if (!node.IsFlow && place is { Parent: not null, Schema.Definition: not "service" } && Inline(spot, node) is { } text && spot.Layout.Column(Spot.Whole(place).Start) + (place.Name?.Length ?? 0) + text.Length < MaxWidth)
        {
            yield return spot.Rewrite($"Write {what} in flow style", FixKind.Rewrite, edits => WriteFlow(spot, place.Entry, place.Item, node, text, edits));
        }
    }

    private static bool IsCollection(YamlNode node) => node is { IsMapping: true, Entries.Count: > 0 } or { IsSequence: true, Items.Count: > 0 };

    private static void WriteBlock(Spot spot, YamlEntry? entry, YamlItem? item, YamlNode node, IReadOnlyList<string> lines, Migration.EditList edits)
    {
        var writing = new Writing(spot, edits);
        if (entry is { } owner)
        {
            writing.ReplaceValue(owner, lines, spot.Unit);
        }
        else if (item is { DashOffset: >= 0 } own)
        {
            var column = node.FullSpan == node.Span && spot.File.Text.LineOf(own.DashOffset) == spot.File.Text.LineOf(node.Span.Start) ? spot.Layout.Column(node.Span.Start) : -1;
            if (column >= 0)
            {
                writing.ReplaceByLines(node.Span, lines, column);
            }
            else
            {
                edits.Delete(node.Span);
                writing.InsertBelow(node.Span, lines, spot.Layout.Column(own.DashOffset) + 2);
            }
        }
    }

    private static void WriteFlow(Spot spot, YamlEntry? entry, YamlItem? item, YamlNode node, string text, Migration.EditList edits)
    {
        var start = entry is { } owner ? owner.ColonOffset + 1 : item is { } own ? own.DashOffset + 1 : node.Span.Start;
        if (node.FullSpan != node.Span)
        {
            // Behind the anchor and the tag.
            start = node.Span.Start;
            while (char.IsWhiteSpace(spot.File.Text.Content[start - 1]))
            {
                start--;
            }
        }

        // A comment behind the key stays at the end of the line.
        edits.Replace(new TextSpan(start, node.Span.End), " " + text);
    }

    // One line an element; what is in brackets within stays so.
    private static List<string>? Lines(Spot spot, YamlNode node, int unit)
    {
        var lines = new List<string>();
        foreach (var entry in node.Entries)
        {
            if (entry.Key is not { IsScalar: true } || entry.Key.IsMissing || spot.File.Text.Content[entry.Span.Start] == '?' || IsLong(spot, entry.Key.FullSpan))
            {
                return null;
            }

            var key = spot.File.Text.ToString(entry.Key.FullSpan) + ":";
            if (!Add(entry.Value, key + " ", new string(' ', unit)))
            {
                return null;
            }
        }

        foreach (var item in node.Items)
        {
            // A pair in a list, [a: b], is a mapping without braces.
            if ((item.Value.IsMapping && spot.File.Text.Content[item.Value.Span.Start] != '{') || !Add(item.Value, "- ", "  "))
            {
                return null;
            }
        }

        return lines;

        bool Add(YamlNode value, string start, string indent)
        {
            if (!IsLong(spot, value.FullSpan))
            {
                lines.Add((start + spot.File.Text.ToString(value.FullSpan)).TrimEnd());
                return true;
            }

            if (!IsCollection(value) || value.FullSpan != value.Span || Lines(spot, value, unit) is not { } inner)
            {
                return false;
            }

            if (start == "- ")
            {
                lines.AddRange(inner.Index().Select(line => (line.Index == 0 ? start : indent) + line.Item));
            }
            else
            {
                lines.Add(start.TrimEnd());
                lines.AddRange(inner.Select(line => indent + line));
            }

            return true;
        }
    }

    private static bool IsLong(Spot spot, TextSpan span) => spot.File.Text.LineOf(span.Start) != spot.File.Text.LineOf(span.End);

    /// <summary>All of a node in one line, without its anchor and tag; null where that cannot be done.</summary>
    public static string? Inline(Spot spot, YamlNode node)
    {
        var result = new StringBuilder();
        return AppendContent(spot, node, result) && result.Length < MaxWidth ? result.ToString() : null;
    }

    private static bool Append(Spot spot, YamlNode node, StringBuilder result)
    {
        if (result.Length > MaxWidth)
        {
            return false;
        }

        if (node.FullSpan != node.Span)
        {
            if (!IsCollection(node) && !node.IsScalar)
            {
                return false;
            }

            result.Append(spot.File.Text.Slice(new TextSpan(node.FullSpan.Start, node.Span.Start)).TrimEnd());
            result.Append(' ');
        }

        return AppendContent(spot, node, result);
    }

    private static bool AppendContent(Spot spot, YamlNode node, StringBuilder result)
    {
        if (node.IsScalar || node.IsAlias || node.IsFlow || !IsCollection(node))
        {
            if (IsLong(spot, node.Span))
            {
                return false;
            }

            if (node.IsMissing)
            {
                // Nothing before a comma or a bracket is read differently by different readers.
                result.Append("null");
                return node.FullSpan == node.Span;
            }

            var written = spot.File.Text.ToString(node.Span);
            var isFree = node.IsScalar && node.Style == ScalarStyle.Plain && written.Length > 0;
            result.Append(isFree && written.AsSpan().IndexOfAny(",[]{}") >= 0 ? ScalarSpelling.Flow.Text(node.Value) : written);
            return !isFree || written[^1] != ':';
        }

        result.Append(node.IsMapping ? '{' : '[');
        var isFirst = true;
        foreach (var entry in node.Entries)
        {
            result.Append(isFirst ? "" : ", ");
            isFirst = false;
            if (entry.ColonOffset < 0 || entry.Key is not { IsScalar: true } and not { IsAlias: true } || !Append(spot, entry.Key, result))
            {
                return false;
            }

            // An alias as key needs a blank before the colon.
            result.Append(entry.Key.IsAlias ? " : " : ": ");
            if (!Append(spot, entry.Value, result))
            {
                return false;
            }
        }

        foreach (var item in node.Items)
        {
            result.Append(isFirst ? "" : ", ");
            isFirst = false;
            if (!Append(spot, item.Value, result))
            {
                return false;
            }
        }

        result.Append(node.IsMapping ? '}' : ']');
        return true;
    }
}
