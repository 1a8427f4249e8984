namespace LspCompose.Analysis.Engines;

/// <summary>A port of the host that leads to one of a container.</summary>
/// <param name="HostAddress">The address of the host; empty for all of them.</param>
/// <param name="HostPort">The port of the host, 0 where the engine chooses it and has not yet.</param>
/// <param name="ContainerPort">The port of the container.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c> or <c>sctp</c>.</param>
public sealed record PublishedPort(string HostAddress, int HostPort, int ContainerPort, string Protocol);
