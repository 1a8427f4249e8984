namespace LspCompose.Cli.Tests;

public sealed class ConfigTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("config -f gone.yml", "gone.yml: no such file or folder; check the path")]
    [InlineData("config", "no Compose file (compose.yaml, compose.yml, docker-compose.yml, docker-compose.yaml) in this folder or above it; name a file or a folder")]
    [InlineData("config --services --images", "Choose one of --services, --networks, --volumes, --profiles, --images. Run 'lspcompose config --help' for usage.")]
    [InlineData("config --format xml", "'xml' is no value of --format; choose yaml or json. Run 'lspcompose config --help' for usage.")]
    public async Task What_belongs_to_no_file_is_one_clear_line(string line, string expected) =>
        Assert.Equal(new CliRun(2, "", $"lspcompose: {expected}\n"), await folder.RunAsync(line.Split(' ')));

    [Theory]
    [InlineData("config")]
    [InlineData("config -q")]
    public async Task What_compose_refuses_is_told_and_nothing_is_printed(string line)
    {
        folder.Write("compose.yaml", "services:\n  a:\n    image: a\n    image: b\n");

        var run = await folder.RunAsync(line.Split(' '));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("compose.yaml:4:5: error[duplicate-key]: Key 'image' stands twice", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
