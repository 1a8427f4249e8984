using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Migration;

/// <summary>
/// Where a link really leads: the service it means (past an ambassador), the owner of that service's network stack, and the network both ends share
/// (null when they share none and the link never resolved).
/// </summary>
internal sealed record LinkRoute(Link Link, Service Target, Service Owner, string? Network)
{
    /// <summary>True when the owner must answer to the link's alias on the network.</summary>
    public bool NeedsAlias { get; init; }
}
