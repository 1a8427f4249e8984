using System.Text;
using System.Text.Json;

namespace LspCompose.Cli.Tests;

public sealed class ProjectFlagsTests : IDisposable
{
    private const string Service = "services:\n  a:\n    image: a\n";
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Named_files_are_one_project_and_each_is_reported()
    {
        folder.Write("a.yml", Service);
        folder.Write("b.yml", "version: '3'\nservices:\n  a:\n    image: b\n");

        var run = await folder.RunAsync("check", "-f", "a.yml", "-f", folder.Of("b.yml"), "--format", "json");

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Equal([("a.yml", 0), (folder.Of("b.yml"), 1)], Findings(run));
    }

    [Fact]
    public async Task A_default_file_is_reported_with_its_override_file()
    {
        folder.Write("sub/compose.yaml", Service);
        folder.Write("sub/compose.override.yaml", "version: '3'\n" + Service);
        folder.Write("sub/compose.prod.yaml", Service);

        var run = await folder.RunAsync("check", "sub/compose.yaml", "--format", "json");

        Assert.Equal([("sub/compose.yaml", 0), ("sub/compose.override.yaml", 1)], Findings(run));
    }

    [Fact]
    public async Task Files_of_a_folder_are_reported_once_each()
    {
        folder.Write("sub/compose.yaml", Service);
        folder.Write("sub/compose.override.yaml", Service);
        folder.Write("sub/other-compose.yaml", Service);

        var run = await folder.RunAsync("check", "sub", "--format", "json");

        Assert.Equal(["sub/compose.override.yaml", "sub/compose.yaml", "sub/other-compose.yaml"], Findings(run).Select(file => file.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_environment_may_name_the_files()
    {
        folder.Write("a.yml", Service);
        folder.Write("compose.yaml", "version: '3'\n" + Service);
        folder.Write(".env", "COMPOSE_FILE=a.yml\n");

        Assert.Equal([("a.yml", 0)], Findings(await folder.RunAsync("check", "--format", "json")));
    }

    [Fact]
    public async Task Standard_input_may_be_one_of_the_files()
    {
        folder.Write("b.yml", Service);

        var run = await folder.RunWithInputAsync(Encoding.UTF8.GetBytes(Service), "check", "-f", "-", "-f", "b.yml", "--format", "json");

        Assert.Equal([("<stdin>", 0), ("b.yml", 0)], Findings(run));
    }

    [Theory]
    [InlineData("check -f gone.yml", "gone.yml: no such file or folder; check the path")]
    [InlineData("check -f compose.yaml -f sub", "sub: is a folder; name a file")]
    [InlineData("check --env-file gone.env", "--env-file gone.env: no such file or folder; check the path")]
    [InlineData("check compose.yaml --env-file gone.env", "--env-file gone.env: no such file or folder; check the path")]
    [InlineData("migrate -p Bad", "-p: 'Bad' cannot name a project; use lowercase letters, digits, '-' and '_', and start with a letter or digit")]
    [InlineData("fix compose.yaml other.yaml -p Bad", "-p: 'Bad' cannot name a project; use lowercase letters, digits, '-' and '_', and start with a letter or digit")]
    [InlineData("check --target 1.29", "'1.29' is no value of --target; choose latest or compose-2.26. Run 'lspcompose check --help' for usage.")]
    public async Task What_belongs_to_no_file_is_one_clear_line(string line, string expected)
    {
        folder.Write("compose.yaml", Service);
        folder.Write("other.yaml", Service);
        Directory.CreateDirectory(folder.Of("sub"));

        var run = await folder.RunAsync(line.Split(' '));

        Assert.Equal((2, $"lspcompose: {expected}\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task All_flags_are_taken_together()
    {
        folder.Write("a.yml", Service);
        folder.Write("x.env", "A=1\n");

        var run = await folder.RunAsync("check", "-f", "a.yml", "--env-file", "x.env", "--profile", "p", "--profile", "q", "-p", "name", "--project-directory", "sub", "--target", "compose-2.26");

        Assert.Equal(new CliRun(0, "1 file checked: no findings.\n", ""), run);
    }

    [Fact]
    public async Task Which_of_several_default_files_is_used_is_told()
    {
        folder.Write("compose.yaml", Service);
        folder.Write("docker-compose.yml", Service);

        Assert.Equal("lspcompose: compose.yaml is used, not docker-compose.yml beside it\n", (await folder.RunAsync("check")).Error);
    }

    [Fact]
    public async Task Changes_are_made_to_named_files_only()
    {
        folder.Write("compose.yaml", "version: '3'\n" + Service);
        folder.Write("compose.override.yaml", "version: '3'\n" + Service);

        var run = await folder.RunAsync("fix", "compose.override.yaml", "--write");

        Assert.Equal((0, "compose.override.yaml: 1 fixed, 0 left\n"), (run.ExitCode, run.Error));
        Assert.Equal(Service, folder.Read("compose.override.yaml"));
        Assert.StartsWith("version", folder.Read("compose.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discovery_changes_the_file_and_its_override_file()
    {
        folder.Write("compose.yaml", "version: '3'\n" + Service);
        folder.Write("compose.override.yaml", "version: '3'\n" + Service);

        await folder.RunAsync("fix", "--write");

        Assert.Equal((Service, Service), (folder.Read("compose.yaml"), folder.Read("compose.override.yaml")));
    }

    public void Dispose() => folder.Dispose();

    private static (string Path, int Count)[] Findings(CliRun run)
    {
        using var json = JsonDocument.Parse(run.Output);
        return [.. json.RootElement.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("path").GetString() ?? "", file.GetProperty("findings").GetArrayLength()))];
    }
}
