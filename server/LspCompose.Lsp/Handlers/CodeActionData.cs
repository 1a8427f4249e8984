namespace LspCompose.Lsp.Handlers;

/// <summary>What finds an offered action again: the document's version, the span asked about (0-based UTF-16 offsets) and the place in the list.</summary>
internal sealed record CodeActionData
{
    public required string Uri { get; init; }

    public required int Version { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required int Index { get; init; }
}
