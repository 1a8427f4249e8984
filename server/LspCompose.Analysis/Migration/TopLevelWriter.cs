using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Adds declarations to and deletes entries from the root of a file.</summary>
internal sealed class TopLevelWriter(ComposeFile file, Layout layout)
{
    private readonly YamlNode root = file.Model.Roots[0];
    private readonly List<(string Key, List<Declaration> Declared)> sections = [];
    private readonly HashSet<int> deleted = [];
    private readonly EditList deletions = new();

    /// <summary>The edits for all that was asked for.</summary>
    public EditList Edits
    {
        get
        {
            var edits = new EditList();
            edits.AddRange(deletions.ToEdits());
            foreach (var (key, declared) in sections)
            {
                Write(edits, key, declared);
            }

            return edits;
        }
    }

    /// <summary>True when something can be declared under a top-level key: it is not there yet, empty or a mapping written in its place.</summary>
    public static bool CanDeclare(ComposeFile file, string key) =>
        file.Model.Roots.Count == 0 || !file.Model.Roots[0].TryGetEntry(key, out var entry) ||
        ((entry.Value.IsNull || entry.Value.IsMapping) && entry.Value is { Anchor: null, Tag: null });

    /// <summary>Declares a name under a top-level key, which is made at the end of the file when the file has none.</summary>
    public void Declare(string key, string name, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var section = sections.FindIndex(known => known.Key == key);
        if (section < 0)
        {
            section = sections.Count;
            sections.Add((key, []));
        }

        sections[section].Declared.Add(new Declaration(name, settings));
    }

    /// <summary>Deletes a top-level entry with the blank line that would be left at the top; its comments stay. Deleting it again changes nothing.</summary>
    public void DeleteEntry(YamlEntry entry)
    {
        if (!deleted.Add(entry.Key.FullSpan.Start))
        {
            return;
        }

        if (root.IsFlow)
        {
            var entries = root.Entries.ToList();
            layout.DeleteFlowElements(deletions, [.. entries.Select(e => e.Span)], index => entries[index].Key == entry.Key);
            return;
        }

        layout.DeleteLines(deletions, layout.WithBlankLineBelow(entry.Span), layout.Column(entry.Key.FullSpan.Start));
    }

    private void Write(EditList edits, string key, IReadOnlyList<Declaration> declared)
    {
        var flow = FlowText.Of(root);
        List<string> spelt = [.. declared.Select(one => flow.Entry(one.Name, FlowText.Mapping(one.Settings.Select(setting => flow.Entry(setting.Key, Value(flow, setting.Value))))))];
        var collections = new CollectionWriter(layout, edits);
        var exists = root.TryGetEntry(key, out var entry);
        if (root.IsFlow)
        {
            if (!exists)
            {
                collections.AppendFlow(root, root.Entries[^1].Span, [flow.Entry(key, FlowText.Mapping(spelt))]);
            }
            else if (entry.Value.IsNull)
            {
                edits.Replace(entry.Value.Span, (entry.Value.IsMissing ? " " : "") + FlowText.Mapping(spelt));
            }
            else
            {
                collections.ChangeEntries(entry.Value, _ => false, [], spelt);
            }

            return;
        }

        var unit = new string(' ', Unit());
        List<string> lines = [.. declared.SelectMany(one => (IEnumerable<string>)[Layout.Scalar(one.Name) + ":", .. one.Settings.Select(setting => $"{unit}{setting.Key}: {Value(FlowText.Yaml, setting.Value)}")])];
        if (exists && entry.Value.IsMapping)
        {
            collections.ChangeEntries(entry.Value, _ => false, lines, spelt);
            return;
        }

        var column = new string(' ', layout.Column(root.Entries[0].Key.FullSpan.Start));
        var indented = lines.Select(line => column + unit + line);
        if (exists)
        {
            if (!entry.Value.IsMissing)
            {
                edits.Delete(new TextSpan(entry.ColonOffset + 1, entry.Value.Span.End));
            }

            layout.InsertLinesBelow(edits, entry.Span, indented);
            return;
        }

        layout.InsertLinesBelow(edits, LastContent(), ["", column + key + ":", .. indented]);
    }

    // What is said to be true is no text.
    private static string Value(FlowText flow, string text) => text == "true" ? text : flow.Scalar(text);

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

    private sealed record Declaration(string Name, IReadOnlyList<(string Key, string Value)> Settings);
}
