namespace LspCompose.Lsp.Sessions;

/// <summary>Where a session is in its life (LSP: server lifecycle).</summary>
internal enum Phase
{
    /// <summary>Before <c>initialize</c>.</summary>
    New,

    /// <summary>After <c>initialize</c>.</summary>
    Running,

    /// <summary>After <c>shutdown</c>.</summary>
    ShutDown,

    /// <summary>After <c>exit</c>.</summary>
    Exited,
}
