using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>Where services of one file reach each other, as far as links' variables need to know.</summary>
internal static class Networks
{
    /// <summary>True when two services of the current format are on one user-defined network.</summary>
    public static bool Share(Service first, Service second) => first.JoinedNetworks.Intersect(second.JoinedNetworks, StringComparer.Ordinal).Any();

    /// <summary>True when a service of the current format is on a network.</summary>
    public static bool IsOn(Service service, string network) => service.JoinedNetworks.Contains(network, StringComparer.Ordinal);

    /// <summary>True where Docker knows links' variables: on its default bridge, which the first format always used.</summary>
    public static bool IsOnDefaultBridge(ComposeFile file, Service service) =>
        service.NetworkMode is { } mode ? mode == "bridge" : file.Model.Format == ComposeFormat.Legacy;
}
