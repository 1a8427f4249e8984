using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Access to the Docker engine, which is root on the host.</summary>
internal static class DockerSocket
{
    /// <summary>True when a service mounts the engine's socket, in short or long form.</summary>
    public static bool IsMountedBy(Service service) =>
        service.Attribute("volumes") is { } volumes && volumes.Items.Any(item => IsSocket(service, service.Resolve(item.Value)));

    private static bool IsSocket(Service service, Yaml.Syntax.YamlNode mount)
    {
        var source = mount.IsMapping ? mount.Get("source") is { } value ? service.Resolve(value).Value : "" : mount.Value;
        return source.Contains("docker.sock", StringComparison.Ordinal) || source.Contains("docker_engine", StringComparison.Ordinal);
    }
}
