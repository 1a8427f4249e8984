using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record InitializeParams
{
    public int? ProcessId { get; init; }

    public ClientInfo? ClientInfo { get; init; }

    /// <summary>As sent, for what is looked up by the name of a method; see <see cref="ClientCapabilities"/>.</summary>
    public JToken Capabilities { get; init; } = new JObject();

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
    /// <summary>A <c>ServerCapabilities</c>, put together from the options of all that is offered.</summary>
    public required JToken Capabilities { get; init; }

    public ServerInfo? ServerInfo { get; init; }
}

internal sealed record ServerInfo
{
    public required string Name { get; init; }

    public string? Version { get; init; }
}

/// <summary>The options of everything that has no more to say.</summary>
internal sealed record WorkDoneProgressOptions
{
    public bool? WorkDoneProgress { get; init; }
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
