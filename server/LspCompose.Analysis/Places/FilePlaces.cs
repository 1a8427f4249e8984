using LspCompose.Analysis.Model;
using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Places;

/// <summary>
/// The places of a file by the schema. What stands in an extension (<c>x-…</c>) is taken for what it is used as through its anchor. Works on broken files as far as
/// their tree goes.
/// </summary>
internal sealed class FilePlaces
{
    // Longer chains of fragments inside fragments are nobody's.
    private const int MaxRounds = 8;

    private readonly ComposeFile file;
    private readonly ComposeSchema schema = ComposeSchema.For(ComposeTarget.Latest);
    private readonly Lazy<Dictionary<int, SchemaNode>> fragments;

    /// <summary>Makes the places of a file; they are worked out when asked for.</summary>
    public FilePlaces(ComposeFile file)
    {
        this.file = file;
        fragments = new(FindFragments);
    }

    /// <summary>What the schema says about the root mapping of a document; null where the root holds the services of a first-format file.</summary>
    public SchemaNode? Root => file.Model.Format == ComposeFormat.Legacy ? null : schema.Root;

    /// <summary>The places from the root to the innermost one that touches a 0-based UTF-16 offset, outermost first; empty outside of all.</summary>
    public IReadOnlyList<Place> At(int offset)
    {
        var places = new List<Place>();
        var around = Root;
        foreach (var step in file.Tree.PathTo(offset))
        {
            var parent = places.LastOrDefault();
            var place = step.Item is { } item ? OfItem(parent, item, around)
                : step.Entry is { } entry ? OfEntry(parent, entry, around)
                : throw new InvalidOperationException("A step leads to an entry or an item.");
            places.Add(place);
            around = place.Schema;
        }

        return places;
    }

    /// <summary>Every place of the file in the order of the text.</summary>
    public IEnumerable<Place> All() => Walk(IsFragment);

    /// <summary>The places that touch a span of the text, in its order; what holds no such place is not walked.</summary>
    public IEnumerable<Place> In(TextSpan span) => Walk(IsFragment, span);

    private IEnumerable<Place> Walk(Func<YamlNode, SchemaNode?> fragment) => Walk(fragment, new TextSpan(0, file.Text.Length));

    private IEnumerable<Place> Walk(Func<YamlNode, SchemaNode?> fragment, TextSpan span)
    {
        var open = new Stack<Place>();
        foreach (var root in file.Tree.Documents.Reverse().Select(document => document.Root).OfType<YamlNode>())
        {
            PushChildren(open, null, root, Root, fragment, span);
        }

        while (open.TryPop(out var place))
        {
            yield return place;
            PushChildren(open, place, place.Value, place.Schema, fragment, span);
        }
    }

    private void PushChildren(Stack<Place> open, Place? parent, YamlNode node, SchemaNode? around, Func<YamlNode, SchemaNode?> fragment, TextSpan span)
    {
        for (var index = node.Entries.Count - 1; index >= 0; index--)
        {
            if (node.Entries[index] is var entry && entry.Span.Intersects(span))
            {
                open.Push(OfEntry(parent, entry, around, fragment));
            }
        }

        for (var index = node.Items.Count - 1; index >= 0; index--)
        {
            if (node.Items[index] is var item && item.Value.FullSpan.Intersects(span))
            {
                open.Push(OfItem(parent, item, around, fragment));
            }
        }
    }

    private Place OfEntry(Place? parent, YamlEntry entry, SchemaNode? around) => OfEntry(parent, entry, around, IsFragment);

    private Place OfItem(Place? parent, YamlItem item, SchemaNode? around) => OfItem(parent, item, around, IsFragment);

    private Place OfEntry(Place? parent, YamlEntry entry, SchemaNode? around, Func<YamlNode, SchemaNode?> fragment) => new(parent, entry, Known(SchemaOf(parent, entry, around), entry.Value, fragment));

    private static Place OfItem(Place? parent, YamlItem item, SchemaNode? around, Func<YamlNode, SchemaNode?> fragment)
    {
        // A list of mappings to merge.
        var isMerged = parent?.Entry is { Name: "<<" };
        return new(parent, item, Known(isMerged ? around : around?.Branch(SchemaTypes.Array)?.Items, item.Value, fragment));
    }

    private SchemaNode? SchemaOf(Place? parent, YamlEntry entry, SchemaNode? around) =>
        entry.Key is { Style: ScalarStyle.Plain, Value: "<<" } ? around
        : parent is null && file.Model.Format == ComposeFormat.Legacy ? (TopLevelKeys.IsRootService(entry) ? schema.Definitions["service"] : schema.Root.ForKey(entry.Name))
        : around?.ForKey(entry.Name);

    private static SchemaNode? Known(SchemaNode? schema, YamlNode value, Func<YamlNode, SchemaNode?> fragment) =>
        value.Anchor is not null && (schema is null || schema.Definition == "extension") ? fragment(value) ?? schema : schema;

    private SchemaNode? IsFragment(YamlNode anchored) => fragments.Value.GetValueOrDefault(anchored.FullSpan.Start);

    // What an alias stands for is of the kind its place asks for; aliases in fragments are known only once the fragment is.
    private Dictionary<int, SchemaNode> FindFragments()
    {
        var found = new Dictionary<int, SchemaNode>();
        if (file.Model.Anchors.Aliases.Count == 0)
        {
            return found;
        }

        var before = -1;
        for (var round = 0; round < MaxRounds && before < found.Count; round++)
        {
            before = found.Count;
            foreach (var place in Walk(node => found.GetValueOrDefault(node.FullSpan.Start)))
            {
                if (place is { Value.IsAlias: true, Schema: { } use } && file.Model.Anchors.Find(place.Value) is { } anchored)
                {
                    found.TryAdd(anchored.FullSpan.Start, use);
                }
            }
        }

        return found;
    }
}
