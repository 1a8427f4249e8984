namespace LspCompose.Lsp.Protocol;

internal sealed record DocumentLinkParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

internal sealed record DocumentLink
{
    public required Range Range { get; init; }

    public string? Target { get; init; }

    public string? Tooltip { get; init; }
}

internal sealed record DocumentLinkOptions
{
    public bool? ResolveProvider { get; init; }
}

internal sealed record DocumentLinkClientCapabilities
{
    public bool? TooltipSupport { get; init; }
}
