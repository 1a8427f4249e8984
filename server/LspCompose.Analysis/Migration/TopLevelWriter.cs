using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>Adds declarations to and deletes entries from the root of a file.</summary>
internal sealed class TopLevelWriter(ComposeFile file, Layout layout)
{
    private readonly YamlNode root = file.Model.Roots[0];
    private readonly HashSet<string> opened = [];

    public EditList Edits { get; } = new();

    /// <summary>True when something can be declared under a top-level key: it is not there yet, empty or a mapping written in its place.</summary>
    public static bool CanDeclare(ComposeFile file, string key) =>
        file.Model.Roots.Count == 0 || !file.Model.Roots[0].TryGetEntry(key, out var entry) ||
        ((entry.Value.IsNull || entry.Value.IsMapping) && entry.Value is { Anchor: null, Tag: null });

    /// <summary>Declares a name under a top-level key, which is made at the end of the file when the file has none.</summary>
    public void Declare(string key, string name, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var flow = FlowText.Of(root);
        var spelt = flow.Entry(name, FlowText.Mapping(settings.Select(setting => flow.Entry(setting.Key, flow.Scalar(setting.Value)))));
        var collections = new CollectionWriter(layout, Edits);
        var exists = root.TryGetEntry(key, out var entry);
        if (root.IsFlow)
        {
            if (!exists)
            {
                collections.AppendFlow(root, root.Entries[^1].Span, [flow.Entry(key, FlowText.Mapping([spelt]))]);
            }
            else if (entry.Value.IsNull)
            {
                Edits.Replace(entry.Value.Span, (entry.Value.IsMissing ? " " : "") + FlowText.Mapping([spelt]));
            }
            else
            {
                collections.ChangeEntries(entry.Value, _ => false, [], [spelt]);
            }

            return;
        }

        var unit = new string(' ', Unit());
        List<string> lines = [Layout.Scalar(name) + ":", .. settings.Select(setting => $"{unit}{setting.Key}: {Layout.Scalar(setting.Value)}")];
        if (exists && entry.Value.IsMapping)
        {
            collections.ChangeEntries(entry.Value, _ => false, lines, [spelt]);
            return;
        }

        var column = new string(' ', layout.Column(root.Entries[0].Key.FullSpan.Start));
        var indented = lines.Select(line => column + unit + line);
        if (exists)
        {
            if (!entry.Value.IsMissing)
            {
                Edits.Delete(new TextSpan(entry.ColonOffset + 1, entry.Value.Span.End));
            }

            layout.InsertLinesBelow(Edits, entry.Span, indented);
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
            layout.DeleteFlowElements(Edits, [.. entries.Select(e => e.Span)], index => entries[index].Key == entry.Key);
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
