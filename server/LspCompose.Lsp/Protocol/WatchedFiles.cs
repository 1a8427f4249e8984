using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record DidChangeWatchedFilesParams
{
    public required IReadOnlyList<FileEvent> Changes { get; init; }
}

internal sealed record FileEvent
{
    public required string Uri { get; init; }

    public required FileChangeType Type { get; init; }
}

internal enum FileChangeType
{
    Created = 1,
    Changed = 2,
    Deleted = 3,
}

internal sealed record DidChangeWatchedFilesRegistrationOptions
{
    public required IReadOnlyList<FileSystemWatcher> Watchers { get; init; }
}

internal sealed record FileSystemWatcher
{
    /// <summary>A pattern, or a pattern and the folder it starts from (RelativePattern).</summary>
    public required JToken GlobPattern { get; init; }
}

internal sealed record UnregistrationParams
{
    /// <summary>Spelt as in the protocol.</summary>
    public required IReadOnlyList<Unregistration> Unregisterations { get; init; }
}

internal sealed record Unregistration
{
    public required string Id { get; init; }

    public required string Method { get; init; }
}

internal sealed record DidSaveTextDocumentParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}
