namespace LspCompose.Lsp.Protocol;

internal sealed record RenameFilesParams
{
    public required IReadOnlyList<FileRename> Files { get; init; }
}

internal sealed record FileRename
{
    public required string OldUri { get; init; }

    public required string NewUri { get; init; }
}
