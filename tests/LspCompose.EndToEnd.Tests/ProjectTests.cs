namespace LspCompose.EndToEnd.Tests;

/// <summary>A project of several files on a real disk.</summary>
public sealed class ProjectTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("lspcompose").FullName, "my project é");

    public ProjectTests() => Directory.CreateDirectory(folder);

    [Fact]
    public async Task Files_on_disk_belong_to_the_open_ones_and_their_changes_count()
    {
        Write("compose.override.yaml", "services:\n  db:\n    image: postgres:${TAG}\nnetworks:\n  back:\n");
        Write(".env", "TAG=16\n");
        Write("parts/cache.yaml", "services:\n  cache:\n    image: redis\n");
        Write(".lspcompose.yaml", "rules:\n  deprecated-link: off\n");
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities);
        var main = UriOf("compose.yaml");
        await server.OpenAsync(main, "include:\n  - parts/cache.yaml\nservices:\n  web:\n    image: nginx:${TAG}\n    networks: [back]\n    depends_on: [cache]\n    links: [db]\n  db:\n    networks: [back]\n");
        Assert.Empty(await server.Client.PushedAsync(main, 1));

        File.Delete(Path.Combine(folder, "compose.override.yaml"));
        File.Delete(Path.Combine(folder, ".env"));
        await server.Client.NotifyAsync("workspace/didChangeWatchedFiles", new
        {
            changes = new[] { new { uri = UriOf("compose.override.yaml"), type = 3 }, new { uri = UriOf(".env"), type = 3 } },
        });
        await server.Client.FindAsync(
            message => RawClient.IsPush(message, main) && new[] { "undefined-network", "unset-variable" }.All(Editor.Rules(message.At("params.diagnostics")).Contains),
            "diagnostics without the override file and the variables");
        Assert.Equal(0, await server.ShutDownAsync());
    }

    [Fact]
    public async Task Variables_of_the_process_are_known()
    {
        await using var server = await ServerProcess.InitializedAsync();
        var main = UriOf("compose.yaml");
        var variable = Environment.GetEnvironmentVariables().Keys.Cast<string>().First(name => name.All(char.IsAsciiLetterUpper));
        await server.OpenAsync(main, $"services:\n  web:\n    image: nginx\n    command: ${{{variable}}} ${{NO_SUCH_VARIABLE_HERE}}\n");

        var unset = Assert.Single(await server.Client.PushedAsync(main, 1), finding => (string?)finding["code"] == "unset-variable");
        Assert.Contains("NO_SUCH_VARIABLE_HERE", (string?)unset["message"], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder) ?? folder, recursive: true);

    private string UriOf(string name) => new Uri(Path.Combine(folder, name)).AbsoluteUri;

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }
}
