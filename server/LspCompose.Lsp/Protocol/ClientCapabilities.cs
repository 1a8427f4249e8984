namespace LspCompose.Lsp.Protocol;

internal sealed record ClientCapabilities
{
    public GeneralClientCapabilities? General { get; init; }

    public WorkspaceClientCapabilities? Workspace { get; init; }

    public TextDocumentClientCapabilities? TextDocument { get; init; }

    public WindowClientCapabilities? Window { get; init; }
}

internal sealed record WindowClientCapabilities
{
    public bool? WorkDoneProgress { get; init; }
}

internal sealed record GeneralClientCapabilities
{
    public IReadOnlyList<string>? PositionEncodings { get; init; }
}

internal sealed record WorkspaceClientCapabilities
{
    public bool? ApplyEdit { get; init; }

    public WorkspaceEditClientCapabilities? WorkspaceEdit { get; init; }

    public DidChangeConfigurationClientCapabilities? DidChangeConfiguration { get; init; }

    public DidChangeWatchedFilesClientCapabilities? DidChangeWatchedFiles { get; init; }

    public bool? Configuration { get; init; }

    public DiagnosticWorkspaceClientCapabilities? Diagnostics { get; init; }
}

internal sealed record WorkspaceEditClientCapabilities
{
    public bool? DocumentChanges { get; init; }

    public IReadOnlyList<string>? ResourceOperations { get; init; }

    public ChangeAnnotationsSupportOptions? ChangeAnnotationSupport { get; init; }
}

internal sealed record ChangeAnnotationsSupportOptions
{
    public bool? GroupsOnLabel { get; init; }
}

internal sealed record DidChangeConfigurationClientCapabilities
{
    public bool? DynamicRegistration { get; init; }
}

internal sealed record DidChangeWatchedFilesClientCapabilities
{
    public bool? DynamicRegistration { get; init; }

    public bool? RelativePatternSupport { get; init; }
}

internal sealed record DiagnosticWorkspaceClientCapabilities
{
    public bool? RefreshSupport { get; init; }
}

internal sealed record TextDocumentClientCapabilities
{
    public HoverClientCapabilities? Hover { get; init; }

    public CompletionClientCapabilities? Completion { get; init; }

    public CodeActionClientCapabilities? CodeAction { get; init; }

    public DefinitionClientCapabilities? Definition { get; init; }

    public RenameClientCapabilities? Rename { get; init; }

    public DiagnosticClientCapabilities? Diagnostic { get; init; }

    public DocumentSymbolClientCapabilities? DocumentSymbol { get; init; }

    public FoldingRangeClientCapabilities? FoldingRange { get; init; }

    public DocumentLinkClientCapabilities? DocumentLink { get; init; }

    public SemanticTokensClientCapabilities? SemanticTokens { get; init; }

    public DocumentRangeFormattingClientCapabilities? RangeFormatting { get; init; }
}

internal sealed record DocumentRangeFormattingClientCapabilities
{
    public bool? RangesSupport { get; init; }
}

internal sealed record HoverClientCapabilities
{
    public IReadOnlyList<string>? ContentFormat { get; init; }
}

internal sealed record CodeActionClientCapabilities
{
    public bool? DataSupport { get; init; }

    public ClientCodeActionResolveOptions? ResolveSupport { get; init; }
}

internal sealed record ClientCodeActionResolveOptions
{
    public required IReadOnlyList<string> Properties { get; init; }
}

internal sealed record DiagnosticClientCapabilities
{
    public bool? DynamicRegistration { get; init; }
}
