using System.Text.Json;

namespace LspCompose.Analysis.Tests.Schema;

/// <summary>A schema seen from the Compose file: what it says about each path, however it is divided into definitions.</summary>
internal sealed class SchemaPaths
{
    private const string Extension = "^x-";
    private static readonly string[] Bounds = ["pattern", "format", "minimum", "maximum", "default", "deprecated"];
    private readonly JsonElement schema;

    public SchemaPaths(JsonElement schema)
    {
        this.schema = schema;
        Visit(schema, "");
    }

    /// <summary>By path (<c>services.*.ports[].target</c>): types, values, bounds, required keys and so on.</summary>
    public SortedDictionary<string, SortedSet<string>> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>By path: every description that applies there.</summary>
    public SortedDictionary<string, List<string>> Descriptions { get; } = new(StringComparer.Ordinal);

    private void Visit(JsonElement node, string path)
    {
        var facts = At(Facts, path);
        if (node.TryGetProperty("description", out var description))
        {
            At(Descriptions, path).Add(description.GetString() ?? "");
        }

        if (node.TryGetProperty("$ref", out var reference))
        {
            Visit(SchemaFile.Resolve(schema, reference.GetString() ?? "") ?? throw new InvalidDataException($"{path}: {reference} names nothing."), path);
        }

        facts.UnionWith(Strings(node, "type").Select(type => $"type {type}"));
        facts.UnionWith(Strings(node, "enum").Select(value => $"value `{value}`"));
        facts.UnionWith(Strings(node, "required").Select(key => $"requires key `{key}`"));
        facts.UnionWith(Bounds.Where(bound => node.TryGetProperty(bound, out _)).Select(bound => $"{bound} `{node.GetProperty(bound)}`"));
        if (IsTrue(node, "uniqueItems"))
        {
            facts.Add("unique items");
        }

        if (node.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.False)
        {
            facts.Add("no other keys");
        }

        foreach (var property in Members(node, "properties"))
        {
            Visit(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}");
        }

        foreach (var property in Members(node, "patternProperties"))
        {
            facts.Add($"keys `{property.Name}`");
            if (property.Name != Extension)
            {
                Visit(property.Value, $"{path}.*");
            }
        }

        if (node.TryGetProperty("items", out var items))
        {
            Visit(items, $"{path}[]");
        }

        if (node.TryGetProperty("oneOf", out var forms))
        {
            foreach (var form in forms.EnumerateArray())
            {
                Visit(form, path);
            }
        }
    }

    private static T At<T>(SortedDictionary<string, T> map, string path) where T : new()
    {
        if (!map.TryGetValue(path, out var value))
        {
            map[path] = value = new T();
        }

        return value;
    }

    private static bool IsTrue(JsonElement node, string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static IEnumerable<JsonProperty> Members(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.EnumerateObject() : [];

    private static IEnumerable<string> Strings(JsonElement node, string name) => node.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.ToString()) : [value.ToString()]
        : [];
}
