namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>The tags that say how a value joins the one of an earlier file.</summary>
internal static class MergeTags
{
    /// <summary>The tags.</summary>
    public static IReadOnlyList<Suggestion> All { get; } =
    [
        new("reset", CompletionKind.Choice) { Detail = "removes it", Documentation = () => "Removes what earlier files say here; a value after it does not count." },
        new("override", CompletionKind.Choice) { Detail = "replaces it", Documentation = () => "Takes the place of what earlier files say here, instead of being merged with it." },
    ];
}
