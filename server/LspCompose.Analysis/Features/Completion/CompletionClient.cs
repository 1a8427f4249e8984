namespace LspCompose.Analysis.Features.Completion;

/// <summary>What the editor can do with an offer.</summary>
public sealed record CompletionClient
{
    /// <summary>An editor that takes plain text only.</summary>
    public static CompletionClient Plain { get; } = new();

    /// <summary>True when it knows the snippet syntax of the Language Server Protocol: <c>${1:text}</c>, <c>$0</c>.</summary>
    public bool TakesSnippets { get; init; }
}
