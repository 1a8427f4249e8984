using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Writes the long form of something in its short form, where the short one can say it.</summary>
internal sealed class ShortSyntax : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Rewrite];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        if (spot.IsLegacy || (spot.EntryOf("build") ?? spot.EntryOf("service")) is not { Entry: { } entry } attribute)
        {
            return [];
        }

        // Entries of the long form of 'build' or 'extends' speak for the whole of it.
        if (ItemForms.Noun(entry.Name) is null && attribute.Parent?.Entry is { Name: "build" } build)
        {
            return Whole(spot, build);
        }

        return entry.Name switch
        {
            "build" or "extends" => Whole(spot, entry),
            _ when ItemForms.Noun(entry.Name) is { } noun => Items(spot, attribute, entry, noun),
            "depends_on" or "networks" or "models" => Names(spot, entry),
            _ => [],
        };
    }

    private static IEnumerable<Fix> Items(Spot spot, Place attribute, YamlEntry entry, string noun)
    {
        if (!entry.Value.IsSequence)
        {
            yield break;
        }

        var convertible = entry.Value.Items.Where(item => CanWrite(spot, entry, item)).ToList();
        var here = spot.Places.FirstOrDefault(place => place.Parent == attribute)?.Item;
        if (here is { } one && convertible.Contains(one))
        {
            yield return spot.Rewrite($"Convert this {noun} to short syntax", FixKind.Rewrite, edits => Write([one], edits));
        }

        if (convertible.Count > (here is null ? 0 : 1))
        {
            yield return spot.Rewrite($"Convert '{entry.Name}' to short syntax", FixKind.Rewrite, edits => Write(convertible, edits));
        }

        void Write(IEnumerable<YamlItem> items, EditList edits)
        {
            foreach (var item in items)
            {
                var text = ItemForms.ToShort(entry.Name, item.Value) ?? "";
                edits.Replace(item.Value.FullSpan, item.DashOffset < 0 && ScalarSpelling.In(item.Value) == ScalarSpelling.Json ? ScalarSpelling.Json.Text(text)
                    : (item.DashOffset < 0 ? ScalarSpelling.Flow : ScalarSpelling.Block).Text(text, entry.Name == "ports" ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain));
            }
        }
    }

    // Comments inside of the long form would have no place.
    private static bool CanWrite(Spot spot, YamlEntry entry, YamlItem item) =>
        ItemForms.ToShort(entry.Name, item.Value) is not null && Writing.IsFreeOfComments(spot, new TextSpan(item.DashOffset < 0 ? item.Value.FullSpan.Start : item.DashOffset, item.Value.FullSpan.End));

    private static IEnumerable<Fix> Names(Spot spot, YamlEntry entry)
    {
        var mapping = entry.Value;
        if (mapping is not { IsMapping: true, Entries.Count: > 0 } || (mapping.Anchor is not null && spot.File.Model.IsSharedOutside(mapping.FullSpan))
            || mapping.Entries.Any(item => !IsBare(entry.Name, item) || !Writing.IsFreeOfComments(spot, item.Span)) || mapping.Entries.Select(item => item.Name).Distinct(StringComparer.Ordinal).Count() < mapping.Entries.Count
            || (!mapping.IsFlow && spot.File.Text.LineOf(entry.ColonOffset) == spot.File.Text.LineOf(mapping.Span.Start)))
        {
            return [];
        }

        return
        [
            spot.Rewrite($"Convert '{entry.Name}' to short syntax", FixKind.Rewrite, edits => CollectionForms.ToList(spot, entry, edits, (item, spelling) => spelling.Text(item.Name, item.Key.Style))),
        ];
    }

    // What the list would say as well: no more than the name.
    private static bool IsBare(string attribute, YamlEntry item)
    {
        if (item.Key is not { IsScalar: true, Tag: null, Anchor: null } || item.Name is "<<" or "" || item.Name.Contains('$') || item.Value is { Tag: not null } or { Anchor: not null })
        {
            return false;
        }

        return attribute == "depends_on"
            ? item.Value is { IsMapping: true, Entries.Count: > 0 } && item.Value.Entries.All(part => part is { Name: "condition", Value.Value: "service_started" } or { Name: "required", Value: { Style: ScalarStyle.Plain, Value: "true" } })
                && item.Value.Get("condition") is not null
            : item.Value.IsNull;
    }

    private static IEnumerable<Fix> Whole(Spot spot, YamlEntry entry)
    {
        var name = entry.Name == "build" ? "context" : "service";
        if (entry.Value is not { IsMapping: true, Entries.Count: 1, Tag: null, Anchor: null } mapping || mapping.Entries[0] is not { Value: { IsScalar: true, IsNull: false, Tag: null, Anchor: null } value } only || only.Name != name
            || value.Style is ScalarStyle.Literal or ScalarStyle.Folded || !Writing.IsFreeOfComments(spot, new TextSpan(entry.ColonOffset, entry.Span.End)))
        {
            return [];
        }

        return
        [
            spot.Rewrite($"Convert '{entry.Name}' to short syntax", FixKind.Rewrite, edits =>
                edits.Replace(new TextSpan(entry.ColonOffset + 1, mapping.Span.End), " " + spot.File.Text.ToString(value.Span))),
        ];
    }
}
