using System.Collections.Concurrent;
using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.Reading;

/// <summary>
/// Reads what an engine holds, part by part. What an engine answers with an error is empty (null where that says more): others than Docker do not know everything.
/// An engine that does not answer at all, or cannot be reached, throws. Lists are sorted, as engines tell them in an order that changes.
/// </summary>
internal sealed class EngineReader(EngineClient client, ImageDetailsCache details)
{
    private const int AtOnce = 8;

    /// <summary>Reads the version.</summary>
    public Task<EngineVersion> VersionAsync(CancellationToken cancellation) => client.VersionAsync(cancellation);

    /// <summary>Reads all containers; null where the engine does not tell.</summary>
    public async Task<IReadOnlyList<EngineContainer>?> ContainersAsync(CancellationToken cancellation)
    {
        var listed = await PartAsync((docker, token) => docker.Containers.ListContainersAsync(new ContainersListParameters { All = true }, token), cancellation).ConfigureAwait(false);
        if (listed is null)
        {
            return null;
        }

        var containers = await ContainersAsync([.. listed.Select(container => container?.ID).OfType<string>()], cancellation).ConfigureAwait(false);
        return [.. containers.Values.OfType<EngineContainer>().OrderBy(container => container.Id, StringComparer.Ordinal)];
    }

    /// <summary>Reads containers; null for one that is not there (any more), nothing for one about which the engine does not answer in time.</summary>
    public async Task<IReadOnlyDictionary<string, EngineContainer?>> ContainersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var containers = new ConcurrentDictionary<string, EngineContainer?>(StringComparer.Ordinal);
        await EachAsync(
            ids,
            async (id, token) =>
            {
                var container = await PartAsync((docker, part) => docker.Containers.InspectContainerAsync(id, part), token).ConfigureAwait(false);
                containers[id] = container?.ID is null ? null : ContainerMapping.Of(container);
            },
            cancellation).ConfigureAwait(false);
        return containers;
    }

    /// <summary>Reads the list of images, with the details that are known already; null where the engine does not tell.</summary>
    public async Task<IReadOnlyList<EngineImage>?> ImagesAsync(CancellationToken cancellation)
    {
        var listed = await PartAsync((docker, token) => docker.Images.ListImagesAsync(new ImagesListParameters(), token), cancellation).ConfigureAwait(false);
        if (listed is null)
        {
            return null;
        }

        var images = listed.OfType<ImagesListResponse>().Where(image => image.ID is not null).Select(ImageMapping.Of).DistinctBy(image => image.Id).OrderBy(image => image.Id, StringComparer.Ordinal).ToList();
        details.Keep(images.Select(image => image.Id));
        return [.. images.Select(details.AddTo)];
    }

    /// <summary>Reads the details of images that have none yet; the same list when there are none to read.</summary>
    public async Task<IReadOnlyList<EngineImage>> WithDetailsAsync(IReadOnlyList<EngineImage> images, CancellationToken cancellation)
    {
        var unknown = images.Where(image => !details.Knows(image.Id)).Select(image => image.Id).ToList();
        if (unknown.Count == 0)
        {
            return images;
        }

        await EachAsync(
            unknown,
            async (id, token) =>
            {
                var image = await PartAsync((docker, part) => docker.Images.InspectImageAsync(id, part), token).ConfigureAwait(false);
                details.Add(id, image is null ? null : ImageMapping.DetailsOf(image));
            },
            cancellation).ConfigureAwait(false);
        return [.. images.Select(details.AddTo)];
    }

    /// <summary>Reads the networks; null where the engine does not tell.</summary>
    public async Task<IReadOnlyList<EngineNetwork>?> NetworksAsync(CancellationToken cancellation)
    {
        var listed = await PartAsync((docker, token) => docker.Networks.ListNetworksAsync(new NetworksListParameters(), token), cancellation).ConfigureAwait(false);
        return listed is null ? null :
        [
            .. listed.OfType<NetworkResponse>().Where(network => network.Name is not null).Select(network => new EngineNetwork
            {
                Id = network.ID ?? "",
                Name = network.Name ?? "",
                Driver = network.Driver ?? "",
                Scope = network.Scope ?? "",
                IsInternal = network.Internal,
                Subnets = [.. (network.IPAM?.Config ?? []).Select(range => range.Subnet).OfType<string>().Where(subnet => subnet.Length > 0)],
                Labels = Maps.Of(network.Labels),
            }).OrderBy(network => network.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Reads the volumes; null where the engine does not tell.</summary>
    public async Task<IReadOnlyList<EngineVolume>?> VolumesAsync(CancellationToken cancellation)
    {
        var listed = await PartAsync((docker, token) => docker.Volumes.ListAsync(token), cancellation).ConfigureAwait(false);
        return listed is null ? null :
        [
            .. (listed.Volumes ?? []).OfType<VolumeResponse>().Where(volume => volume.Name is not null).Select(volume => new EngineVolume
            {
                Name = volume.Name ?? "",
                Driver = volume.Driver ?? "",
                Mountpoint = volume.Mountpoint ?? "",
                Labels = Maps.Of(volume.Labels),
            }).OrderBy(volume => volume.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Reads the names of the secrets and configs of the swarm that the engine manages; nulls where it manages none.</summary>
    public async Task<SwarmNames> SwarmAsync(CancellationToken cancellation)
    {
        var info = await PartAsync((docker, token) => docker.System.GetSystemInfoAsync(token), cancellation).ConfigureAwait(false);
        if (info?.Swarm is not { ControlAvailable: true })
        {
            return new SwarmNames(null, null);
        }

        var secrets = await PartAsync((docker, token) => docker.Secrets.ListAsync(token), cancellation).ConfigureAwait(false);
        var configs = await PartAsync((docker, token) => docker.Configs.ListConfigsAsync(token), cancellation).ConfigureAwait(false);
        return new SwarmNames(
            secrets is null ? null : [.. secrets.Select(secret => secret?.Spec?.Name).OfType<string>()],
            configs is null ? null : [.. configs.Select(config => config?.Spec?.Name).OfType<string>()]);
    }

    private async Task<T?> PartAsync<T>(Func<DockerClient, CancellationToken, Task<T>> question, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await client.AskAsync(question, cancellation).ConfigureAwait(false);
        }
        catch (DockerApiException exception) when (exception.StatusCode != HttpStatusCode.Unauthorized)
        {
            return null;
        }
        catch (Exception exception) when (exception is not (DockerApiException or EngineSilentException or HttpRequestException or IOException or OperationCanceledException or InvalidOperationException))
        {
            // An answer came, but of another shape than Docker's; the library fails on those in many ways.
            return null;
        }
    }

    // One container may be stuck in an engine that is well otherwise: what does not answer in time is left out, unless nothing answers at all.
    private async Task EachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> readAsync, CancellationToken cancellation)
    {
        var silent = new ConcurrentQueue<EngineSilentException>();
        var answered = 0;
        using var late = client.After(client.Timings.Details);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ended.Token }, async (item, token) =>
            {
                try
                {
                    await readAsync(item, token).ConfigureAwait(false);
                    Interlocked.Increment(ref answered);
                }
                catch (EngineSilentException exception)
                {
                    silent.Enqueue(exception);
                }
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            silent.Enqueue(new EngineSilentException(client.Timings.Details));
        }

        if (answered == 0 && silent.TryDequeue(out var first))
        {
            throw first;
        }
    }
}
