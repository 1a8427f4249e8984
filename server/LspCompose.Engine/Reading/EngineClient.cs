using System.Net;
using System.Text.Json;
using Docker.DotNet;
using LspCompose.Engine.Endpoints;
using LspCompose.Engine.Transport;

namespace LspCompose.Engine.Reading;

/// <summary>A connection to one engine that only reads, and waits for no answer longer than told.</summary>
internal sealed class EngineClient : IDisposable
{
    private const int VersionLimit = 1 << 20;
    private readonly DockerClientConfiguration configuration;
    private readonly DockerClient docker;
    private readonly HttpClient plain;
    private readonly TimeProvider clock;
    private readonly TimeSpan firstAnswer;

    /// <summary>Prepares a connection; nothing is sent yet.</summary>
    public EngineClient(EngineEndpoint endpoint, EngineSurroundings surroundings, EngineTimings timings, TimeProvider clock)
    {
        this.clock = clock;
        Timings = timings;
        firstAnswer = endpoint is EngineEndpoint.Ssh ? timings.FirstAnswerOverSsh : timings.FirstAnswer;
        var transport = EngineTransport.Open(endpoint, surroundings, firstAnswer);
        var address = EngineTransport.BaseOf(endpoint);
        plain = new HttpClient(transport, disposeHandler: false) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = VersionLimit };
        configuration = new DockerClientConfiguration(address, new TransportCredentials(transport), Timeout.InfiniteTimeSpan);

        // Without a version in the paths any engine answers in the newest way it knows; a fixed one is refused by newer or older engines.
        docker = configuration.CreateClient();
    }

    /// <summary>How long answers may take.</summary>
    public EngineTimings Timings { get; }

    /// <summary>Asks for the engine's version; the first thing to ask, as it tells whether there is an engine at all.</summary>
    public Task<EngineVersion> VersionAsync(CancellationToken cancellation) => InTimeAsync(firstAnswer, ReadVersionAsync, cancellation);

    /// <summary>Asks for something.</summary>
    public Task<T> AskAsync<T>(Func<DockerClient, CancellationToken, Task<T>> question, CancellationToken cancellation) =>
        InTimeAsync(Timings.Answer, token => question(docker, token), cancellation);

    /// <summary>A token that is cancelled after a time.</summary>
    public CancellationTokenSource After(TimeSpan time) => new(time, clock);

    /// <summary>Opens the stream of events from a moment of the engine's clock on; null where the engine has none. May wait for the first event.</summary>
    /// <remarks>Docker.DotNet reads the stream while blocking a thread, and cannot be told to stop.</remarks>
    public async Task<Stream?> EventsAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var path = since is { } moment ? $"events?since={moment.ToUnixTimeSeconds()}" : "events";
        var response = await plain.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        }

        response.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        plain.Dispose();
        docker.Dispose();
        configuration.Dispose();
    }

    private async Task<EngineVersion> ReadVersionAsync(CancellationToken cancellation)
    {
        using var response = await plain.GetAsync(new Uri("version", UriKind.Relative), cancellation).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new DockerApiException(response.StatusCode, body);
        }

        // Docker.DotNet drops what the engine calls itself.
        using var json = JsonDocument.Parse(body);
        return EngineVersion.Of(json.RootElement) is { } version ? version with { Now = response.Headers.Date } : throw new InvalidDataException("no version in it");
    }

    // The library and what is below it end by themselves when told to; should one of them not, it is not waited for.
    private async Task<T> InTimeAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(time, clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            return await question(ended.Token).WaitAsync(ended.Token).ConfigureAwait(false);
        }
        catch (Exception) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new EngineSilentException(time);
        }
        catch (Exception exception) when (cancellation.IsCancellationRequested && exception is not OperationCanceledException)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            // Connecting has a limit of its own, which may be hit a moment before ours.
            throw new EngineSilentException(time, exception);
        }
    }
}
