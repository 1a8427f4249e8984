using System.Collections;
using LspCompose.Engine.Endpoints;

namespace LspCompose.Engine.Tests.Live;

/// <summary>The machine's engine as the tests of the engine client see it.</summary>
internal static class LiveEngine
{
    /// <summary>The variables of the shell.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => variable.Value as string ?? "", StringComparer.Ordinal);

    /// <summary>The engine's socket; skips the test when the engine is reached in another way.</summary>
    public static async Task<string> RequireSocketAsync()
    {
        await Tools.RequireEngineAsync(TestContext.Current.CancellationToken);
        if (EndpointFinder.Find(new EngineSurroundings { Environment = Environment }).Endpoint is EngineEndpoint.UnixSocket socket)
        {
            return socket.Path;
        }

        Assert.Skip("the engine is not reached by a socket");
        return "";
    }

    /// <summary>The engine at a socket.</summary>
    public static EngineSource At(string socket) => new(new Dictionary<string, string> { ["DOCKER_HOST"] = $"unix://{socket}" }, TimeProvider.System);

    /// <summary>The engine at a socket, looked for again at once when it is lost.</summary>
    public static EngineSource Impatient(string socket) => new(
        new EngineSurroundings { Environment = new Dictionary<string, string> { ["DOCKER_HOST"] = $"unix://{socket}" } },
        new EngineTimings { FirstRetry = TimeSpan.FromMilliseconds(100), LastRetry = TimeSpan.FromMilliseconds(500) },
        TimeProvider.System);
}
