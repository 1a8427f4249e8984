using LspCompose.Analysis.Engines;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Names of the engine's containers, running ones first; those of the project itself last, for they are named by their services.</summary>
internal static class EngineContainers
{
    private const string Marker = "container:";

    /// <summary>A container before the colon of <c>CONTAINER:ALIAS</c>.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context)
    {
        var colon = context.Word.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && context.Span.Start + colon < context.Offset)
        {
            return [];
        }

        TextSpan? span = colon < 0 ? null : new TextSpan(context.Span.Start, context.Span.Start + colon);
        var linked = context.Siblings.Select(item => item.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return All(context).Where(container => !linked.Contains(container.Name)).Select(container => Suggest(context, container) with { Span = span });
    }

    /// <summary>The part after <c>container:</c>, and the whole text before that is typed.</summary>
    public static IEnumerable<Suggestion> AfterPrefix(CompletionContext context)
    {
        if (!context.Prefix.StartsWith(Marker, StringComparison.Ordinal))
        {
            return context.Word.Contains(':') ? [] : All(context).Select(container => Suggest(context, container)).Select(offer => offer with { Label = Marker + offer.Label, Text = Marker + offer.Label, Rank = SuggestionRank.Rare + offer.Rank });
        }

        // The mode of a mount may follow.
        var start = context.Span.Start + Marker.Length;
        var end = context.Word.IndexOf(':', Marker.Length) is >= 0 and var colon ? context.Span.Start + colon : context.Span.End;
        return context.Offset > end ? [] : All(context).Select(container => Suggest(context, container) with { Span = new TextSpan(start, end) });
    }

    // Not the service's own, and none that ends with the command it was started for.
    private static IEnumerable<EngineContainer> All(CompletionContext context) => (context.Workspace.Engine?.Containers ?? [])
        .Where(container => !container.IsOneOff && !(IsOwn(context, container) && container.Service == context.ServiceName))
        .OrderBy(container => container.Name, StringComparer.Ordinal);

    private static bool IsOwn(CompletionContext context, EngineContainer container) => container.Project is { } project && project == context.Project.Name;

    private static Suggestion Suggest(CompletionContext context, EngineContainer container) => new(container.Name, CompletionKind.Service)
    {
        Detail = EngineText.Of(container),
        Documentation = () => Networks(container),
        Rank = IsOwn(context, container) ? SuggestionRank.Rare : container.IsUp ? SuggestionRank.Common : SuggestionRank.Usual,
    };

    private static string Networks(EngineContainer container) => container.Networks.Count == 0 ? "On no network."
        : string.Join("\n", container.Networks.Select(place => place.Aliases.Count == 0 ? $"- network `{place.Network}`" : $"- network `{place.Network}`, as {Sentence.List(place.Aliases.Select(alias => $"`{alias}`"))}"));
}
