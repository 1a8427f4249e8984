using System.Globalization;
using Newtonsoft.Json.Linq;

namespace LspCompose.Analysis.Schema;

/// <summary>Builds the tree of nodes from the JSON of the schema; each definition is built once and shared.</summary>
internal sealed class SchemaReader(JObject json)
{
    private const string DefinitionPrefix = "#/$defs/";

    private static readonly SchemaNode Anything = new();

    private readonly Dictionary<string, SchemaNode> definitions = new(StringComparer.Ordinal);

    /// <summary>The node of the whole file.</summary>
    public SchemaNode Root() => Node(json);

    /// <summary>All definitions by name.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Definitions()
    {
        foreach (var definition in Children(json["$defs"]))
        {
            Definition(definition.Name);
        }

        return definitions;
    }

    private SchemaNode Definition(string name)
    {
        if (!definitions.TryGetValue(name, out var node))
        {
            node = Node(json["$defs"]?[name], name);
            definitions[name] = node;
        }

        return node;
    }

    private SchemaNode Node(JToken? token, string? definition = null)
    {
        if (token is not JObject node)
        {
            return Anything;
        }

        var from = Anything;
        if (Text(node["$ref"]) is { } reference && reference.StartsWith(DefinitionPrefix, StringComparison.Ordinal))
        {
            from = Definition(reference[DefinitionPrefix.Length..]);
            if (node.Count == 1)
            {
                return from;
            }
        }

        var refused = Map(node["x-refused"]);
        return new SchemaNode
        {
            Definition = definition ?? from.Definition,
            Types = node["type"] is { } type ? Types(type) : from.Types,
            RefusedTypes = refused.Count > 0 ? refused.Keys.Aggregate(SchemaTypes.None, (types, name) => types | TypeNamed(name)) : from.RefusedTypes,
            Refused = refused.Count > 0 ? refused : from.Refused,
            OneOf = node["oneOf"] is JArray branches ? [.. branches.Select(branch => Node(branch))] : from.OneOf,
            Properties = Properties(node["properties"]) ?? from.Properties,
            NewerKeys = node[SchemaHistory.NewerKeys] is { } newer ? Map(newer) : from.NewerKeys,
            Patterns = node["patternProperties"] is { } patterns
                ? [.. Children(patterns).Select(pattern => (new KeyPattern(pattern.Name), Node(pattern.Value)))]
                : from.Patterns,
            AllowsOtherKeys = node["additionalProperties"] is JValue { Value: bool allowed } ? allowed : from.AllowsOtherKeys,
            Required = Texts(node["required"]) ?? from.Required,
            Items = node["items"] is { } items ? Node(items) : from.Items,
            UniqueItems = node["uniqueItems"] is JValue { Value: bool unique } ? unique : from.UniqueItems,
            Enum = Texts(node["enum"]) ?? from.Enum,
            Pattern = Text(node["pattern"]) ?? from.Pattern,
            Minimum = Number(node["minimum"]) ?? from.Minimum,
            Maximum = Number(node["maximum"]) ?? from.Maximum,
            Description = Text(node["description"]) ?? from.Description,
            Default = node["default"] is JValue value ? AsWritten(value) : from.Default,
            IsDeprecated = node["deprecated"] is JValue { Value: bool deprecated } ? deprecated : from.IsDeprecated,
            Replacement = Text(node["x-deprecated"]) ?? from.Replacement,
            Forms = Text(node["x-forms"]) ?? from.Forms,
            Values = Hints(node["x-values"]) ?? from.Values,
            Keys = Hints(node["x-keys"]) ?? from.Keys,
            Defines = Text(node["x-defines"]) ?? from.Defines,
            References = Texts(node["x-reference"]) ?? from.References,
            KeyReferences = Texts(node["x-key-reference"]) ?? from.KeyReferences,
            Syntax = Text(node["x-syntax"]) ?? from.Syntax,
            Cast = Text(node["x-cast"]) ?? from.Cast,
            Merge = Text(node["x-merge"]) ?? from.Merge,
            Since = Text(node["x-since"]) ?? from.Since,
            Spec = Text(node["x-spec"]) ?? from.Spec,
            Snippet = Texts(node["x-snippet"]) ?? from.Snippet,
        };
    }

    private Dictionary<string, SchemaNode>? Properties(JToken? token)
    {
        if (token is null)
        {
            return null;
        }

        var properties = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var property in Children(token))
        {
            properties[property.Name] = Node(property.Value);
        }

        return properties;
    }

    private static IEnumerable<JProperty> Children(JToken? token) => (token as JObject)?.Properties() ?? [];

    private static string? Text(JToken? token) => (token as JValue)?.Value as string;

    private static IReadOnlyList<string>? Texts(JToken? token) => token switch
    {
        JArray array => [.. array.Select(Text).OfType<string>()],
        JValue { Value: string text } => [text],
        _ => null,
    };

    private static double? Number(JToken? token) => token is JValue { Value: IConvertible value } ? value.ToDouble(CultureInfo.InvariantCulture) : null;

    private static string? AsWritten(JValue value) => value.Value switch
    {
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other?.ToString(),
    };

    private static Dictionary<string, string> Map(JToken? token)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in Children(token))
        {
            map[property.Name] = Text(property.Value) ?? "";
        }

        return map;
    }

    private static IReadOnlyList<SchemaHint>? Hints(JToken? token) =>
        token is null ? null : [.. Children(token).Select(property => new SchemaHint(property.Name, Text(property.Value) ?? ""))];

    private static SchemaTypes Types(JToken type) => (Texts(type) ?? []).Aggregate(SchemaTypes.None, (types, name) => types | TypeNamed(name));

    private static SchemaTypes TypeNamed(string name) => name switch
    {
        "null" => SchemaTypes.Null,
        "boolean" => SchemaTypes.Boolean,
        "integer" => SchemaTypes.Integer,
        "number" => SchemaTypes.Number,
        "string" => SchemaTypes.String,
        "array" => SchemaTypes.Array,
        "object" => SchemaTypes.Object,
        "fraction" => SchemaTypes.Fraction,
        _ => SchemaTypes.None,
    };
}
