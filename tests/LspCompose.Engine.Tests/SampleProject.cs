using System.Text.RegularExpressions;

namespace LspCompose.Engine.Tests;

/// <summary>A copy of a sample in a folder of its own, as a Compose project with a name of its own. Disposing takes its containers down.</summary>
internal sealed partial class SampleProject : IAsyncDisposable
{
    private const string FileName = "compose.yml";
    private readonly string folder = Directory.CreateTempSubdirectory("lspcompose-").FullName;
    private readonly string name = $"lspcompose-{Guid.NewGuid():N}";
    private readonly IReadOnlyList<string> compose;
    private bool isUp;

    private SampleProject(IReadOnlyList<string> compose) => this.compose = compose;

    /// <summary>Copies a sample byte for byte.</summary>
    public static SampleProject Of(string sample, IReadOnlyList<string> compose) => Of(sample, compose, text => text);

    /// <summary>Copies a sample with images that are there in place of its builds.</summary>
    public static SampleProject Runnable(string sample, IReadOnlyList<string> compose) => Of(sample, compose, text => Build().Replace(text, $"image: {Tools.Image}"));

    /// <summary>Runs Compose on the project.</summary>
    public Task<CommandResult> ComposeAsync(params string[] arguments)
    {
        isUp |= arguments is ["up", ..];
        return Command.RunAsync(
            folder, compose[0], [.. compose.Skip(1), "-f", FileName, "-p", name, .. arguments], TestContext.Current.CancellationToken);
    }

    /// <summary>Runs the program under test on the project's file.</summary>
    public Task<CommandResult> LspComposeAsync(params string[] arguments) =>
        Tools.LspComposeAsync(folder, [.. arguments, FileName], TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (isUp)
        {
            // Without the test's own cancellation: a test that was ended must be tidied up too.
            await Command.RunAsync(
                folder, compose[0], [.. compose.Skip(1), "-f", FileName, "-p", name, "down", "-v", "--remove-orphans", "-t", "0"], CancellationToken.None);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static SampleProject Of(string sample, IReadOnlyList<string> compose, Func<string, string> prepare)
    {
        var project = new SampleProject(compose);
        File.WriteAllText(Path.Combine(project.folder, FileName), prepare(File.ReadAllText(Path.Combine(Samples(), sample))));
        return project;
    }

    private static string Samples()
    {
        var current = AppContext.BaseDirectory;
        while (current is not null && !File.Exists(Path.Combine(current, "LspCompose.sln")))
        {
            current = Path.GetDirectoryName(current);
        }

        return Path.Combine(current ?? ".", "tests", "samples");
    }

    [GeneratedRegex("build: .*")]
    private static partial Regex Build();
}
