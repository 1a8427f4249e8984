namespace LspCompose.Lsp.Protocol;

internal sealed record InlayHintParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Range Range { get; init; }
}

internal sealed record InlayHint
{
    public required Position Position { get; init; }

    public required string Label { get; init; }

    public MarkupContent? Tooltip { get; init; }

    public bool? PaddingLeft { get; init; }
}
