namespace LspCompose.Engine.Tests.Live;

/// <summary>A Compose project with a name of its own, up while the test runs.</summary>
internal sealed class LiveProject : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lc-").FullName;
    private readonly IReadOnlyList<string> compose;

    private LiveProject(IReadOnlyList<string> compose) => this.compose = compose;

    /// <summary>The project's name.</summary>
    public string Name { get; } = $"lclive{Guid.NewGuid():N}"[..16];

    public static async Task<LiveProject> UpAsync(IReadOnlyList<string> compose, string content)
    {
        var project = new LiveProject(compose);
        await File.WriteAllTextAsync(Path.Combine(project.folder, "compose.yml"), content, TestContext.Current.CancellationToken);
        var up = await project.ComposeAsync("up", "-d");
        if (up.ExitCode != 0)
        {
            await project.DisposeAsync();
            up.AssertSuccess();
        }

        return project;
    }

    public Task<CommandResult> ComposeAsync(params string[] arguments) => ComposeAsync(arguments, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await ComposeAsync(["down", "-v", "--remove-orphans", "-t", "0"], CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private Task<CommandResult> ComposeAsync(string[] arguments, CancellationToken cancellation) =>
        Command.RunAsync(folder, compose[0], [.. compose.Skip(1), "-p", Name, "-f", "compose.yml", .. arguments], cancellation);
}
