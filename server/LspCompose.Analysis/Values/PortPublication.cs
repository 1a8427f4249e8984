using System.Globalization;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>An item of <c>ports</c>: what it publishes, and where its parts stand in the text (null where a part is not written).</summary>
public sealed record PortPublication
{
    /// <summary>The host address without brackets; empty for all of them.</summary>
    public required string HostIp { get; init; }

    /// <summary>The ports on the host; null when Docker chooses one.</summary>
    public required PortRange? Published { get; init; }

    /// <summary>The ports of the container.</summary>
    public required PortRange Target { get; init; }

    /// <summary>The protocol in lower case: tcp, udp or sctp.</summary>
    public required string Protocol { get; init; }

    /// <summary>Where the host address stands, brackets included.</summary>
    public TextSpan? HostIpSpan { get; init; }

    /// <summary>Where the port or range of the host stands.</summary>
    public TextSpan? PublishedSpan { get; init; }

    /// <summary>Where the port or range of the container stands.</summary>
    public TextSpan TargetSpan { get; init; }

    /// <summary>Where the protocol stands.</summary>
    public TextSpan? ProtocolSpan { get; init; }

    /// <summary>One mapping for every port of the container, in the order Compose gives them: by their text.</summary>
    public IReadOnlyList<PortMapping> Mappings() =>
        [.. Enumerable.Range(0, Target.Count).Select(i => new PortMapping(HostIp, PublishedAt(i), Target.First + i, Protocol))
            .OrderBy(mapping => $"{mapping.Target}/", StringComparer.Ordinal)];

    private string PublishedAt(int index)
    {
        if (Published is not { } range)
        {
            return "";
        }

        var first = (range.First + index).ToString(CultureInfo.InvariantCulture);
        return Target.Count == 1 && range.Count > 1 ? $"{first}-{range.Last.ToString(CultureInfo.InvariantCulture)}" : first;
    }
}
