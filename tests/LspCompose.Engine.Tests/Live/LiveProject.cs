using Newtonsoft.Json.Linq;

namespace LspCompose.Engine.Tests.Live;

/// <summary>A Compose project with a name of its own, whose file a test writes anew as it likes. Disposing takes it down.</summary>
internal sealed class LiveProject : IAsyncDisposable
{
    private const string FileName = "compose.yml";

    private readonly string folder = Directory.CreateTempSubdirectory("lc-").FullName;
    private readonly IReadOnlyList<string> compose;

    private LiveProject(IReadOnlyList<string> compose, string content)
    {
        this.compose = compose;
        Content = content;
    }

    /// <summary>The project's name.</summary>
    public string Name { get; } = $"lclive{Guid.NewGuid():N}"[..16];

    /// <summary>What is in its file.</summary>
    public string Content
    {
        get => File.ReadAllText(Path.Combine(folder, FileName));
        set => File.WriteAllText(Path.Combine(folder, FileName), value);
    }

    /// <summary>A project that is not up; skips the test when there is no engine or no Compose.</summary>
    public static async Task<LiveProject> OfAsync(string content)
    {
        await Tools.RequireEngineAsync(TestContext.Current.CancellationToken);
        return new LiveProject(await Tools.RequireComposeAsync(TestContext.Current.CancellationToken), content);
    }

    /// <summary>A project that is up.</summary>
    public static async Task<LiveProject> UpAsync(string content)
    {
        var project = await OfAsync(content);
        var up = await project.ComposeAsync("up", "-d");
        if (up.ExitCode != 0)
        {
            await project.DisposeAsync();
            up.AssertSuccess();
        }

        return project;
    }

    public Task<CommandResult> ComposeAsync(params string[] arguments) => RunComposeAsync(arguments, TestContext.Current.CancellationToken);

    /// <summary>The rules that find something in the file beside the engine, by name.</summary>
    public async Task<IReadOnlyList<string?>> FoundAsync()
    {
        var result = await Tools.LspComposeAsync(folder, ["check", "--engine", "--format", "json", "-p", Name, "-f", FileName], TestContext.Current.CancellationToken);
        Assert.Equal("", result.Error);
        return [.. JObject.Parse(result.Output).SelectTokens("files[*].findings[*].rule").Select(rule => (string?)rule).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        // Without the test's own cancellation: a test that was ended must be tidied up too.
        await RunComposeAsync(["down", "-v", "--remove-orphans", "-t", "0"], CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private Task<CommandResult> RunComposeAsync(string[] arguments, CancellationToken cancellation) =>
        Command.RunAsync(folder, compose[0], [.. compose.Skip(1), "-p", Name, "-f", FileName, .. arguments], cancellation);
}
