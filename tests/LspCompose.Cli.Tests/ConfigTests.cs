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

    [Fact]
    public async Task The_effective_model_is_printed()
    {
        Project();

        Assert.Equal(
            new CliRun(
                0,
                """
                name: demo
                services:
                  web:
                    environment:
                      COST: 5$$
                      DEBUG: "yes"
                    image: nginx:1.27
                    networks:
                      default: null
                networks:
                  default:
                    name: demo_default

                """,
                ""),
            await folder.RunAsync("config", "-p", "demo"));
    }

    [Fact]
    public async Task Every_value_tells_where_it_is_written()
    {
        Project();

        var yaml = await folder.RunAsync("config", "-p", "demo", "--provenance");
        Assert.Contains("    image: nginx:1.27 # compose.yaml:3\n", yaml.Output, StringComparison.Ordinal);
        Assert.Contains("      DEBUG: \"yes\" # compose.override.yaml:4\n", yaml.Output, StringComparison.Ordinal);

        using var json = System.Text.Json.JsonDocument.Parse((await folder.RunAsync("config", "-p", "demo", "--provenance", "--format", "json")).Output);
        var source = json.RootElement.GetProperty("x-sources").GetProperty("/services/web/environment/DEBUG");
        Assert.Equal(("compose.override.yaml", 4), (source.GetProperty("path").GetString(), source.GetProperty("line").GetInt32()));
    }

    [Theory]
    [InlineData("config -q", "")]
    [InlineData("config --services", "web\n")]
    [InlineData("config --services --profile later", "db\nweb\n")]
    [InlineData("config --services db", "db\n")]
    [InlineData("config --images -p demo --profile *", "demo-db\nnginx:1.27\n")]
    [InlineData("config --profiles", "later\n")]
    [InlineData("config --volumes", "")]
    [InlineData("config --volumes db", "data\n")]
    [InlineData("config --networks db", "default\n")]
    public async Task Parts_of_it_can_be_listed(string line, string expected)
    {
        Project();

        Assert.Equal(new CliRun(0, expected, ""), await folder.RunAsync(line.Split(' ')));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told()
    {
        Project();

        Assert.Equal(new CliRun(1, "", "lspcompose: the project has no service 'wep'; did you mean 'web'?\n"), await folder.RunAsync("config", "wep"));
    }

    [Fact]
    public async Task What_is_ignored_here_is_refused_by_compose_all_the_same()
    {
        folder.Write("compose.yaml", "# lspcompose: ignore-file\nservices:\n  a: {image: a, tty: [no]}\n");

        var run = await folder.RunAsync("config");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("compose.yaml:3:22: error[invalid-value]: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_env_file_is_told_at_its_place()
    {
        folder.Write("compose.yaml", "services:\n  a: {image: a}\n");
        folder.Write(".env", "A B=1\n");

        var run = await folder.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(".env:1:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_included_file_is_reported_with_the_file_that_includes_it()
    {
        folder.Write("compose.yaml", "include: [parts/db.yaml]\nservices:\n  a: {image: a}\n");
        folder.Write("parts/db.yaml", "version: '3'\nservices:\n  db: {image: db}\n");

        var run = await folder.RunAsync("check", "compose.yaml", "parts/db.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("parts/db.yaml:1:1: warning[obsolete-version]", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 files checked: 1 warning.\n", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private void Project()
    {
        folder.Write("compose.yaml", "services:\n  web:\n    image: nginx:${TAG}\n    environment: [COST=5$$]\n  db:\n    build: .\n    profiles: [later]\n    volumes: [data:/var]\nvolumes: {data: {}, spare: {}}\n");
        folder.Write("compose.override.yaml", "services:\n  web:\n    environment:\n      DEBUG: \"yes\"\n");
        folder.Write(".env", "TAG=1.27\n");
    }
}
