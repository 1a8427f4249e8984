using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Places;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Projects.Loading;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Refactorings;

/// <summary>Writes a list of <c>NAME=value</c> as a mapping, and the other way round.</summary>
internal sealed class KeyValueForms : Refactoring
{
    /// <inheritdoc/>
    public override IReadOnlyList<FixKind> Kinds { get; } = [FixKind.Rewrite];

    /// <inheritdoc/>
    public override IEnumerable<Fix> At(Spot spot)
    {
        // A value of a host may be a list of its own; what is asked for is the whole.
        if (spot.Places.LastOrDefault(place => place.Entry is not null && place.Schema?.Definition is "key_values" or "unique_key_values" or "extra_hosts") is not { Entry: { } entry } place)
        {
            yield break;
        }

        if (CollectionForms.CanBecomeMapping(spot, entry) && entry.Value.Items.All(item => Split(place, item) is { } pair && IsName(pair.Name)) && entry.Value.Items.Select(item => Split(place, item)?.Name).Distinct(StringComparer.Ordinal).Count() == entry.Value.Items.Count)
        {
            yield return spot.Rewrite($"Convert '{entry.Name}' to a mapping", FixKind.Rewrite, edits => CollectionForms.ToMapping(spot, entry, edits, item => PartOf(place, item)));
        }

        if (CollectionForms.CanBecomeList(spot, entry) && entry.Value.Entries.All(item => IsName(item.Name) && IsText(item.Key) && IsPlain(spot, item)))
        {
            yield return spot.Rewrite($"Convert '{entry.Name}' to a list", FixKind.Rewrite, edits => CollectionForms.ToList(spot, entry, edits, (item, spelling) => spelling.Short(TextOf(item), item.Value.Style)));
        }
    }

    // Variables are filled in in values, never in keys.
    private static bool IsName(string name) => name.Length > 0 && name.Trim() == name && name.AsSpan().IndexOfAny('$', '=') < 0;

    private static bool IsText(YamlNode node) => node.Style != ScalarStyle.Plain || CoreSchema.Resolve(node.Value) is string;

    private static bool IsPlain(Spot spot, YamlEntry item) => IsText(item.Value) || (!spot.IsLegacy && CoreSchema.Resolve(item.Value.Value) is null or long or ulong or double or bool);

    private static string TextOf(YamlEntry item)
    {
        if (item.Value.IsNull)
        {
            return item.Name;
        }

        var value = item.Value.Style == ScalarStyle.Plain ? ScalarText.Of(new ConfigScalar(default, CoreSchema.Resolve(item.Value.Value))) : item.Value.Value;
        return $"{item.Name}={value}";
    }

    private static Part PartOf(Place place, YamlItem item) => Split(place, item) is not { } pair ? throw new InvalidOperationException("The item was seen to have a name.")
        : pair.Value is null ? Part.Literal(pair.Name, "")
        : Part.Text(pair.Name, pair.Value, ScalarSpelling.Block.IsPlain(pair.Value) && pair.Value.AsSpan().IndexOfAny('"', ' ') < 0 ? ScalarStyle.Plain : item.Value.Style);

    private static (string Name, string? Value)? Split(Place place, YamlItem item)
    {
        var text = item.Value.Value;
        if (item.Value.Style == ScalarStyle.Plain && CoreSchema.Resolve(text) is not string)
        {
            return null;
        }

        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (place.Schema?.Definition == "extra_hosts")
        {
            at = at < 0 ? text.IndexOf(':', StringComparison.Ordinal) : at;
            return at <= 0 || text.Contains(',') ? null : (text[..at], text[(at + 1)..]);
        }

        return at >= 0 ? (text[..at], text[(at + 1)..]) : (text, null);
    }
}
