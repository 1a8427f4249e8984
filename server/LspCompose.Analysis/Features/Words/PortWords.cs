using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Features.Words;

/// <summary>Published ports in words.</summary>
internal static class PortWords
{
    /// <summary>The short form of a port as a sentence; null for what is none.</summary>
    public static string? Of(string text) => PortSpec.Parse(text) is { IsValid: true, Value: { } port }
        ? Of(port.HostIp, port.Published, port.Target, port.Protocol)
        : null;

    /// <summary>The parts of a port as a sentence.</summary>
    public static string Of(string hostIp, PortRange? published, PortRange target, string protocol)
    {
        var inside = $"→ {Ports(target)} in the container, {protocol.ToUpperInvariant()}";
        return published switch
        {
            null when target.Count > 1 => $"Free ports of {Host(hostIp)}, which Docker chooses, {inside}",
            null => $"A free port of {Host(hostIp)}, which Docker chooses, {inside}",
            { Count: > 1 } range when target.Count == 1 => $"One free port out of {Dashed(range)} of {Host(hostIp)} {inside}",
            { } range => $"{(range.Count > 1 ? "Ports" : "Port")} {Dashed(range)} of {Host(hostIp)} {inside}{(range.Count > 1 ? ", one to one" : "")}",
        };
    }

    /// <summary>The short form of a port for the narrow room behind a line.</summary>
    public static string? Short(string text)
    {
        if (PortSpec.Parse(text) is not { IsValid: true, Value: { } port })
        {
            return null;
        }

        var host = port.HostIp switch { "" => "", { } ip when ip.Contains(':', StringComparison.Ordinal) => $"[{ip}]:", var ip => ip + ":" };
        return $"host {host}{(port.Published is { } published ? Dashed(published) : "random")} → container {Dashed(port.Target)}{(port.Protocol == "tcp" ? "" : $" {port.Protocol.ToUpperInvariant()}")}";
    }

    /// <summary>An exposed port as a sentence; null for what is none.</summary>
    public static string? Exposed(string text) => PortSpec.Parse(text) is { IsValid: true, Value: { Published: null, HostIp: "" } port }
        ? $"{(port.Target.Count > 1 ? "Ports" : "Port")} {Dashed(port.Target)} of the container, {port.Protocol.ToUpperInvariant()}; not opened on the host"
        : null;

    private static string Ports(PortRange range) => $"{(range.Count > 1 ? "ports" : "port")} {Dashed(range)}";

    private static string Dashed(PortRange range) => range.Count > 1 ? $"{range.First}–{range.Last}" : $"{range.First}";

    private static string Host(string ip) => ip switch
    {
        "" => "every host interface",
        "0.0.0.0" => "every host interface (IPv4)",
        "::" => "every host interface (IPv6)",
        "::1" => $"host address {ip} (this machine only)",
        _ when ip.StartsWith("127.", StringComparison.Ordinal) => $"host address {ip} (this machine only)",
        _ => $"host address {ip}",
    };
}
