using LspCompose.Analysis.Places;
using LspCompose.Analysis.Schema;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>What the schema says about a key: what it does, its forms, default and values, since when, and what replaces it.</summary>
internal static class KeyDocs
{
    private const string SpecRoot = "https://docs.docker.com/reference/compose-file/";
    private const int MaxValues = 16;

    private static readonly (SchemaTypes Type, string Word)[] TypeWords =
    [
        (SchemaTypes.String, "text"), (SchemaTypes.Integer | SchemaTypes.Number, "number"), (SchemaTypes.Boolean, "true or false"), (SchemaTypes.Array, "list"), (SchemaTypes.Object, "mapping"),
    ];

    /// <summary>The documentation of a place's key; null where the schema has none, as for names the user chose.</summary>
    public static string? Of(Place place)
    {
        if (place.Entry is { Key: { Style: ScalarStyle.Plain, Value: "<<" } })
        {
            return "**<<** (merge key): takes over the entries of the mapping behind it, or of each in a list. What is written beside it wins.";
        }

        return place.Name is { } key && place.Schema is { Description.Length: > 0 } schema ? Of(key, schema, place.Parent) : null;
    }

    /// <summary>The documentation of a key, whether it is written or not, in the place around it.</summary>
    public static string Of(string key, SchemaNode schema, Place? around)
    {
        var parts = new List<string>
        {
            $"**{key}**{Facts(schema)}",
            schema.IsDeprecated ? $"**Deprecated.** {schema.Replacement}".TrimEnd() : "",
            schema.Description,
            schema.Forms is { } forms ? $"**Forms:** {forms}" : "",
            Values(schema),
            (schema.Spec ?? Spec(around)) is { } spec ? $"[Compose reference: {key}]({SpecRoot}{Page(spec)})" : "",
        };
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string Facts(SchemaNode schema)
    {
        var types = schema.AllTypes;
        var facts = new List<string>
        {
            schema.Forms is null ? string.Join(" or ", TypeWords.Where(type => (types & type.Type) != 0).Select(type => type.Word)) : "",
            schema.Default is { } standard ? $"default `{standard}`" : "",
            schema.Since is { } since ? $"since Docker Compose {since}" : "",
        };
        facts.RemoveAll(fact => fact.Length == 0);
        return facts.Count == 0 ? "" : $": {string.Join(", ", facts)}";
    }

    private static string Values(SchemaNode schema)
    {
        var values = ValueDocs.Known(schema);
        var lines = values.Take(MaxValues).Select(value => value.Description.Length == 0 ? $"- `{value.Text}`" : $"- `{value.Text}`: {value.Description}");
        return values.Count == 0 ? "" : $"**Values:**\n\n{string.Join('\n', lines)}{(values.Count > MaxValues ? "\n- …" : "")}";
    }

    // Keys without a place of their own in the reference are told where what holds them is.
    private static string? Spec(Place? place)
    {
        for (; place is not null; place = place.Parent)
        {
            if (place.Schema?.Spec is { } spec)
            {
                return spec;
            }
        }

        return null;
    }

    private static string Page(string spec) => spec.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? $"{spec[..hash]}/{spec[hash..]}" : $"{spec}/";
}
