namespace LspCompose.Engine.Endpoints;

/// <summary>Whether a network address is talked to by TLS.</summary>
internal enum TlsUse
{
    /// <summary>Only where the address says <c>https</c>.</summary>
    ByAddress,

    /// <summary>Whatever the address says.</summary>
    Always,
}
