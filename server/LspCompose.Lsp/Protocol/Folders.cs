namespace LspCompose.Lsp.Protocol;

internal sealed record DidChangeWorkspaceFoldersParams
{
    public required WorkspaceFoldersChangeEvent Event { get; init; }
}

internal sealed record WorkspaceFoldersChangeEvent
{
    public required IReadOnlyList<WorkspaceFolder> Added { get; init; }

    public required IReadOnlyList<WorkspaceFolder> Removed { get; init; }
}

internal sealed record WorkspaceFoldersServerCapabilities
{
    public bool? Supported { get; init; }

    public bool? ChangeNotifications { get; init; }
}

internal sealed record FileOperationRegistrationOptions
{
    public required IReadOnlyList<FileOperationFilter> Filters { get; init; }
}

internal sealed record FileOperationFilter
{
    public string? Scheme { get; init; }

    public required FileOperationPattern Pattern { get; init; }
}

internal sealed record FileOperationPattern
{
    public required string Glob { get; init; }
}

internal sealed record CreateFilesParams
{
    public required IReadOnlyList<FileCreate> Files { get; init; }
}

internal sealed record FileCreate
{
    public required string Uri { get; init; }
}

internal sealed record DeleteFilesParams
{
    public required IReadOnlyList<FileDelete> Files { get; init; }
}

internal sealed record FileDelete
{
    public required string Uri { get; init; }
}
