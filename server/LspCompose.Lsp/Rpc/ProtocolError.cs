namespace LspCompose.Lsp.Rpc;

/// <summary>A refusal the client is told about: becomes a JSON-RPC error reply.</summary>
internal sealed class ProtocolError(int code, string message) : Exception(message)
{
    /// <summary>The JSON-RPC or LSP error code.</summary>
    public int Code { get; } = code;
}
