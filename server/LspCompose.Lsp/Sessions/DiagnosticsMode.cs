namespace LspCompose.Lsp.Sessions;

/// <summary>How diagnostics reach the client.</summary>
internal enum DiagnosticsMode
{
    /// <summary>Pushed, unless the client shows that it pulls.</summary>
    Auto,

    /// <summary>Pushed only; pulling is not offered.</summary>
    Push,

    /// <summary>Pulled only.</summary>
    Pull,
}
