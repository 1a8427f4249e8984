using LspCompose.Lsp.Protocol;

namespace LspCompose.Lsp.Publishing;

/// <summary>The diagnostics of one document in one snapshot; the id is the same only for the same result.</summary>
internal sealed record DiagnosticsResult(string Id, IReadOnlyList<Diagnostic> Diagnostics);
