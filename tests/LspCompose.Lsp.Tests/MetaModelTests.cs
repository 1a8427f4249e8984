using System.Reflection;
using System.Runtime.CompilerServices;
using LspCompose.Lsp.Protocol;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>Compares our protocol records with the official meta model of the protocol.</summary>
public sealed class MetaModelTests
{
    // A record of ours that stands for one of another name or shape.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["TextEdit"] = "AnnotatedTextEdit",
    };

    // Required by the protocol, but some clients leave it out, and we can do without.
    private static readonly HashSet<string> Tolerated = ["InitializeParams.processId", "InitializeParams.capabilities", "InitializeParams.rootUri", "CodeActionParams.context", "DidChangeConfigurationParams.settings", "SemanticTokensClientCapabilities.tokenTypes", "SemanticTokensClientCapabilities.tokenModifiers"];

    // Sent and read as JSON because they are looked up by names; what is in them is checked by a test of its own.
    private static readonly HashSet<string> PutTogether = ["ClientCapabilities", "ServerCapabilities"];

    // Optional in one use and always there in ours.
    private static readonly HashSet<string> Stricter = [];

    private static readonly HashSet<string> NotInTheModel = ["ProtocolJson", "TextDocumentContentChangeEvent"];

    [Fact]
    public void Every_record_has_the_names_types_and_optionality_of_the_protocol()
    {
        var model = Model();
        var structures = model.At("structures").ToDictionary(s => (string?)s["name"] ?? "");
        var enumerations = model.At("enumerations").ToDictionary(e => (string?)e["name"] ?? "");
        var differences = new List<string>();

        foreach (var type in typeof(ProtocolJson).Assembly.GetTypes().Where(t => t.Namespace == typeof(ProtocolJson).Namespace && !t.IsNested && !NotInTheModel.Contains(t.Name)))
        {
            if (type.IsEnum)
            {
                var values = enumerations[type.Name].At("values").ToDictionary(v => (string?)v["name"] ?? "", v => (int)v.At("value"), StringComparer.OrdinalIgnoreCase);
                differences.AddRange(Enum.GetNames(type).Where(name => !values.TryGetValue(name, out var value) || value != (int)Enum.Parse(type, name)).Select(name => $"{type.Name}.{name}"));
                continue;
            }

            if (!structures.TryGetValue(Names.GetValueOrDefault(type.Name, type.Name), out var structure))
            {
                differences.Add($"{type.Name} is not in the meta model");
                continue;
            }

            var official = Properties(structure, structures).ToDictionary(p => (string?)p["name"] ?? "");
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var name = property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
                var id = $"{type.Name}.{name}";
                if (!official.TryGetValue(name, out var other))
                {
                    differences.Add($"{id} is not in the meta model");
                    continue;
                }

                var isOptional = (bool?)other["optional"] ?? false;
                var isRequired = property.IsDefined(typeof(RequiredMemberAttribute)) || property.GetSetMethod() is null;
                if (isRequired == isOptional && !Tolerated.Contains(id) && !Stricter.Contains(id) && id != "TextEdit.annotationId")
                {
                    differences.Add($"{id} is {(isOptional ? "optional" : "required")} in the meta model");
                }

                if (!Fits(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, other.At("type")))
                {
                    differences.Add($"{id} is {other["type"]?.ToString(Formatting.None)} in the meta model");
                }
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void What_must_be_there_and_is_not_is_an_error()
    {
        Assert.Throws<JsonSerializationException>(() => ProtocolJson.To<HoverParams>(new JObject()));
        Assert.Throws<JsonSerializationException>(() => ProtocolJson.To<Position>(JObject.Parse("""{"line":null,"character":0}""")));
        Assert.ThrowsAny<JsonException>(() => ProtocolJson.To<Position>(JObject.Parse("""{"line":99999999999,"character":0}""")));
    }

    [Fact]
    public void What_is_null_is_left_out_unless_the_protocol_wants_it()
    {
        Assert.Equal("""{"uri":"a","version":null}""", ProtocolJson.ToToken(new OptionalVersionedTextDocumentIdentifier { Uri = "a", Version = null }).ToString(Formatting.None));
        Assert.Equal("""{"title":"t"}""", ProtocolJson.ToToken(new CodeAction { Title = "t" }).ToString(Formatting.None));
    }

    /// <summary>The meta model; without it the test is skipped.</summary>
    internal static JObject Model()
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("LSPCOMPOSE_SHARED") ?? "", "lsp", "metaModel.json");
        Assert.SkipUnless(File.Exists(file), "LSPCOMPOSE_SHARED names no folder with lsp/metaModel.json.");
        return JObject.Parse(File.ReadAllText(file));
    }

    /// <summary>The members of a JSON object, however deep, that the structure of a name does not have.</summary>
    internal static IEnumerable<string> Unknown(JObject model, JObject json, string structure)
    {
        var structures = model.At("structures").ToDictionary(s => (string?)s["name"] ?? "");
        return Unknown(json, [structure], structures, "");
    }

    private static IEnumerable<string> Unknown(JObject json, IReadOnlyList<string> possible, Dictionary<string, JToken> structures, string path)
    {
        foreach (var (name, value) in json)
        {
            var members = possible.Where(structures.ContainsKey).SelectMany(structure => Properties(structures[structure], structures)).Where(property => (string?)property["name"] == name).ToList();
            if (members.Count == 0)
            {
                yield return $"{path}{name}";
            }

            foreach (var item in value is JArray array ? array.OfType<JObject>() : value is JObject nested ? [nested] : [])
            {
                var types = members.SelectMany(member => References(member.At("type"))).ToList();
                foreach (var unknown in types.Contains("LSPAny") ? [] : Unknown(item, types, structures, $"{path}{name}."))
                {
                    yield return unknown;
                }
            }
        }
    }

    private static IEnumerable<string> References(JToken type) => (string?)type["kind"] switch
    {
        "or" => type.At("items").SelectMany(References),
        "array" => References(type.At("element")),
        "reference" => [(string?)type["name"] ?? ""],
        _ => [],
    };

    private static IEnumerable<JToken> Properties(JToken structure, Dictionary<string, JToken> structures) =>
        (structure["properties"] ?? new JArray())
            .Concat((structure["extends"] ?? new JArray()).Concat(structure["mixins"] ?? new JArray())
                .SelectMany(parent => structures.TryGetValue((string?)parent["name"] ?? "", out var found) ? Properties(found, structures) : []))
            .DistinctBy(p => (string?)p["name"]);

    private static bool Fits(Type type, JToken other)
    {
        var name = (string?)other["name"];
        return (string?)other["kind"] switch
        {
            "or" => type == typeof(JToken) || other.At("items").Any(item => Fits(type, item)),
            "base" => name switch
            {
                "string" or "URI" or "DocumentUri" => type == typeof(string),
                "integer" or "uinteger" => type == typeof(int),
                "boolean" => type == typeof(bool),
                _ => false,
            },
            "stringLiteral" => type == typeof(string),
            "array" => type == typeof(IReadOnlyList<object>) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && Fits(type.GetGenericArguments()[0], other.At("element"))),
            "map" => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && Fits(type.GetGenericArguments()[1], other.At("value")),
            "reference" => name is "LSPAny" or "LSPObject" or "GlobPattern" or "ProgressToken" || PutTogether.Contains(name ?? "") ? type == typeof(JToken)
                : type.Name == name || type == typeof(string) || Names.GetValueOrDefault(type.Name) == name,
            _ => false,
        };
    }
}
