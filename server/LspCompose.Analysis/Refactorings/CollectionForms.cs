using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Writes lists as mappings and mappings as lists, entry by entry where they stand.</summary>
internal static class CollectionForms
{
    /// <summary>True when an entry's list holds texts only, each in one line, and nothing else refers to it.</summary>
    public static bool CanBecomeMapping(Spot spot, YamlEntry entry) =>
        entry.Value is { IsSequence: true, Items.Count: > 0 } list && IsUnshared(spot, list) && list.Items.All(item => IsPlainText(item.Value))
        && list.Items.Select(item => item.Value.Value).Distinct(StringComparer.Ordinal).Count() == list.Items.Count
        && (list.IsFlow || StandsBelow(spot, entry));

    /// <summary>True when an entry's mapping has plain keys with texts or nothing, each in one line, and nothing else refers to it.</summary>
    public static bool CanBecomeList(Spot spot, YamlEntry entry) =>
        entry.Value is { IsMapping: true, Entries.Count: > 0 } mapping && IsUnshared(spot, mapping)
        && mapping.Entries.All(item => item.ColonOffset >= 0 && item.Key is { IsScalar: true, Tag: null, Anchor: null } && item.Key.Value is not ("<<" or "") && IsSingleLine(spot, item))
        && mapping.Entries.Select(item => item.Name).Distinct(StringComparer.Ordinal).Count() == mapping.Entries.Count
        && (mapping.IsFlow || StandsBelow(spot, entry));

    /// <summary>Makes a mapping of an entry's list.</summary>
    public static void ToMapping(Spot spot, YamlEntry entry, EditList edits, Func<YamlItem, Part> partOf)
    {
        var list = entry.Value;
        if (list.IsFlow)
        {
            var spelling = ScalarSpelling.In(spot.File.Tree.PathTo(list.Span.Start)[0].Collection) == ScalarSpelling.Json ? ScalarSpelling.Json : ScalarSpelling.Flow;
            ReplaceBrackets(list, edits, "{", "}");
            foreach (var item in list.Items)
            {
                edits.Replace(item.Value.Span, partOf(item).Inside(spelling));
            }

            return;
        }

        var writing = new Writing(spot, edits);
        var column = spot.Layout.Column(list.Items[0].DashOffset);
        column += writing.Indent(entry, column, spot.Unit);
        foreach (var item in list.Items)
        {
            writing.ReplaceByLines(new TextSpan(item.DashOffset, item.Value.Span.End), Part.Lines([partOf(item)], spot.Unit), column);
        }
    }

    /// <summary>Makes a list of an entry's mapping.</summary>
    public static void ToList(Spot spot, YamlEntry entry, EditList edits, Func<YamlEntry, ScalarSpelling, string> spell)
    {
        var mapping = entry.Value;
        if (mapping.IsFlow)
        {
            var spelling = ScalarSpelling.In(mapping);
            ReplaceBrackets(mapping, edits, "[", "]");
            foreach (var item in mapping.Entries)
            {
                edits.Replace(item.Span, spell(item, spelling));
            }

            return;
        }

        foreach (var item in mapping.Entries)
        {
            edits.Replace(item.Span, "- " + spell(item, ScalarSpelling.Block));
        }
    }

    private static void ReplaceBrackets(YamlNode collection, EditList edits, string open, string close)
    {
        edits.Replace(TextSpan.FromLength(collection.Span.Start, 1), open);
        edits.Replace(TextSpan.FromLength(collection.Span.End - 1, 1), close);
    }

    private static bool IsUnshared(Spot spot, YamlNode collection) => collection.Anchor is null || !spot.File.Model.IsSharedOutside(collection.FullSpan);

    private static bool IsPlainText(YamlNode node) => node is { IsScalar: true, Tag: null, Anchor: null } && node.Style is not (ScalarStyle.Literal or ScalarStyle.Folded) && node.Value.Length > 0 && !node.Value.Contains('\n');

    private static bool IsSingleLine(Spot spot, YamlEntry entry) =>
        entry.Value is { IsScalar: true, Tag: null, Anchor: null } value && value.Style is not (ScalarStyle.Literal or ScalarStyle.Folded) && !value.Value.Contains('\n')
        && spot.File.Text.LineOf(entry.Span.Start) == spot.File.Text.LineOf(entry.Span.End);

    private static bool StandsBelow(Spot spot, YamlEntry entry) => spot.File.Text.LineOf(entry.ColonOffset) < spot.File.Text.LineOf(entry.Value.Span.Start);
}
