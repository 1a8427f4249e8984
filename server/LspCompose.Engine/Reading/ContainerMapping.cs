using System.Globalization;
using Docker.DotNet.Models;
using LspCompose.Analysis.Engines;
using ContainerState = LspCompose.Analysis.Engines.ContainerState;
using NetworkAttachment = LspCompose.Analysis.Engines.NetworkAttachment;

namespace LspCompose.Engine.Reading;

/// <summary>Containers as the analysis sees them, from what an engine tells when one is inspected.</summary>
internal static class ContainerMapping
{
    private const int ShortId = 12;

    /// <summary>Maps one container. Parts the engine leaves out are empty.</summary>
    public static EngineContainer Of(ContainerInspectResponse container)
    {
        var name = WithoutSlash(container.Name);
        var mapped = new EngineContainer
        {
            Id = container.ID ?? "",
            Name = name,
            State = StateOf(container.State?.Status),
            Health = HealthOf(container.State?.Health?.Status),
            ExitCode = container.State?.ExitCode ?? 0,
            CreatedAt = Moments.Of(container.Created),
            StartedAt = Moments.Of(container.State?.StartedAt),
            FinishedAt = Moments.Of(container.State?.FinishedAt),
            RestartCount = container.RestartCount,
            Image = container.Config?.Image ?? "",
            ImageId = container.Image ?? "",
            Labels = Maps.Of(container.Config?.Labels),
            NetworkMode = container.HostConfig?.NetworkMode ?? "",
            Networks = [.. (container.NetworkSettings?.Networks ?? new Dictionary<string, EndpointSettings>()).Select(network => Attachment(network.Key, network.Value, name, container.ID ?? ""))],
            EnvironmentNames = Maps.NamesOf(container.Config?.Env),
            Mounts = [.. (container.Mounts ?? []).Select(Mount)],
        };
        return mapped with { Ports = Ports(container, mapped.State), Links = LinkMapping.Of(container) };
    }

    private static string WithoutSlash(string? name) => name?.TrimStart('/') ?? "";

    private static ContainerState StateOf(string? status) => Enum.TryParse<ContainerState>(status, ignoreCase: true, out var state) ? state : ContainerState.Unknown;

    private static ContainerHealth HealthOf(string? status) => Enum.TryParse<ContainerHealth>(status, ignoreCase: true, out var health) ? health : ContainerHealth.None;

    private static NetworkAttachment Attachment(string network, EndpointSettings? settings, string name, string id)
    {
        // Engines before 25 list the short id among the aliases of every container.
        var shortId = id.Length > ShortId ? id[..ShortId] : id;
        var address = settings?.IPAddress is { Length: > 0 } four ? four : settings?.GlobalIPv6Address ?? "";
        return new NetworkAttachment(network, address, [.. (settings?.Aliases ?? []).Where(alias => alias != name && alias != shortId).Distinct()]);
    }

    private static ContainerMount Mount(MountPoint mount) =>
        new(mount.Type is "volume" or null ? mount.Name ?? "" : "", mount.Source ?? "", mount.Destination ?? "");

    private static List<PublishedPort> Ports(ContainerInspectResponse container, ContainerState state)
    {
        var running = state is ContainerState.Running or ContainerState.Paused;
        var bindings = (running ? container.NetworkSettings?.Ports : container.HostConfig?.PortBindings) ?? new Dictionary<string, IList<PortBinding>>();
        var ports = bindings.SelectMany(binding => (binding.Value ?? []).Select(host => Port(binding.Key, host))).Distinct().ToList();
        if (!running && container.HostConfig?.PublishAllPorts == true)
        {
            ports.AddRange((container.Config?.ExposedPorts?.Keys ?? []).Except(bindings.Keys).Select(port => Port(port, new PortBinding())));
        }

        return ports;
    }

    private static PublishedPort Port(string port, PortBinding host)
    {
        var slash = port.IndexOf('/', StringComparison.Ordinal);
        var (number, protocol) = slash < 0 ? (port, "tcp") : (port[..slash], port[(slash + 1)..]);

        // An engine tells a port of all addresses twice, for both kinds of address.
        var address = host.HostIP is null or "0.0.0.0" or "::" or "[::]" ? "" : host.HostIP;
        return new PublishedPort(address, Number(host.HostPort), Number(number), protocol);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
