using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.Watching;

/// <summary>
/// Whether two states tell the same, so that only changes are reported. Records compare their lists by identity; here these are put in from the other side once
/// their contents are known to be equal, so a property added later is compared without a change here.
/// </summary>
internal static class Sameness
{
    /// <summary>True for states that tell the same.</summary>
    public static bool Same(EngineState one, EngineState other) =>
        one with { View = other.View } == other && (ReferenceEquals(one.View, other.View) || (one.View is { } view && other.View is { } otherView && Same(view, otherView)));

    /// <summary>True for views that tell the same.</summary>
    public static bool Same(EngineView one, EngineView other) =>
        Same(one.Containers, other.Containers, Same)
        && Same(one.Images, other.Images, Same)
        && Same(one.Networks, other.Networks, Same)
        && Same(one.Volumes, other.Volumes, Same)
        && Same(one.Secrets ?? [], other.Secrets ?? [])
        && Same(one.Configs ?? [], other.Configs ?? [])
        && one.Secrets is null == other.Secrets is null
        && one.Configs is null == other.Configs is null
        && one with
        {
            Containers = other.Containers,
            Images = other.Images,
            Networks = other.Networks,
            Volumes = other.Volumes,
            Secrets = other.Secrets,
            Configs = other.Configs,
        } == other;

    private static bool Same(EngineContainer one, EngineContainer other) =>
        Same(one.Labels, other.Labels)
        && Same(one.Ports, other.Ports)
        && Same(one.Networks, other.Networks, Same)
        && Same(one.Links, other.Links)
        && Same(one.EnvironmentNames, other.EnvironmentNames)
        && Same(one.Mounts, other.Mounts)
        && one with
        {
            Labels = other.Labels,
            Ports = other.Ports,
            Networks = other.Networks,
            Links = other.Links,
            EnvironmentNames = other.EnvironmentNames,
            Mounts = other.Mounts,
        } == other;

    private static bool Same(NetworkAttachment one, NetworkAttachment other) =>
        Same(one.Aliases, other.Aliases) && one with { Aliases = other.Aliases } == other;

    private static bool Same(EngineImage one, EngineImage other) =>
        Same(one.Tags, other.Tags)
        && Same(one.Digests, other.Digests)
        && Same(one.Labels, other.Labels)
        && (one.Details is null ? other.Details is null : other.Details is { } details && Same(one.Details, details))
        && one with { Tags = other.Tags, Digests = other.Digests, Labels = other.Labels, Details = other.Details } == other;

    private static bool Same(EngineImageDetails one, EngineImageDetails other) =>
        Same(one.ExposedPorts, other.ExposedPorts)
        && Same(one.Volumes, other.Volumes)
        && Same(one.Entrypoint, other.Entrypoint)
        && Same(one.Command, other.Command)
        && Same(one.EnvironmentNames, other.EnvironmentNames)
        && one with
        {
            ExposedPorts = other.ExposedPorts,
            Volumes = other.Volumes,
            Entrypoint = other.Entrypoint,
            Command = other.Command,
            EnvironmentNames = other.EnvironmentNames,
        } == other;

    private static bool Same(EngineNetwork one, EngineNetwork other) =>
        Same(one.Subnets, other.Subnets) && Same(one.Labels, other.Labels) && one with { Subnets = other.Subnets, Labels = other.Labels } == other;

    private static bool Same(EngineVolume one, EngineVolume other) => Same(one.Labels, other.Labels) && one with { Labels = other.Labels } == other;

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        ReferenceEquals(one, other) || (one.Count == other.Count && one.All(item => other.TryGetValue(item.Key, out var value) && value == item.Value));

    private static bool Same<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) => Same(one, other, EqualityComparer<T>.Default.Equals);

    private static bool Same<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, T, bool> same) =>
        ReferenceEquals(one, other) || (one.Count == other.Count && one.Zip(other).All(pair => ReferenceEquals(pair.First, pair.Second) || same(pair.First, pair.Second)));
}
