using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Migration;
using LspCompose.Analysis.Places;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Writes what an alias stands for in its place, and what a merge key brings beside it.</summary>
internal sealed class InlineAnchor : Refactoring
{
    // As deep as merge keys are followed.
    private const int MaxDepth = 16;

    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Inline];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        var place = spot.Innermost;
        if (MergeAt(place) is { } merge)
        {
            if (merge.Parent is { } owner && Entries(spot, owner.Value, merge) is { } entries && CanWrite(spot, owner.Value, entries))
            {
                yield return spot.Rewrite("Write out what '<<' merges in", FixKind.Inline, edits => WriteMerge(spot, owner.Value, merge, entries, edits));
            }

            yield break;
        }

        if (place.Value.IsAlias && Target(spot, place.Value) is { } target && Content(spot, place, target) is not null)
        {
            yield return spot.Rewrite($"Replace '*{place.Value.Value}' by what it stands for", FixKind.Inline, edits => Write(spot, place, target, edits));
        }

        if (place.Value.Anchor is { } name && !place.Value.IsAlias && spot.File.Model.Anchors.IsUnique(name) && UsesOf(spot, place.Value) is { Count: > 0 } uses)
        {
            yield return spot.Rewrite($"Inline '&{name}' everywhere ({(uses.Count == 1 ? "1 use" : $"{uses.Count} uses")})", FixKind.Inline, () => All(spot, place.Value, uses));
        }
    }

    private static Place? MergeAt(Place place) => place.Entry is { } own && IsMerge(own) ? place : place.Parent is { Entry: { } outer } parent && IsMerge(outer) ? parent : null;

    private static bool IsMerge(YamlEntry entry) => entry.Key is { Style: ScalarStyle.Plain, Value: "<<" };

    private static YamlNode? Target(Spot spot, YamlNode alias) =>
        spot.File.Model.Anchors.IsUnique(alias.Value) && spot.File.Model.Anchors.Find(alias) is { } target && !HasUnclear(spot, target) ? target : null;

    // A copy of an anchor would take later aliases to itself, and an alias might mean another anchor in its new place.
    private static bool HasUnclear(Spot spot, YamlNode target) =>
        Blocks.Any(target, node => (node.Anchor is not null && node != target) || (node.IsAlias && !spot.File.Model.Anchors.IsUnique(node.Value)));

    private static List<Place>? UsesOf(Spot spot, YamlNode anchored)
    {
        var uses = new List<Place>();
        foreach (var alias in spot.File.Model.Anchors.UsesOf(anchored))
        {
            if (spot.File.Places.At(alias.Span.Start) is not [.., var place] || place.Value != alias || Target(spot, alias) is null
                || (MergeAt(place) is { } merge ? merge.Parent is not { } owner || Entries(spot, owner.Value, merge) is not { } entries || !CanWrite(spot, owner.Value, entries) : Content(spot, place, anchored) is null))
            {
                return null;
            }

            uses.Add(place);
        }

        return uses;
    }

    private static IReadOnlyList<FileEdit> All(Spot spot, YamlNode anchored, List<Place> uses)
    {
        var edits = new EditList();
        var merges = new HashSet<int>();
        foreach (var use in uses)
        {
            if (MergeAt(use) is not { Entry: { } entry } merge)
            {
                Write(spot, use, anchored, edits);
            }
            else if (merges.Add(entry.Key.Span.Start) && merge.Parent is { } owner && Entries(spot, owner.Value, merge) is { } entries)
            {
                WriteMerge(spot, owner.Value, merge, entries, edits);
            }
        }

        if (UnusedFixes.AnchorSpan(spot.File, anchored) is { } anchor)
        {
            edits.AddRange(UnusedFixes.RemoveAnchor(spot.File, anchor).Edits.Select(edit => edit.Edit));
        }

        return spot.Edits(edits);
    }

    // One line, or several in block style; null where it cannot be written at the place.
    private static IReadOnlyList<string>? Content(Spot spot, Place place, YamlNode target)
    {
        if (target.Tag is not null)
        {
            return null;
        }

        var isBlock = Writing.IsBlock(spot, place.Value.FullSpan) && !spot.File.Tree.PathTo(place.Value.Span.Start).Any(step => step.Collection.IsFlow);
        if (spot.File.Text.LineOf(target.Span.Start) == spot.File.Text.LineOf(target.Span.End) || target.IsFlow || !isBlock)
        {
            return CollectionStyle.Inline(spot, target) is { } line ? [line] : null;
        }

        return target is { IsMapping: true } or { IsSequence: true } && spot.Layout.StartsLine(target.Span.Start) ? Blocks.Lines(spot, target.Span) : null;
    }

    private static void Write(Spot spot, Place place, YamlNode target, EditList edits)
    {
        if (Content(spot, place, target) is not { } lines)
        {
            return;
        }

        var isBlock = target is { IsFlow: false } and ({ IsMapping: true } or { IsSequence: true }) && (lines.Count > 1 || lines[0][0] is not ('{' or '['));
        if (!isBlock)
        {
            edits.Replace(place.Value.FullSpan, lines[0]);
        }
        else if (place.Entry is { } entry)
        {
            new Writing(spot, edits).ReplaceValue(entry, lines, spot.Unit);
        }
        else
        {
            new Writing(spot, edits).ReplaceByLines(place.Value.FullSpan, lines, spot.Layout.Column(place.Value.FullSpan.Start));
        }
    }

    // What a merge key adds: an earlier source wins over a later one, a source's own keys over those merged into it, and what is there wins over all.
    private static List<YamlEntry>? Entries(Spot spot, YamlNode owner, Place merge)
    {
        var names = owner.Entries.Where(entry => !IsMerge(entry)).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var entries = new List<YamlEntry>();
        return owner.Entries.Count(IsMerge) == 1 && Add(spot, merge.Value, names, entries, 0) ? entries : null;
    }

    private static bool Add(Spot spot, YamlNode source, HashSet<string> names, List<YamlEntry> entries, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        if (source.IsAlias)
        {
            return Target(spot, source) is { } target && Add(spot, target, names, entries, depth + 1);
        }

        if (source.IsSequence)
        {
            return source.Items.All(item => Add(spot, item.Value, names, entries, depth + 1));
        }

        if (!source.IsMapping || source.Entries.Any(entry => entry.Value.Tag is not null || entry.ColonOffset < 0 || !entry.Key.IsScalar))
        {
            return false;
        }

        entries.AddRange(source.Entries.Where(entry => !IsMerge(entry) && names.Add(entry.Name)));
        return source.Entries.Where(IsMerge).All(entry => Add(spot, entry.Value, names, entries, depth + 1));
    }

    private static bool CanWrite(Spot spot, YamlNode owner, List<YamlEntry> entries) => entries.All(entry => Spell(spot, owner, entry) is not null);

    private static IReadOnlyList<string>? Spell(Spot spot, YamlNode owner, YamlEntry entry)
    {
        if (!owner.IsFlow)
        {
            return Blocks.Lines(spot, entry.Span) is { } lines && (lines.Count == 1 || spot.Layout.StartsLine(entry.Span.Start)) ? lines : null;
        }

        return entry.Value.FullSpan == entry.Value.Span && CollectionStyle.Inline(spot, entry.Value) is { } value ? [$"{spot.File.Text.ToString(entry.Key.Span)}: {value}"] : null;
    }

    private static void WriteMerge(Spot spot, YamlNode owner, Place merge, List<YamlEntry> entries, EditList edits)
    {
        if (merge.Entry is not { } entry)
        {
            return;
        }

        List<string> lines = [.. entries.SelectMany(one => owner.IsFlow ? [string.Join("", Spell(spot, owner, one) ?? [])] : Spell(spot, owner, one) ?? [])];
        if (owner.IsFlow && lines.Count > 0)
        {
            edits.Replace(entry.Span, string.Join(", ", lines));
        }
        else if (lines.Count > 0)
        {
            new Writing(spot, edits).ReplaceByLines(entry.Span, lines, spot.Layout.Column(entry.Key.FullSpan.Start));
        }
        else if (owner.IsFlow)
        {
            var all = owner.Entries.ToList();
            spot.Layout.DeleteFlowElements(edits, [.. all.Select(one => one.Span)], index => IsMerge(all[index]));
        }
        else if (spot.Layout.StartsLine(entry.Span.Start))
        {
            spot.Layout.DeleteLines(edits, entry.Span, spot.Layout.Column(entry.Key.FullSpan.Start));
        }
    }
}
