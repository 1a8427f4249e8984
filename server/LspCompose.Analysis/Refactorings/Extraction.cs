using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Writes what stands in several places once: at its first place with an anchor, or in an <c>x-</c> fragment.</summary>
internal sealed class Extraction : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Extract];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        if (spot.File.Model.Roots is not [{ IsFlow: false } root])
        {
            return [];
        }

        return [.. Values(spot, root), .. spot.Span.IsEmpty ? [] : Keys(spot, root)];
    }

    // The value of the entry under the cursor, or of the selected one.
    private static IEnumerable<Fix> Values(Spot spot, YamlNode root)
    {
        if (spot.Innermost is not { Entry: { } entry, Parent: not null } place || (!spot.IsOnKey && spot.Span.IsEmpty) || place.Schema?.Definition == "service"
            || entry.Value is not ({ IsMapping: true, Entries.Count: > 0 } or { IsSequence: true, Items.Count: > 0 }) || entry.Value is not { Anchor: null, Tag: null } value || Blocks.HasAnchors(value) || IsTagged(value))
        {
            yield break;
        }

        var equal = EqualEntries(spot, value);
        var name = Name(spot, root, entry.Name);
        if (equal.Count > 1 && equal.Skip(1).All(other => IsFree(spot, other)))
        {
            yield return spot.Rewrite($"Extract to anchor '&{name}' ({equal.Count} places)", FixKind.Extract, edits =>
            {
                edits.Insert(equal[0].ColonOffset + 1, $" &{name}");
                foreach (var other in equal.Skip(1))
                {
                    Refer(other, name, edits);
                }
            });
        }

        if (!spot.IsLegacy && !value.IsFlow && (equal.Count > 1 || !spot.Span.IsEmpty) && Content(spot, entry) is { } content && Blocks.Lines(spot, content) is { } lines)
        {
            var places = equal.Count > 1 ? $" ({equal.Count} places)" : "";
            yield return spot.Rewrite($"Extract to fragment 'x-{name}'{places}", FixKind.Extract, edits =>
            {
                AddFragment(spot, root, equal[0].Key.Span.Start, name, lines, edits);
                foreach (var other in equal)
                {
                    Refer(other, name, edits);
                }
            });
        }
    }

    // The selected keys of a mapping.
    private static IEnumerable<Fix> Keys(Spot spot, YamlNode root)
    {
        var place = spot.Innermost.Value is { IsMapping: true, IsFlow: false } && spot.Innermost.Value.Span.Contains(spot.Span) ? spot.Innermost : spot.Innermost.Parent;
        if (spot.IsLegacy || place is not { Parent: not null, Value: { IsMapping: true, IsFlow: false } mapping })
        {
            yield break;
        }

        var chosen = mapping.Entries.Where(entry => entry.Span.Start < spot.Span.End && spot.Span.Start < entry.Span.End).ToList();
        var span = chosen.Count == 0 ? default : new TextSpan(chosen[0].Span.Start, chosen[^1].Span.End);
        if (chosen.Count < 2 || mapping.TryGetEntry("<<", out _) || chosen.Any(entry => entry.ColonOffset < 0 || !entry.Key.IsScalar || Blocks.HasAnchors(entry.Value) || IsTagged(entry.Value) || entry.Key.FullSpan != entry.Key.Span)
            || mapping.Entries.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Count() < mapping.Entries.Count || !spot.Layout.StartsLine(span.Start) || Blocks.Lines(spot, span) is not { } lines)
        {
            yield break;
        }

        var others = spot.File.Places.All().Select(other => other.Value).Where(other => other is { IsMapping: true, IsFlow: false } && other != mapping && !other.TryGetEntry("<<", out _) && chosen.All(entry => Has(spot, other, entry))).ToList();
        var name = Name(spot, root, "common");
        var places = others.Count > 0 ? $" ({others.Count + 1} places)" : "";
        yield return spot.Rewrite($"Extract {chosen.Count} keys to fragment 'x-{name}'{places}", FixKind.Extract, edits =>
        {
            AddFragment(spot, root, others.Select(other => other.Span.Start).Append(span.Start).Min(), name, lines, edits);
            edits.Replace(span, $"<<: *{name}");
            foreach (var other in others)
            {
                var column = spot.Layout.Column(other.Entries[0].Key.FullSpan.Start);
                var isFirst = true;
                foreach (var entry in other.Entries.Where(entry => chosen.Any(one => one.Name == entry.Name)))
                {
                    if (isFirst)
                    {
                        edits.Replace(entry.Span, $"<<: *{name}");
                    }
                    else
                    {
                        spot.Layout.DeleteLines(edits, entry.Span, column);
                    }

                    isFirst = false;
                }
            }
        });
    }

    private static bool Has(Spot spot, YamlNode mapping, YamlEntry wanted) =>
        mapping.TryGetEntry(wanted.Name, out var entry) && AreEqual(entry.Value, wanted.Value) && spot.Layout.StartsLine(entry.Span.Start)
        && Writing.IsFreeOfComments(spot, spot.Layout.Lines(entry.Span));

    private static void Refer(YamlEntry entry, string name, EditList edits) => edits.Replace(new TextSpan(entry.ColonOffset + 1, entry.Value.Span.End), $" *{name}");

    private static void AddFragment(Spot spot, YamlNode root, int first, string name, IReadOnlyList<string> lines, EditList edits)
    {
        var before = root.Entries.Last(entry => entry.Span.Start <= first);
        var unit = new string(' ', spot.Unit);
        spot.InsertAbove(before, [$"x-{name}: &{name}", .. lines.Select(line => line.Length == 0 ? line : unit + line), ""], edits);
    }

    // The entries of the file with an equal value, in the order of the text; comments in one keep it as it is, unless it is the one under the cursor, whose comments move along.
    private static List<YamlEntry> EqualEntries(Spot spot, YamlNode value)
    {
        var fingerprint = Fingerprint(value);
        return
        [
            .. spot.File.Places.All().Select(place => place.Entry).OfType<YamlEntry>()
                .Where(entry => entry.ColonOffset >= 0 && entry.Key.IsScalar && entry.Value is { Anchor: null, Tag: null } && Fingerprint(entry.Value) == fingerprint && AreEqual(entry.Value, value))
                .Where(entry => entry.Value == value || IsFree(spot, entry)),
        ];
    }

    private static bool IsFree(Spot spot, YamlEntry entry) => Writing.IsFreeOfComments(spot, new TextSpan(entry.ColonOffset, entry.Value.Span.End));

    // The value with the comments above its first line; null where one stands behind the key.
    private static TextSpan? Content(Spot spot, YamlEntry entry)
    {
        var above = new TextSpan(entry.ColonOffset, entry.Value.Span.Start);
        if (Writing.IsFreeOfComments(spot, above))
        {
            return entry.Value.Span;
        }

        var first = spot.File.Tree.Comments.First(comment => above.Contains(comment)).Start;
        return spot.Layout.StartsLine(first) && spot.Layout.Column(first) == spot.Layout.Column(entry.Value.Span.Start) ? new TextSpan(first, entry.Value.Span.End) : null;
    }

    private static (YamlKind, int, int) Fingerprint(YamlNode node) => (node.Kind, node.Entries.Count, node.Items.Count);

    private static bool IsTagged(YamlNode value) => Blocks.Any(value, node => node.Tag is not null);

    private static bool AreEqual(YamlNode first, YamlNode second)
    {
        if (ReferenceEquals(first.Identity, second.Identity) || first == second)
        {
            return true;
        }

        if (first.Kind != second.Kind || first.IsAlias || first.Tag is not null || second.Tag is not null || first.Anchor is not null || second.Anchor is not null
            || first.Entries.Count != second.Entries.Count || first.Items.Count != second.Items.Count || !Equals(Typed(first), Typed(second)))
        {
            return false;
        }

        for (var index = 0; index < first.Items.Count; index++)
        {
            if (!AreEqual(first.Items[index].Value, second.Items[index].Value))
            {
                return false;
            }
        }

        return first.Entries.All(entry => second.TryGetEntry(entry.Name, out var other) && AreEqual(entry.Key, other.Key) && AreEqual(entry.Value, other.Value));
    }

    private static object? Typed(YamlNode node) => node.IsScalar && node.Style == ScalarStyle.Plain ? CoreSchema.Resolve(node.Value) : node.Value;

    // A name no anchor and no fragment has.
    private static string Name(Spot spot, YamlNode root, string wanted)
    {
        var plain = new string([.. wanted.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')]);
        plain = plain.Length == 0 ? "common" : plain;
        var name = plain;
        for (var number = 2; spot.File.Model.Anchors.Names.Contains(name) || root.TryGetEntry("x-" + name, out _); number++)
        {
            name = $"{plain}-{number}";
        }

        return name;
    }
}
