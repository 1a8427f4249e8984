using LspCompose.Analysis.Images;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Commands that tell whether a container works, by its image.</summary>
internal static class HealthcheckTests
{
    private static readonly string[] General = ["curl -fsS http://localhost:8080/health", "wget -q --spider http://localhost:8080/health", "nc -z localhost 8080"];

    /// <summary>The command for an image; null for an image that is not known.</summary>
    public static string? For(string image) => KnownImages.Find(image) is { HealthCommand: { Length: > 0 } command } ? command : null;

    /// <summary>Tests for the service's image first, then those many images could pass.</summary>
    public static IEnumerable<Suggestion> Of(CompletionContext context)
    {
        var isList = context.Position == CompletionPosition.Item;
        if (isList && IsFirst(context))
        {
            // The words CMD, CMD-SHELL and NONE come from the schema.
            yield break;
        }

        var image = context.ServiceImage;
        foreach (var command in (image is not null && For(image) is { } known ? General.Prepend(known) : General).Where(command => !isList || FirstItem(context) == "CMD-SHELL"))
        {
            yield return new Suggestion(command, CompletionKind.Value) { Rank = command == General[0] ? SuggestionRank.Rare : SuggestionRank.Common, Detail = command.StartsWith("curl", StringComparison.Ordinal) ? "needs curl in the image" : "" };
        }
    }

    private static bool IsFirst(CompletionContext context) => FirstItem(context) is null;

    private static string? FirstItem(CompletionContext context) =>
        context.Place?.Parent?.Value is { IsSequence: true } list && list.Items.Count > 1 && list.Items[0].Value is { IsScalar: true } first && first.FullSpan.End <= context.Span.Start ? first.Value : null;
}
