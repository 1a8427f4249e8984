namespace LspCompose.Lsp.Handlers;

/// <summary>What a lens is found again by: the document, and the 0-based UTF-16 offset of the defined name in it.</summary>
internal sealed record CodeLensData
{
    public required string Uri { get; init; }

    public required int Offset { get; init; }
}
