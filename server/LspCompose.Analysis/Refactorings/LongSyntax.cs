using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Writes the short form of something in its long form.</summary>
internal sealed class LongSyntax : Refactoring
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

        return entry.Name switch
        {
            _ when entry.Value.IsScalar => Whole(spot, entry),
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

        var convertible = entry.Value.Items.Where(item => ItemForms.ToLong(entry.Name, item.Value).Count > 0).ToList();
        var here = spot.Places.FirstOrDefault(place => place.Parent == attribute)?.Item;
        if (here is { } one && convertible.Contains(one))
        {
            yield return spot.Rewrite($"Convert this {noun} to long syntax", FixKind.Rewrite, edits => Write([one], edits));
        }

        if (convertible.Count > (here is null ? 0 : 1))
        {
            yield return spot.Rewrite($"Convert '{entry.Name}' to long syntax", FixKind.Rewrite, edits => Write(convertible, edits));
        }

        void Write(IEnumerable<YamlItem> items, Migration.EditList edits)
        {
            var writing = new Writing(spot, edits);
            foreach (var item in items)
            {
                var forms = ItemForms.ToLong(entry.Name, item.Value);
                if (item.DashOffset < 0)
                {
                    edits.Replace(item.Value.Span, string.Join(", ", forms.Select(form => Part.Braces(form, Spelling(spot)))));
                    continue;
                }

                var column = spot.Layout.Column(item.DashOffset);
                var step = Math.Max(2, spot.Layout.LineStart(item.DashOffset) == spot.Layout.LineStart(item.Value.Span.Start) ? item.Value.Span.Start - item.DashOffset : 2);
                List<string> lines = [];
                foreach (var form in forms)
                {
                    foreach (var (index, line) in Part.Lines(form, spot.Unit).Index())
                    {
                        lines.Add((index > 0 ? new string(' ', step) : "-" + new string(' ', step - 1)) + line);
                    }
                }

                writing.ReplaceByLines(new TextSpan(item.DashOffset, item.Value.Span.End), lines, column);
            }
        }
    }

    // A list of names becomes a mapping by names.
    private static IEnumerable<Fix> Names(Spot spot, YamlEntry entry)
    {
        if (!CollectionForms.CanBecomeMapping(spot, entry) || entry.Value.Items.Any(item => item.Value.IsNull || item.Value.Value.Contains('$')))
        {
            return [];
        }

        return
        [
            spot.Rewrite($"Convert '{entry.Name}' to long syntax", FixKind.Rewrite, edits => CollectionForms.ToMapping(spot, entry, edits, item => entry.Name == "depends_on"
                ? Part.Mapping(item.Value.Value, Part.Text("condition", "service_started"))
                : Part.Literal(item.Value.Value, ""))),
        ];
    }

    private static IEnumerable<Fix> Whole(Spot spot, YamlEntry entry)
    {
        var value = entry.Value;
        if (value is not { IsNull: false, Tag: null, Anchor: null } || value.Style is ScalarStyle.Literal or ScalarStyle.Folded || value.Value.Length == 0)
        {
            return [];
        }

        var part = entry.Name switch
        {
            "build" => Part.Text("context", value.Value, value.Style),
            "extends" => Part.Text("service", value.Value, value.Style),
            "env_file" => Part.Text("path", value.Value, value.Style),
            _ => null,
        };
        if (part is null)
        {
            return [];
        }

        var isList = entry.Name == "env_file";
        return
        [
            spot.Rewrite($"Convert '{entry.Name}' to long syntax", FixKind.Rewrite, edits =>
            {
                if (!Writing.IsBlock(spot, entry.Span))
                {
                    var braces = Part.Braces(isList ? [part, Part.Literal("required", "true")] : [part], Spelling(spot));
                    edits.Replace(value.Span, isList ? $"[{braces}]" : braces);
                    return;
                }

                var lines = Part.Lines(isList ? [part, Part.Literal("required", "true")] : [part], spot.Unit);
                new Writing(spot, edits).ReplaceValue(entry, isList ? [.. lines.Index().Select(line => (line.Index == 0 ? "- " : "  ") + line.Item)] : lines, spot.Unit);
            }),
        ];
    }

    private static ScalarSpelling Spelling(Spot spot) => spot.File.Model.Roots is [{ IsFlow: true } root, ..] ? ScalarSpelling.In(root) : ScalarSpelling.Flow;
}
