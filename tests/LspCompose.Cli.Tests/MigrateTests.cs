using System.Text;
using System.Text.Json;

namespace LspCompose.Cli.Tests;

public sealed class MigrateTests : IDisposable
{
    private const string OneWay = "services:\n  fpm:\n    image: fpm\n  nginx:\n    image: nginx\n    links:\n      - fpm # the backend\n";
    private const string Migrated = "services:\n  fpm:\n    image: fpm\n    networks: [app]\n  nginx:\n    image: nginx\n    networks: [app]\n    depends_on:\n      - fpm";
    private readonly TestFolder folder = new();

    [Fact]
    public async Task The_default_prints_a_patch_and_changes_nothing()
    {
        folder.Write("compose.yml", OneWay);

        var run = await folder.RunAsync("migrate");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("--- a/compose.yml\n+++ b/compose.yml\n@@ ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n-    links:\n", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("compose.yml:7:9: converted: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(OneWay, folder.Read("compose.yml"));
    }

    [Fact]
    public async Task Written_files_need_no_migration()
    {
        folder.Write("compose.yml", OneWay);

        Assert.Equal(1, (await folder.RunAsync("migrate", "--check")).ExitCode);
        var run = await folder.RunAsync("migrate", "--write");

        Assert.Equal("", run.Output);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(Migrated, folder.Read("compose.yml"), StringComparison.Ordinal);
        Assert.Equal(new CliRun(0, "", "compose.yml: nothing to migrate\n"), await folder.RunAsync("migrate", "--check"));
    }

    [Fact]
    public async Task Encoding_byte_order_mark_and_line_endings_are_kept()
    {
        var text = OneWay.Replace("\n", "\r\n", StringComparison.Ordinal);
        folder.Write("utf16.yml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
        folder.Write("utf8.yml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        Assert.Equal(0, (await folder.RunAsync("migrate", "--write", "utf16.yml", "utf8.yml")).ExitCode);

        var expected = Migrated.Replace("\n", "\r\n", StringComparison.Ordinal);
        var utf16 = File.ReadAllBytes(folder.Of("utf16.yml"));
        Assert.True(utf16.AsSpan().StartsWith(Encoding.Unicode.Preamble));
        Assert.StartsWith(expected, Encoding.Unicode.GetString(utf16.AsSpan(2)), StringComparison.Ordinal);
        var utf8 = File.ReadAllBytes(folder.Of("utf8.yml"));
        Assert.True(utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.StartsWith(expected, Encoding.UTF8.GetString(utf8.AsSpan(3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_network_can_be_named()
    {
        folder.Write("compose.yml", OneWay);

        await folder.RunAsync("migrate", "--write", "--network", "back-end");

        Assert.Contains("    networks: [back-end]\n", folder.Read("compose.yml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrate --network a/b", "'a/b' cannot name a network; use letters, digits, '.', '_' and '-'.")]
    [InlineData("migrate --diff --write", "Choose one of --diff, --write and --check.")]
    public async Task A_wrong_command_line_is_one_clear_line(string line, string expected)
    {
        var run = await folder.RunAsync(line.Split(' '));

        Assert.Equal(new CliRun(2, "", $"lspcompose: {expected} Run 'lspcompose migrate --help' for usage.\n"), run);
    }

    [Fact]
    public async Task Standard_input_gives_a_patch_and_cannot_be_written()
    {
        var input = Encoding.UTF8.GetBytes(OneWay);

        Assert.StartsWith("--- a/stdin\n", (await folder.RunWithInputAsync(input, "migrate", "-")).Output, StringComparison.Ordinal);
        var run = await folder.RunWithInputAsync(input, "migrate", "--write", "-");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("lspcompose: <stdin>: standard input cannot be written; use --diff, or name the file\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_migration_as_one_object()
    {
        folder.Write("compose.yml", OneWay);

        var run = await folder.RunAsync("migrate", "--format", "json");

        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("", run.Error);
        Assert.Equal(1, json.GetProperty("version").GetInt32());
        var file = Assert.Single(json.GetProperty("files").EnumerateArray());
        Assert.Equal(["path", "safe", "edits", "converted", "left", "runtimeChanges"], file.EnumerateObject().Select(property => property.Name));
        Assert.NotEmpty(file.GetProperty("edits").EnumerateArray());
    }

    [Fact]
    public async Task The_other_files_are_migrated_when_one_cannot_be_read()
    {
        folder.Write("compose.yml", OneWay);

        var run = await folder.RunAsync("migrate", "--write", "gone.yml", "compose.yml");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(Migrated, folder.Read("compose.yml"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
