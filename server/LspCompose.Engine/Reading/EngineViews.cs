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
        var view = new EngineView
        {
            Version = version.Version,
            ApiVersion = version.ApiVersion,
            Product = version.Product,
            Os = version.Os,
            Architecture = version.Architecture,
            Secrets = names.Secrets,
            Configs = names.Configs,
            Untold = EngineParts.Containers | EngineParts.Images | EngineParts.Networks | EngineParts.Volumes,
            Clock = clock,
        };
        return view.With(await containers.ConfigureAwait(false)).With(await images.ConfigureAwait(false)).With(await networks.ConfigureAwait(false)).With(await volumes.ConfigureAwait(false));
    }

    /// <summary>The view with other containers; null leaves it as it is.</summary>
    public static EngineView With(this EngineView view, IReadOnlyList<EngineContainer>? containers) =>
        containers is null ? view : view with { Containers = containers, Untold = view.Untold & ~EngineParts.Containers };

    /// <summary>The view with other images; null leaves it as it is.</summary>
    public static EngineView With(this EngineView view, IReadOnlyList<EngineImage>? images) =>
        images is null ? view : view with { Images = images, Untold = view.Untold & ~EngineParts.Images };

    /// <summary>The view with other networks; null leaves it as it is.</summary>
    public static EngineView With(this EngineView view, IReadOnlyList<EngineNetwork>? networks) =>
        networks is null ? view : view with { Networks = networks, Untold = view.Untold & ~EngineParts.Networks };

    /// <summary>The view with other volumes; null leaves it as it is.</summary>
    public static EngineView With(this EngineView view, IReadOnlyList<EngineVolume>? volumes) =>
        volumes is null ? view : view with { Volumes = volumes, Untold = view.Untold & ~EngineParts.Volumes };

    /// <summary>The view with the details of images not seen before.</summary>
    public static async Task<EngineView> WithImageDetailsAsync(EngineReader reader, EngineView view, CancellationToken cancellation) =>
        view with { Images = await reader.WithDetailsAsync(view.Images, cancellation).ConfigureAwait(false) };
}
