using System.Globalization;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Rules;

/// <summary>Ports of the host a service asks for: one, or several of which its containers take any.</summary>
internal sealed record PortClaim(ProjectService Service, PortRange Range, HostAddress Address, string Protocol, string Target, int Instances, SourcePlace Place)
{
    // What a service says under 'deploy' only when a swarm runs it, where all containers share a published port.
    private static readonly string[] SwarmKeys = ["endpoint_mode", "labels", "mode", "placement", "restart_policy", "rollback_config", "update_config"];

    /// <summary>What a service claims; nothing where it publishes no ports or leaves those of the host to Docker.</summary>
    public static IEnumerable<PortClaim> Of(Project project, ProjectService service)
    {
        var mode = ModelParts.Text(service.Body.Get("network_mode"));
        var instances = CountInstances(project, service.Body);
        if (instances == 0 || mode is "host" or "none" || mode.StartsWith("service:", StringComparison.Ordinal) || mode.StartsWith("container:", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var item in ModelParts.Items(service.Body.Get("ports")))
        {
            if (item is ConfigMapping port && port.Get("published") is ConfigScalar { Text: { } published } place && ReadRange(published) is { } range
                && HostAddress.Read(ModelParts.Text(port.Get("host_ip"))) is { } address)
            {
                yield return new PortClaim(service, range, address, ModelParts.Text(port.Get("protocol")).ToLowerInvariant(), (port.Get("target") as ConfigScalar)?.Display ?? "", instances, place.Place);
            }
        }
    }

    /// <summary>The ports of the host a text names; null for none, and for 0, which stands for any.</summary>
    public static PortRange? ReadRange(string published)
    {
        var dash = published.IndexOf('-', StringComparison.Ordinal);
        return Port(dash < 0 ? published : published[..dash]) is { } first && Port(published[(dash + 1)..]) is { } last && first > 0 && first <= last ? new PortRange(first, last) : null;
    }

    /// <summary>True when a port of both cannot be had by both.</summary>
    public bool ClashesWith(PortClaim other) => Address.Overlaps(other.Address) && !IsSameMapping(other) && Service.CanRunWith(other.Service);

    /// <summary>A port as messages name it.</summary>
    public string Shown(int port) => Protocol is "tcp" or "" ? $"port {port}" : $"port {port}/{Protocol}";

    private bool IsSameMapping(PortClaim other) => Service == other.Service && Target == other.Target && Address == other.Address;

    /// <summary>How many containers a service has.</summary>
    public static int CountInstances(Project project, ConfigMapping service)
    {
        if (service.Get("scale") is ConfigScalar { Value: long scale })
        {
            return (int)Math.Clamp(scale, 0, ushort.MaxValue);
        }

        if (service.Get("deploy") is not ConfigMapping deploy || deploy.Get("replicas") is not ConfigScalar { Value: long replicas })
        {
            return 1;
        }

        var isForSwarm = SwarmKeys.Any(key => deploy.Get(key) is not null)
            || ModelParts.Entries(project.Model.Get("networks")).Any(network => network.Value is ConfigMapping mapping && ModelParts.Text(mapping.Get("driver")) == "overlay");
        return (int)Math.Clamp(replicas, 0, isForSwarm ? 1 : ushort.MaxValue);
    }

    private static int? Port(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
}
