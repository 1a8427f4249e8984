namespace LspCompose.Lsp.Protocol;

internal sealed record DefinitionParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

internal sealed record LocationLink
{
    public Range? OriginSelectionRange { get; init; }

    public required string TargetUri { get; init; }

    public required Range TargetRange { get; init; }

    public required Range TargetSelectionRange { get; init; }
}

internal sealed record DefinitionClientCapabilities
{
    public bool? LinkSupport { get; init; }
}

internal sealed record ReferenceParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public required ReferenceContext Context { get; init; }
}

internal sealed record ReferenceContext
{
    public required bool IncludeDeclaration { get; init; }
}

internal sealed record DocumentHighlightParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

internal sealed record DocumentHighlight
{
    public required Range Range { get; init; }

    public DocumentHighlightKind? Kind { get; init; }
}

internal enum DocumentHighlightKind
{
    Text = 1,
    Read = 2,
    Write = 3,
}

internal sealed record PrepareRenameParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

internal sealed record PrepareRenamePlaceholder
{
    public required Range Range { get; init; }

    public required string Placeholder { get; init; }
}

internal sealed record RenameParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public required string NewName { get; init; }
}

internal sealed record RenameOptions
{
    public bool? PrepareProvider { get; init; }
}

internal sealed record RenameClientCapabilities
{
    public bool? PrepareSupport { get; init; }
}

internal sealed record LinkedEditingRangeParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

internal sealed record LinkedEditingRanges
{
    public required IReadOnlyList<Range> Ranges { get; init; }

    public string? WordPattern { get; init; }
}

internal sealed record WorkspaceSymbolParams
{
    public required string Query { get; init; }
}
