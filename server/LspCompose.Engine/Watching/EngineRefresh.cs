using LspCompose.Analysis.Engines;
using LspCompose.Engine.Reading;

namespace LspCompose.Engine.Watching;

/// <summary>Brings a view up to date by reading again only what has changed.</summary>
internal static class EngineRefresh
{
    /// <summary>Reads again what is stale. What the engine does not tell stays as it was.</summary>
    public static async Task<EngineView> RefreshAsync(EngineReader reader, EngineView view, EngineChanges changes, CancellationToken cancellation)
    {
        if (changes.AllContainers)
        {
            view = view.With(await reader.ContainersAsync(cancellation).ConfigureAwait(false));
        }
        else if (changes.Containers.Count > 0)
        {
            view = view with { Containers = Merge(view.Containers, await reader.ContainersAsync(changes.Containers, cancellation).ConfigureAwait(false)) };
        }

        if (changes.Networks)
        {
            view = view.With(await reader.NetworksAsync(cancellation).ConfigureAwait(false));
        }

        if (changes.Volumes)
        {
            view = view.With(await reader.VolumesAsync(cancellation).ConfigureAwait(false));
        }

        if (changes.Images && await reader.ImagesAsync(cancellation).ConfigureAwait(false) is { } images)
        {
            view = view.With(await reader.WithDetailsAsync(images, cancellation).ConfigureAwait(false));
        }

        if (changes.Swarm)
        {
            var names = await reader.SwarmAsync(cancellation).ConfigureAwait(false);
            view = view with { Secrets = names.Secrets, Configs = names.Configs };
        }

        return view;
    }

    private static List<EngineContainer> Merge(IReadOnlyList<EngineContainer> old, IReadOnlyDictionary<string, EngineContainer?> read) =>
        [.. old.Where(container => !read.ContainsKey(container.Id)).Concat(read.Values.OfType<EngineContainer>()).OrderBy(container => container.Id, StringComparer.Ordinal)];
}
