namespace LspCompose.Lsp.Rpc;

/// <summary>One message as it came: its body, null when the headers give no length, and whether bytes before it made no sense.</summary>
internal sealed record Frame(byte[]? Body, bool IsPrecededByGarbage);
