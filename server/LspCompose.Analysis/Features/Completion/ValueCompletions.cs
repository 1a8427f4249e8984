using LspCompose.Analysis.Features.Completion.Values;
using LspCompose.Analysis.Schema;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>
/// Offers texts: values of keys and items of lists. What the schema knows (<c>enum</c>, <c>x-values</c>, booleans) comes from it; everything else from a provider by what
/// the text names (<c>x-reference</c>) or its grammar (<c>x-syntax</c>).
/// </summary>
/// <remarks>
/// To add a kind of value, write one static class in <c>Features/Completion/Values</c> with a method that fits <see cref="SuggestionProvider"/> and add one line to the
/// tables below. The method gets the <see cref="CompletionContext"/> and yields a <see cref="Suggestion"/> for each text: the whole text as it will stand in the
/// file, or only a part of it with <see cref="Suggestion.Span"/>, such as the last part of a path. It does not filter by what is typed, and knows nothing of quotes,
/// dashes, indentation and snippets: <see cref="SuggestionWriter"/> does that. It opens no files; <see cref="Workspace.Find"/> has the text of those that were read.
/// </remarks>
internal static class ValueCompletions
{
    // By x-reference, with the prefix that is written out in front of a name in braces.
    private static readonly Dictionary<string, SuggestionProvider> ByReference = new(StringComparer.Ordinal)
    {
        ["service"] = ServiceNames.Of,
        ["service:{service}"] = ServiceNames.AfterPrefix,
        ["network"] = ResourceNames.Networks,
        ["volume"] = ResourceNames.Volumes,
        ["config"] = ResourceNames.Configs,
        ["secret"] = ResourceNames.Secrets,
        ["model"] = ResourceNames.Models,
        ["profile"] = ProfileNames.Of,
        ["folder"] = FilePaths.Folders,
        ["file"] = FilePaths.Files,
        ["compose-file"] = FilePaths.ComposeFiles,
        ["dockerfile"] = FilePaths.Dockerfiles,
        ["build-stage"] = BuildStageNames.Of,
        ["image"] = ImageNames.Of,
        ["container"] = EngineContainers.Of,
        ["container:{container}"] = EngineContainers.AfterPrefix,
    };

    // By x-syntax.
    private static readonly Dictionary<string, SuggestionProvider> BySyntax = new(StringComparer.Ordinal)
    {
        ["duration"] = Measures.Durations,
        ["bytes"] = Measures.Sizes,
        ["healthcheck-test"] = HealthcheckTests.Of,
        ["port"] = PortNumbers.Published,
        ["expose"] = PortNumbers.Exposed,
        ["volume"] = ContainerPaths.Mounted,
        ["user"] = UserNames.Of,
        ["env"] = EnvironmentNames.AsItems,
    };

    // By the definition of a mapping and its key, where the schema knows no grammar.
    private static readonly Dictionary<(string Definition, string Key), SuggestionProvider> ByKey = new()
    {
        [("port", "target")] = PortNumbers.Single,
        [("port", "published")] = PortNumbers.Single,
        [("mount", "target")] = ContainerPaths.Targets,
        [("network", "name")] = ExternalResources.NetworkNames,
        [("volume", "name")] = ExternalResources.VolumeNames,
        [("config", "name")] = ExternalResources.ConfigNames,
        [("secret", "name")] = ExternalResources.SecretNames,
    };

    /// <summary>What could be the text at the cursor.</summary>
    public static IEnumerable<Suggestion> For(CompletionContext context)
    {
        var seen = context.Position == CompletionPosition.Item ? context.Siblings.ToHashSet(StringComparer.Ordinal) : new(StringComparer.Ordinal);
        return OfKey(context).Concat(context.TextSchemas.SelectMany(schema => For(context, schema))).Where(suggestion => seen.Add(suggestion.Label));
    }

    private static IEnumerable<Suggestion> OfKey(CompletionContext context) =>
        context.Place is { Name: { } key, Parent.Schema: { } around } && ByKey.TryGetValue((around.Branch(SchemaTypes.Object)?.Definition ?? "", key), out var provider) ? provider(context) : [];

    private static IEnumerable<Suggestion> For(CompletionContext context, SchemaNode schema)
    {
        foreach (var suggestion in schema.References.Where(ByReference.ContainsKey).SelectMany(reference => ByReference[reference](context)))
        {
            yield return suggestion;
        }

        foreach (var suggestion in schema.Syntax is { } syntax && BySyntax.TryGetValue(syntax, out var provider) ? provider(context) : [])
        {
            yield return suggestion;
        }

        // Beside the key of a list the values are those of its items.
        foreach (var hint in context.Position == CompletionPosition.Value && schema.Branch(SchemaTypes.Array) is { Types: not SchemaTypes.None } ? [] : schema.Values)
        {
            yield return new Suggestion(hint.Text, schema.Enum.Count > 0 ? CompletionKind.Choice : CompletionKind.Value)
            {
                Documentation = () => hint.Description,
                IsUnfinished = hint.Text.EndsWith(':'),
                Detail = hint.Text == schema.Default ? "default" : "",
            };
        }

        foreach (var text in schema.Enum)
        {
            yield return new Suggestion(text, CompletionKind.Choice);
        }

        if ((schema.Types & SchemaTypes.Boolean) != 0)
        {
            yield return Boolean("true");
            yield return Boolean("false");
        }

        Suggestion Boolean(string text) => new(text, CompletionKind.Choice) { IsLiteral = true, Detail = text == schema.Default ? "default" : "" };
    }
}
