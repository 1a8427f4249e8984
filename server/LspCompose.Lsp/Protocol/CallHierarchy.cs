namespace LspCompose.Lsp.Protocol;

internal sealed record CallHierarchyPrepareParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

internal sealed record CallHierarchyItem
{
    public required string Name { get; init; }

    public required SymbolKind Kind { get; init; }

    public string? Detail { get; init; }

    public required string Uri { get; init; }

    public required Range Range { get; init; }

    public required Range SelectionRange { get; init; }
}

internal sealed record CallHierarchyIncomingCallsParams
{
    public required CallHierarchyItem Item { get; init; }
}

internal sealed record CallHierarchyOutgoingCallsParams
{
    public required CallHierarchyItem Item { get; init; }
}

internal sealed record CallHierarchyIncomingCall
{
    public required CallHierarchyItem From { get; init; }

    public required IReadOnlyList<Range> FromRanges { get; init; }
}

internal sealed record CallHierarchyOutgoingCall
{
    public required CallHierarchyItem To { get; init; }

    public required IReadOnlyList<Range> FromRanges { get; init; }
}
