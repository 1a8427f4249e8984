using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// An <c>external: {name: …}</c> of a network, volume, secret or config, as formats 2.x and 3.0 to 3.3 had it. Today the name stands beside
/// <c>external: true</c>.
/// </summary>
internal sealed record ExternalName(string Kind, string Name, YamlNode Part, YamlEntry Entry)
{
    private static readonly (string Section, string Kind)[] Sections = [("networks", "network"), ("volumes", "volume"), ("secrets", "secret"), ("configs", "config")];

    /// <summary>The name it has outside.</summary>
    public string Outside => Entry.Value.Get("name") is { } name ? name.Value : "";

    /// <summary>The outdated part.</summary>
    public TextSpan Span => Entry.Span;

    /// <summary>Why it cannot be rewritten, as the end of a sentence; null when it can.</summary>
    public string? Obstacle =>
        Entry.Value.Anchor is not null || Entry.Value.Tag is not null ? "it has an anchor or a tag"
        : Entry.Value.Entries.Count != 1 || Entry.Value.Entries[0].Value.IsNull ? "it does not hold just a name"
        : Part.TryGetEntry("name", out _) ? "another 'name' stands beside it"
        : null;

    /// <summary>All of a file, what is shared through an anchor once.</summary>
    public static IReadOnlyList<ExternalName> In(ComposeFile file)
    {
        var found = new List<ExternalName>();
        foreach (var (section, kind) in Sections)
        {
            foreach (var declared in file.Model.Roots.Select(root => root.Get(section)).OfType<YamlNode>().SelectMany(node => file.Model.Resolve(node).Entries))
            {
                var part = ServiceParts.With(file.Model, file.Model.Resolve(declared.Value), "external");
                if (part is { } holder && holder.TryGetEntry("external", out var entry) && entry.Value.IsMapping && !found.Exists(other => other.Entry.Key == entry.Key))
                {
                    found.Add(new ExternalName(kind, declared.Name, holder, entry));
                }
            }
        }

        return found;
    }

    /// <summary>Adds the edits that write the name beside <c>external: true</c>; none where it cannot be rewritten.</summary>
    public void Convert(Layout layout, EditList edits)
    {
        if (Obstacle is not null)
        {
            return;
        }

        var name = Entry.Value.Entries[0];
        if (Part.IsFlow)
        {
            edits.Replace(Entry.Value.Span, "true, " + layout.TextOf(name.Span));
        }
        else if (Entry.Value.IsFlow)
        {
            var column = new string(' ', layout.Column(Entry.Key.FullSpan.Start));
            edits.Replace(Entry.Value.Span, "true");
            layout.InsertLinesBelow(edits, Entry.Span, [column + layout.TextOf(name.Span)]);
        }
        else
        {
            edits.Insert(Entry.ColonOffset + 1, " true");
            edits.Replace(new TextSpan(layout.LineStart(name.Key.FullSpan.Start), name.Key.FullSpan.Start), new string(' ', layout.Column(Entry.Key.FullSpan.Start)));
        }
    }
}
