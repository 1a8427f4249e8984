using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Attributes that are a mapping of texts or a list of <c>NAME=value</c>.</summary>
internal static class KeyValues
{
    /// <summary>The mapping a list stands for; the last of items with the same name counts. Other nodes stay.</summary>
    public static ConfigNode AsMapping(ConfigNode node)
    {
        if (node is not ConfigSequence list)
        {
            return node;
        }

        var entries = new Dictionary<string, ConfigEntry>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not ConfigScalar { Text: { } text } scalar)
            {
                continue;
            }

            var at = text.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? text : text[..at];
            var value = at < 0
                ? new ConfigScalar(scalar.Place, null)
                : new ConfigScalar(scalar.PlaceOf(new TextSpan(at + 1, text.Length)), text[(at + 1)..]) { Origin = scalar.Origin is { } origin ? new PartOrigin(origin, at + 1) : null };
            entries[name] = new ConfigEntry(name, scalar.PlaceOf(new TextSpan(0, name.Length)), value);
        }

        return new ConfigMapping(list.Place, entries.Values);
    }

    /// <summary>The mapping without names that have no value.</summary>
    public static ConfigNode WithoutUnset(ConfigNode node) => node is ConfigMapping mapping
        ? new ConfigMapping(mapping.Place, mapping.Entries.Where(entry => entry.Value is not ConfigScalar { IsNull: true }))
        : node;

    /// <summary>The mapping with names that have no value given that of the variable of the same name, where it is set.</summary>
    public static ConfigNode Resolve(ConfigNode node, Variables variables) => AsMapping(node) is ConfigMapping mapping
        ? new ConfigMapping(mapping.Place, mapping.Entries.Select(entry =>
            entry.Value is ConfigScalar { IsNull: true } && variables.Get(entry.Key) is { } value ? entry with { Value = new ConfigScalar(entry.KeyPlace, value) } : entry))
        : node;
}
