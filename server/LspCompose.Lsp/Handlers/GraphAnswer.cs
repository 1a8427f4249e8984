namespace LspCompose.Lsp.Handlers;

/// <summary>The answer to <c>lspcompose.graph</c>: one drawing in two formats.</summary>
internal sealed record GraphAnswer
{
    public required string Svg { get; init; }

    public required string Mermaid { get; init; }
}
