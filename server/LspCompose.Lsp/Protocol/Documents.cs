namespace LspCompose.Lsp.Protocol;

internal sealed record DidOpenTextDocumentParams
{
    public required TextDocumentItem TextDocument { get; init; }
}

internal sealed record DidChangeTextDocumentParams
{
    public required VersionedTextDocumentIdentifier TextDocument { get; init; }

    public required IReadOnlyList<TextDocumentContentChangeEvent> ContentChanges { get; init; }
}

internal sealed record TextDocumentContentChangeEvent
{
    /// <summary>The range replaced; null when the text is the whole new document.</summary>
    public Range? Range { get; init; }

    public required string Text { get; init; }
}

internal sealed record DidCloseTextDocumentParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}
