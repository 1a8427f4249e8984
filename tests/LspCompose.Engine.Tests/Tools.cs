namespace LspCompose.Engine.Tests;

/// <summary>
/// The programs the tests need, from outside: Compose (LSPCOMPOSE_COMPOSE names its binary, else <c>docker compose</c>), a Docker engine with the image
/// <c>busybox:local</c>, and the program under test (LSPCOMPOSE_BINARY, else the one built along with the tests).
/// </summary>
internal static class Tools
{
    private static readonly string[] DockerCompose = ["docker", "compose"];

    /// <summary>The image all containers run.</summary>
    public const string Image = "busybox:local";

    /// <summary>Compose's command line; skips the test when there is no Compose.</summary>
    public static async Task<IReadOnlyList<string>> RequireComposeAsync(CancellationToken cancellation)
    {
        string[] compose = Environment.GetEnvironmentVariable("LSPCOMPOSE_COMPOSE") is { Length: > 0 } binary ? [binary] : DockerCompose;
        if (!await Command.SucceedsAsync(compose[0], [.. compose[1..], "version"], cancellation))
        {
            Missing($"Compose is not there ('{string.Join(' ', compose)} version' fails); LSPCOMPOSE_COMPOSE names its binary");
        }

        return compose;
    }

    /// <summary>The command line of docker-compose 1.x (LSPCOMPOSE_COMPOSE_V1 names its binary, else <c>docker-compose</c>); skips the test when there is none.</summary>
    public static async Task<IReadOnlyList<string>> RequireComposeV1Async(CancellationToken cancellation)
    {
        var binary = Environment.GetEnvironmentVariable("LSPCOMPOSE_COMPOSE_V1") is { Length: > 0 } named ? named : "docker-compose";
        if (!await Command.SucceedsAsync(binary, ["version"], cancellation) ||
            !(await Command.RunAsync(Path.GetTempPath(), binary, ["version", "--short"], cancellation)).Output.StartsWith("1.", StringComparison.Ordinal))
        {
            Missing($"docker-compose 1.x is not there ('{binary} version' fails or names another); LSPCOMPOSE_COMPOSE_V1 names its binary");
        }

        return [binary];
    }

    /// <summary>Skips the test when no engine answers or the image is not there.</summary>
    public static async Task RequireEngineAsync(CancellationToken cancellation)
    {
        if (!await Command.SucceedsAsync("docker", ["info"], cancellation))
        {
            Missing("no Docker engine answers ('docker info' fails)");
        }

        if (!await Command.SucceedsAsync("docker", ["image", "inspect", Image], cancellation))
        {
            Missing($"the engine has no image {Image}");
        }
    }

    /// <summary>Runs the program under test in a folder.</summary>
    public static Task<CommandResult> LspComposeAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var built = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "lspcompose.exe" : "lspcompose");
        var binary = Environment.GetEnvironmentVariable("LSPCOMPOSE_BINARY") is { Length: > 0 } named ? named : built;
        return Command.RunAsync(folder, binary, arguments, cancellation);
    }

    private static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("LSPCOMPOSE_REQUIRE_ENGINE") == "1")
        {
            Assert.Fail(what);
        }

        Assert.Skip(what);
    }
}
