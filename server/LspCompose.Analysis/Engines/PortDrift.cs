using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Rules;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Engines;

/// <summary>Whether a container publishes the ports its service does now.</summary>
internal static class PortDrift
{
    /// <summary>How the ports differ, in words; null where they do not or that is not known.</summary>
    public static string? Of(ConfigMapping service, EngineContainer container)
    {
        // Between two starts nothing is published.
        if (container.State is not (ContainerState.Running or ContainerState.Paused or ContainerState.Exited or ContainerState.Created)
            || NetworkModes.HasNoNetworks(container.NetworkMode) || NetworkModes.HasNoNetworks(ModelParts.Text(service.Get("network_mode"))) || Wanted(service) is not { } wanted)
        {
            return null;
        }

        var published = container.Ports.ToList();
        var missing = new List<string>();

        // The ones with the least choice first.
        foreach (var port in wanted.OrderBy(port => port.Host?.Count ?? int.MaxValue))
        {
            var matching = published.Where(port.Accepts).ToList();
            if (matching.Count == 0)
            {
                missing.Add(port.Shown);
            }

            // A port that the engine chose may be another one for each family of addresses.
            foreach (var match in port.Host is null ? matching : matching.Take(1))
            {
                published.Remove(match);
            }
        }

        return DriftWords.Of("ports", missing, published.Select(port => Shown(port.HostAddress, port.HostPort > 0 ? $"{port.HostPort}" : "", port.ContainerPort, port.Protocol)));
    }

    private static List<WantedPort>? Wanted(ConfigMapping service)
    {
        var wanted = new List<WantedPort>();
        foreach (var item in ModelParts.Items(service.Get("ports")))
        {
            if (item is not ConfigMapping port || port.Get("target") is not ConfigScalar { Value: long target } || HostAddress.Read(ModelParts.Text(port.Get("host_ip"))) is not { } address)
            {
                return null;
            }

            var host = (port.Get("published") as ConfigScalar)?.Display ?? "";
            var protocol = ModelParts.Text(port.Get("protocol")) is { Length: > 0 } written ? written.ToLowerInvariant() : "tcp";
            wanted.Add(new WantedPort(address, PortClaim.ReadRange(host), target, protocol, Shown(ModelParts.Text(port.Get("host_ip")), host, target, protocol)));
        }

        return wanted;
    }

    private static string Shown(string address, string host, long target, string protocol)
    {
        var ip = address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address;
        return $"{(ip.Length > 0 ? $"{ip}:" : "")}{host}{(host.Length + ip.Length > 0 ? ":" : "")}{target}{(protocol == "tcp" ? "" : $"/{protocol}")}";
    }

    // Without ports of the host the engine chooses.
    private sealed record WantedPort(HostAddress Address, PortRange? Host, long Target, string Protocol, string Shown)
    {
        // What a container that does not run asks for may be told without a port.
        public bool Accepts(PublishedPort port) => port.ContainerPort == Target && port.Protocol == Protocol
            && (Host is not { } host || port.HostPort == 0 || (port.HostPort >= host.First && port.HostPort <= host.Last))
            && HostAddress.Read(port.HostAddress) is { } address && address.Number == Address.Number;
    }
}
