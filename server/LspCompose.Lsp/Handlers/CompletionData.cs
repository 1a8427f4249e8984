namespace LspCompose.Lsp.Handlers;

/// <summary>What finds an offered item again: the number of its list and the place in it.</summary>
internal sealed record CompletionData
{
    public required int List { get; init; }

    public required int Index { get; init; }
}
