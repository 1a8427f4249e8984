namespace LspCompose.Lsp.Handlers;

/// <summary>What finds an offered action again: the document's version, and the span asked about (0-based UTF-16 offsets). Its kind and title do the rest.</summary>
internal sealed record CodeActionData
{
    public required string Uri { get; init; }

    public required int Version { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }
}
