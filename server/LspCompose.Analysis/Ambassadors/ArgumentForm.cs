namespace LspCompose.Analysis.Ambassadors;

/// <summary>How an ambassador's image reads its command.</summary>
internal enum ArgumentForm
{
    /// <summary><c>HOST PORT</c>: the port is the same on both sides.</summary>
    HostAndPort,

    /// <summary><c>HOST:PORT</c>, listening on a port of the image's own.</summary>
    Address,

    /// <summary><c>LISTEN HOST PORT [HOST PORT …]</c>, several separated by <c>--</c>.</summary>
    Backends,

    /// <summary>None of them.</summary>
    Other,
}
