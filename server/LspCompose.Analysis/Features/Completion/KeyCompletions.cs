using LspCompose.Analysis.Features.Completion.Values;
using LspCompose.Analysis.Features.Hovers;
using LspCompose.Analysis.Schema;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>
/// Offers keys of mappings: those of the schema, well-known ones of free mappings (<c>x-keys</c>), and from providers the names of what is referred to
/// (<c>x-key-reference</c>) or declared (<c>x-defines</c>) and keys by the grammar of their mapping (<c>x-syntax</c>).
/// </summary>
/// <remarks>Providers are added as in <see cref="ValueCompletions"/>. A key's <see cref="Suggestion.Snippet"/> is what comes after its colon.</remarks>
internal static class KeyCompletions
{
    // What most files have, in the order it is usually written.
    private static readonly Dictionary<string, string[]> Common = new(StringComparer.Ordinal)
    {
        [""] = ["services", "networks", "volumes", "secrets", "configs", "include", "name"],
        ["service"] =
        [
            "image", "build", "ports", "environment", "volumes", "depends_on", "networks", "command", "restart", "env_file", "healthcheck", "container_name", "entrypoint",
            "working_dir", "user", "labels", "expose", "secrets", "configs", "profiles", "deploy", "extends", "logging", "hostname",
        ],
        ["build"] = ["context", "dockerfile", "target", "args"],
        ["healthcheck"] = ["test", "interval", "timeout", "retries", "start_period"],
        ["mount"] = ["type", "source", "target", "read_only"],
        ["port"] = ["target", "published", "protocol"],
        ["network"] = ["driver", "external", "name", "internal"],
        ["volume"] = ["driver", "external", "name"],
        ["deploy"] = ["replicas", "resources", "restart_policy"],
    };

    // By x-defines: names to declare things by, ready-made services.
    private static readonly Dictionary<string, SuggestionProvider> ByDefinition = new(StringComparer.Ordinal)
    {
        ["service"] = ReadyServices.Of,
        ["network"] = ExternalResources.NetworkKeys,
        ["volume"] = ExternalResources.VolumeKeys,
        ["config"] = ExternalResources.ConfigKeys,
        ["secret"] = ExternalResources.SecretKeys,
        ["model"] = UndeclaredNames.Models,
    };

    // By x-key-reference.
    private static readonly Dictionary<string, SuggestionProvider> ByReference = new(StringComparer.Ordinal)
    {
        ["service"] = ServiceNames.Of,
        ["network"] = ResourceNames.Networks,
        ["model"] = ResourceNames.Models,
    };

    // By x-syntax of the mapping: names of variables, labels.
    private static readonly Dictionary<string, SuggestionProvider> BySyntax = new(StringComparer.Ordinal)
    {
        ["env"] = EnvironmentNames.AsKeys,
    };

    /// <summary>What could be the key at the cursor.</summary>
    public static IEnumerable<Suggestion> For(CompletionContext context)
    {
        var mapping = context.Schema?.Branch(SchemaTypes.Object);
        if (mapping is null)
        {
            return [];
        }

        var present = context.Siblings.ToHashSet(StringComparer.Ordinal);
        return new[] { context.Schema, mapping }.OfType<SchemaNode>().Distinct().SelectMany(node => Provided(context, node)).Select(suggestion => WithValue(mapping, suggestion))
            .Concat(mapping.Properties.Where(property => !IsLeftOut(context, property.Key)).Select(property => OfSchema(context, mapping, property.Key, property.Value)))
            .Concat(NetworkWay.Of(context))
            .Concat(AnchorNames.MergeKey(context))
            .Where(suggestion => present.Add(suggestion.Label));
    }

    private static IEnumerable<Suggestion> Provided(CompletionContext context, SchemaNode node)
    {
        var providers = new[] { Find(ByDefinition, node.Defines), Find(BySyntax, node.Syntax) }.Concat(node.KeyReferences.Select(reference => Find(ByReference, reference)));
        foreach (var suggestion in providers.OfType<SuggestionProvider>().SelectMany(provider => provider(context)))
        {
            yield return suggestion;
        }

        foreach (var hint in node.Keys)
        {
            yield return new Suggestion(hint.Text, CompletionKind.Key) { Documentation = () => hint.Description };
        }
    }

    private static Suggestion WithValue(SchemaNode mapping, Suggestion suggestion) =>
        suggestion.Snippet.Count == 0 && mapping.ForKey(suggestion.Text) is { } schema ? suggestion with { Snippet = ValueOf(schema) } : suggestion;

    private static Suggestion OfSchema(CompletionContext context, SchemaNode mapping, string key, SchemaNode schema) => new(key, CompletionKind.Key)
    {
        Detail = SchemaText.Types(schema),
        Documentation = () => KeyDocs.Of(key, schema, context.Place),
        Snippet = ValueOf(schema),
        Rank = mapping.Required.Contains(key) ? SuggestionRank.Required
            : schema.IsDeprecated ? SuggestionRank.Discouraged
            : Common.GetValueOrDefault(mapping.Definition ?? "") is { } common && Array.IndexOf(common, key) is >= 0 and var order ? SuggestionRank.Common + order
            : SuggestionRank.Usual,
        IsDeprecated = schema.IsDeprecated,
    };

    // What the schema proposes, else what has to be there, else where the value begins; nothing for what fits beside the key.
    private static IReadOnlyList<string> ValueOf(SchemaNode schema)
    {
        if (schema.Snippet.Count > 0)
        {
            return schema.Snippet;
        }

        var types = schema.AllTypes & ~SchemaTypes.Null;
        if (types is SchemaTypes.Array)
        {
            return ["- $0"];
        }

        return types is SchemaTypes.Object or (SchemaTypes.Object | SchemaTypes.Array) && schema.Branch(SchemaTypes.Object) is { } mapping
            ? mapping.Required.Count > 0 ? [.. mapping.Required.Select((key, index) => $"{key}: {PlaceFor(mapping.ForKey(key), index + 1)}")] : ["$0"]
            : [];
    }

    private static string PlaceFor(SchemaNode? schema, int number) => schema is { Enum.Count: > 0 } ? $"${{{number}|{string.Join(',', schema.Enum)}|}}" : $"${number}";

    private static bool IsLeftOut(CompletionContext context, string key) => (context.Place is null && key == "version") || NetworkWay.Replaces(context, key);

    private static SuggestionProvider? Find(Dictionary<string, SuggestionProvider> providers, string? kind) => kind is null ? null : providers.GetValueOrDefault(kind);
}
