using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Adds declarations to and deletes entries from the root of a file.</summary>
internal sealed class TopLevelWriter(ComposeFile file, Layout layout)
{
    private readonly YamlNode root = file.Model.Roots[0];
    private readonly HashSet<string> opened = [];

    public EditList Edits { get; } = new();

    /// <summary>Declares something under a top-level key, which is made at the end of the file when the file has none.</summary>
    public void Declare(string key, params string[] lines)
    {
        if (root.TryGetEntry(key, out var entry) && !entry.Value.IsNull)
        {
            var flow = string.Join(" ", lines.Select((line, index) => index == 0 && line.EndsWith(':') ? line + " {}" : line));
            if (entry.Value.IsFlow && entry.Value.Entries.Count == 0)
            {
                Edits.Insert(entry.Value.Span.Start + 1, flow);
            }
            else
            {
                new CollectionWriter(layout, Edits).ChangeEntries(entry.Value, _ => false, lines, [flow]);
            }

            return;
        }

        if (root.IsFlow)
        {
            var quote = root.Entries[0].Key.Style == ScalarStyle.DoubleQuoted ? "\"" : "";
            var name = quote + lines[0].TrimEnd(':').Trim('"') + quote;
            Edits.Insert(root.Entries[^1].Span.End, $", {quote}{key}{quote}: {{{name}: {{}}}}");
            return;
        }

        var column = new string(' ', layout.Column(root.Entries[0].Key.FullSpan.Start));
        var unit = new string(' ', Unit());
        var indented = lines.Select(line => column + unit + line);
        if (root.TryGetEntry(key, out var empty) && empty.Value.IsMissing)
        {
            layout.InsertLinesBelow(Edits, empty.Span, indented);
            return;
        }

        layout.InsertLinesBelow(Edits, LastContent(), opened.Add(key) ? ["", column + key + ":", .. indented] : indented);
    }

    /// <summary>Deletes a top-level entry with the blank line that would be left at the top; its comments stay.</summary>
    public void DeleteEntry(YamlEntry entry)
    {
        if (root.IsFlow)
        {
            var entries = root.Entries.ToList();
            Layout.DeleteFlowElements(Edits, [.. entries.Select(e => e.Span)], index => entries[index].Key == entry.Key);
            return;
        }

        layout.DeleteLines(Edits, layout.WithBlankLineBelow(entry.Span), layout.Column(entry.Key.FullSpan.Start));
    }

    // Comments after the last entry stay with it.
    private TextSpan LastContent()
    {
        var text = file.Text;
        var end = file.Tree.Documents.First(document => document.Root is not null).Span.End;
        for (var line = text.LineOf(end); line > 0; line--)
        {
            if (text.LineStart(line) < end && !text.Slice(text.LineSpan(line)).IsWhiteSpace())
            {
                return text.LineSpan(line);
            }
        }

        return text.LineSpan(0);
    }

    private int Unit()
    {
        foreach (var entry in root.Entries)
        {
            if (entry.Value is { IsMapping: true, IsFlow: false, Entries.Count: > 0 } mapping)
            {
                return Math.Max(1, layout.Column(mapping.Entries[0].Key.FullSpan.Start) - layout.Column(entry.Key.FullSpan.Start));
            }
        }

        return 2;
    }
}
