namespace LspCompose.Lsp.Protocol;

internal sealed record DocumentSymbolParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

internal sealed record DocumentSymbol
{
    public required string Name { get; init; }

    public string? Detail { get; init; }

    public required SymbolKind Kind { get; init; }

    public IReadOnlyList<SymbolTag>? Tags { get; init; }

    public required Range Range { get; init; }

    public required Range SelectionRange { get; init; }

    public IReadOnlyList<DocumentSymbol>? Children { get; init; }
}

internal sealed record SymbolInformation
{
    public required string Name { get; init; }

    public required SymbolKind Kind { get; init; }

    public IReadOnlyList<SymbolTag>? Tags { get; init; }

    public string? ContainerName { get; init; }

    public required Location Location { get; init; }
}

internal enum SymbolKind
{
    File = 1,
    Module = 2,
    Namespace = 3,
    Class = 5,
    Property = 7,
    Field = 8,
    Interface = 11,
    Variable = 13,
    Constant = 14,
    String = 15,
    Number = 16,
    Boolean = 17,
    Array = 18,
    Object = 19,
    Key = 20,
    Null = 21,
    Struct = 23,
    Event = 24,
}

internal enum SymbolTag
{
    Deprecated = 1,
}

internal sealed record DocumentSymbolClientCapabilities
{
    public bool? HierarchicalDocumentSymbolSupport { get; init; }
}

internal sealed record FoldingRangeParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

internal sealed record FoldingRange
{
    public required int StartLine { get; init; }

    public required int EndLine { get; init; }

    public int? EndCharacter { get; init; }

    public string? Kind { get; init; }
}

internal sealed record FoldingRangeClientCapabilities
{
    public int? RangeLimit { get; init; }

    public bool? LineFoldingOnly { get; init; }
}

internal sealed record SelectionRangeParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required IReadOnlyList<Position> Positions { get; init; }
}

internal sealed record SelectionRange
{
    public required Range Range { get; init; }

    public SelectionRange? Parent { get; init; }
}
