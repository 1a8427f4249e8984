using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LspCompose.Analysis;
using LspCompose.Lsp.Rpc;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Sessions;

/// <summary>Everything the server knows of one client, as an immutable snapshot.</summary>
internal sealed record Session
{
    public Phase Phase { get; init; }

    public ClientProfile Client { get; init; } = new();

    /// <summary>The open documents, by URI.</summary>
    public ImmutableDictionary<string, OpenDocument> Documents { get; private init; } = ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);

    /// <summary>What is analysed: the open documents, by URI, and the settings.</summary>
    public Workspace Workspace { get; init; } = Workspace.Empty;

    /// <summary>The session with a document opened or changed.</summary>
    public Session WithDocument(string uri, int version, SourceText text)
    {
        var document = new OpenDocument(uri, version, text);
        return this with
        {
            Documents = Documents.SetItem(uri, document),
            Workspace = document.IsAnalysed ? Workspace.WithFile(uri, text) : Workspace.WithoutFile(uri),
        };
    }

    /// <summary>The session without a document.</summary>
    public Session WithoutDocument(string uri) => this with { Documents = Documents.Remove(uri), Workspace = Workspace.WithoutFile(uri) };

    /// <summary>Finds a document that is open and analysed.</summary>
    public bool TryGetAnalysed(string uri, [NotNullWhen(true)] out OpenDocument? document) => Documents.TryGetValue(uri, out document) && document.IsAnalysed;

    /// <summary>Why a method may not be called now, null when it may.</summary>
    public ProtocolError? Refusal(string method) => (Phase, method) switch
    {
        (_, "exit") or (Phase.New, "initialize") => null,
        (Phase.New, _) => new ProtocolError(ErrorCodes.ServerNotInitialized, $"'{method}' came before 'initialize'."),
        (Phase.Running, "initialize") => new ProtocolError(ErrorCodes.InvalidRequest, "'initialize' may be sent only once."),
        (Phase.Running, _) => null,
        _ => new ProtocolError(ErrorCodes.InvalidRequest, $"'{method}' came after 'shutdown'."),
    };
}
