using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names of networks, volumes, configs, secrets and models that the project declares.</summary>
internal static class ResourceNames
{
    /// <summary>The networks, and the one that is there without being declared.</summary>
    public static IEnumerable<Suggestion> Networks(CompletionContext context)
    {
        var declared = Of(context, "network").ToList();
        return declared.Exists(network => network.Label == "default") || context.Siblings.Contains("default")
            ? declared
            : declared.Append(new Suggestion("default", CompletionKind.Resource) { Detail = "the project's own network", Rank = SuggestionRank.Usual });
    }

    /// <summary>The volumes; in the short syntax with the path to mount them at to be filled in.</summary>
    public static IEnumerable<Suggestion> Volumes(CompletionContext context)
    {
        var names = Of(context, "volume");
        if (context.Position != CompletionPosition.Item)
        {
            return context.Beside("type") is { IsScalar: true, Value: "bind" } ? [] : names;
        }

        var colon = context.Word.IndexOf(':', StringComparison.Ordinal);
        var path = ContainerPaths.DataOf(context);
        return colon < 0 ? names.Select(volume => volume with { Text = $"{volume.Label}:{path}", IsUnfinished = path is null, Snippet = [$"{volume.Label}:${{1:{path ?? "/path"}}}"], FilterText = volume.Label })
            : context.Span.Start + colon >= context.Offset ? names.Select(volume => volume with { Span = new TextSpan(context.Span.Start, context.Span.Start + colon) })
            : [];
    }

    /// <summary>The configs.</summary>
    public static IEnumerable<Suggestion> Configs(CompletionContext context) => Of(context, "config");

    /// <summary>The secrets.</summary>
    public static IEnumerable<Suggestion> Secrets(CompletionContext context) => Of(context, "secret");

    /// <summary>The models.</summary>
    public static IEnumerable<Suggestion> Models(CompletionContext context) => Of(context, "model");

    private static IEnumerable<Suggestion> Of(CompletionContext context, string kind) =>
        DeclaredNames.Of(context, kind).Where(resource => !context.Siblings.Contains(resource.Entry.Name)).Select(resource => new Suggestion(resource.Entry.Name, CompletionKind.Resource)
        {
            Detail = resource.Text("driver") ?? resource.Text("file") ?? resource.Text("model") ?? kind,
            Documentation = resource.Excerpt,
            Rank = SuggestionRank.Common,
        });
}
