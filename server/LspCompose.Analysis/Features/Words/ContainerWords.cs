using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Features.Words;

/// <summary>What containers do in words.</summary>
internal static class ContainerWords
{
    private const int MaxPorts = 8;

    /// <summary>What one container does, for instance <c>running (healthy)</c> or <c>exited (1)</c>.</summary>
    public static string State(EngineContainer container) => container.State switch
    {
        ContainerState.Running => container.Health switch
        {
            ContainerHealth.Healthy => "running (healthy)",
            ContainerHealth.Unhealthy => "running (unhealthy)",
            ContainerHealth.Starting => "running (health starting)",
            _ => "running",
        },
        ContainerState.Exited => $"exited ({container.ExitCode})",
        ContainerState.Created => "created, never started",
        ContainerState.Paused => "paused",
        ContainerState.Restarting => "restarting",
        ContainerState.Removing => "being removed",
        ContainerState.Dead => "dead",
        _ => "in an unknown state",
    };

    /// <summary>What the containers of a service do together, for the narrow room behind a line; null without any.</summary>
    public static string? Short(IReadOnlyList<EngineContainer> containers)
    {
        if (containers.Count < 2)
        {
            return containers.Count == 0 ? null : State(containers[0]);
        }

        var running = containers.Count(container => container.State == ContainerState.Running);
        var unhealthy = containers.Count(container => container is { State: ContainerState.Running, Health: ContainerHealth.Unhealthy });
        return $"{(running == containers.Count ? $"{running}" : $"{running} of {containers.Count}")} running{(unhealthy > 0 ? $" ({unhealthy} unhealthy)" : "")}";
    }

    /// <summary>A container on one line, in Markdown: name, state, since when, ports really published, image, restarts.</summary>
    public static string Line(EngineContainer container, TimeProvider clock)
    {
        string?[] facts =
        [
            $"{State(container)}{Age(container, clock)}",
            container.IsUp ? Ports(container) : null,
            container.ImageId.Length > 0 ? $"image {Code.Of(EngineImages.Short(container.ImageId))}" : null,
            container.RestartCount > 0 ? $"restarted {Numbers.Count(container.RestartCount, "time")}" : null,
        ];
        return $"{Code.Of(container.Name)}: {string.Join(" · ", facts.OfType<string>())}";
    }

    private static string Age(EngineContainer container, TimeProvider clock) => container switch
    {
        { State: ContainerState.Running or ContainerState.Paused } => AgeWords.Since(container.StartedAt, clock) is { } span ? $", up {span}" : "",
        { State: ContainerState.Exited or ContainerState.Dead } => AgeWords.Ago(container.FinishedAt, clock) is { } ago ? $" {ago}" : "",
        { State: ContainerState.Created } => AgeWords.Ago(container.CreatedAt, clock) is { } ago ? $", made {ago}" : "",
        _ => "",
    };

    private static string? Ports(EngineContainer container)
    {
        var ports = container.Ports.Where(port => port.HostPort > 0)
            .OrderBy(port => port.ContainerPort).ThenBy(port => port.HostPort)
            .Select(port => $"{Code.Of($"{Host(port.HostAddress)}{port.HostPort}")} → {port.ContainerPort}{(port.Protocol == "tcp" ? "" : $"/{port.Protocol}")}").ToList();
        return ports.Count == 0 ? null : string.Join(", ", ports.Take(MaxPorts)) + (ports.Count > MaxPorts ? $" and {ports.Count - MaxPorts} more" : "");
    }

    private static string Host(string address) => address.Length == 0 ? "" : address.Contains(':', StringComparison.Ordinal) ? $"[{address}]:" : $"{address}:";
}
