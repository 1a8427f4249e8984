using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record InitializeParams
{
    public int? ProcessId { get; init; }

    public ClientInfo? ClientInfo { get; init; }

    public ClientCapabilities Capabilities { get; init; } = new();

    public JToken? InitializationOptions { get; init; }

    public string? RootUri { get; init; }

    public IReadOnlyList<WorkspaceFolder>? WorkspaceFolders { get; init; }
}

internal sealed record WorkspaceFolder
{
    public required string Uri { get; init; }
}

internal sealed record ClientInfo
{
    public required string Name { get; init; }

    public string? Version { get; init; }
}

internal sealed record InitializeResult
{
    public required ServerCapabilities Capabilities { get; init; }

    public ServerInfo? ServerInfo { get; init; }
}

internal sealed record ServerInfo
{
    public required string Name { get; init; }

    public string? Version { get; init; }
}

internal sealed record ServerCapabilities
{
    public string? PositionEncoding { get; init; }

    public TextDocumentSyncOptions? TextDocumentSync { get; init; }

    public bool? HoverProvider { get; init; }

    public CodeActionOptions? CodeActionProvider { get; init; }

    public DiagnosticOptions? DiagnosticProvider { get; init; }

    public ExecuteCommandOptions? ExecuteCommandProvider { get; init; }
}

internal sealed record TextDocumentSyncOptions
{
    public bool? OpenClose { get; init; }

    public TextDocumentSyncKind? Change { get; init; }

    public bool? Save { get; init; }
}

internal enum TextDocumentSyncKind
{
    None = 0,
    Full = 1,
    Incremental = 2,
}

internal sealed record CodeActionOptions
{
    public IReadOnlyList<string>? CodeActionKinds { get; init; }

    public bool? ResolveProvider { get; init; }
}

internal sealed record DiagnosticOptions
{
    public string? Identifier { get; init; }

    public required bool InterFileDependencies { get; init; }

    public required bool WorkspaceDiagnostics { get; init; }
}

internal sealed record ExecuteCommandOptions
{
    public required IReadOnlyList<string> Commands { get; init; }
}

internal sealed record InitializedParams;
