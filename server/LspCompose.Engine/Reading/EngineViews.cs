using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.Reading;

/// <summary>Puts a view together from its parts.</summary>
internal static class EngineViews
{
    /// <summary>Reads everything but the details of images not seen before. Containers are read wholly: a container that seems to lack what it has would be worse than none.</summary>
    public static async Task<EngineView> ReadAsync(EngineReader reader, EngineVersion version, TimeProvider clock, CancellationToken cancellation)
    {
        var containers = reader.ContainersAsync(cancellation);
        var images = reader.ImagesAsync(cancellation);
        var networks = reader.NetworksAsync(cancellation);
        var volumes = reader.VolumesAsync(cancellation);
        var swarm = reader.SwarmAsync(cancellation);
        await Task.WhenAll(containers, images, networks, volumes, swarm).ConfigureAwait(false);
        var names = await swarm.ConfigureAwait(false);
        return new EngineView
        {
            Version = version.Version,
            ApiVersion = version.ApiVersion,
            Product = version.Product,
            Os = version.Os,
            Architecture = version.Architecture,
            Containers = await containers.ConfigureAwait(false) ?? [],
            Images = await images.ConfigureAwait(false) ?? [],
            Networks = await networks.ConfigureAwait(false) ?? [],
            Volumes = await volumes.ConfigureAwait(false) ?? [],
            Secrets = names.Secrets,
            Configs = names.Configs,
            Clock = clock,
        };
    }

    /// <summary>The view with the details of images not seen before.</summary>
    public static async Task<EngineView> WithImageDetailsAsync(EngineReader reader, EngineView view, CancellationToken cancellation) =>
        view with { Images = await reader.WithDetailsAsync(view.Images, cancellation).ConfigureAwait(false) };
}
