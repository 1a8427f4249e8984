using System.Text;

namespace LspCompose.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private const string Service = "services:\n  a:\n    image: a\n";
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("check --nope", "Unrecognized option '--nope'. Run 'lspcompose check --help' for usage.")]
    [InlineData("chek", "Unrecognized command or argument 'chek'. Run 'lspcompose --help' for usage.")]
    [InlineData("", "Required command was not provided. Run 'lspcompose --help' for usage.")]
    [InlineData("check --format xml", "'xml' is no value of --format; choose text, json, sarif or github. Run 'lspcompose check --help' for usage.")]
    [InlineData("check --fail-on hint", "'hint' is no value of --fail-on; choose error, warning, info or never. Run 'lspcompose check --help' for usage.")]
    public async Task A_wrong_command_line_is_one_clear_line(string line, string expected)
    {
        var run = await folder.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new CliRun(2, "", $"lspcompose: {expected}\n"), run);
    }

    [Fact]
    public async Task A_missing_file_is_named_and_the_others_are_checked()
    {
        folder.Write("compose.yml", Service);

        var run = await folder.RunAsync("check", "gone.yml", "compose.yml", "--format", "json");

        Assert.Equal(
            new CliRun(2, """{"version":1,"files":[{"path":"compose.yml","findings":[]}]}""" + "\n", "lspcompose: gone.yml: no such file or folder; check the path\n"),
            run);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_told_with_their_place()
    {
        folder.Write("latin1.yml", Encoding.Latin1.GetBytes("a: b\nc: é\n"));

        var run = await folder.RunAsync("check", "latin1.yml");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("lspcompose: latin1.yml: is not UTF-8 text (line 2, byte 8); save it as UTF-8\n", run.Error);
    }

    [Fact]
    public async Task A_binary_file_is_told()
    {
        folder.Write("image.yml", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0xFF, 0xFE]);

        var run = await folder.RunAsync("check", "image.yml");

        Assert.Equal("lspcompose: image.yml: is a binary file, not text\n", run.Error);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task A_byte_order_mark_tells_the_encoding()
    {
        folder.Write("utf16.yml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Service)]);
        folder.Write("utf8.yml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Service)]);

        var run = await folder.RunAsync("check", "utf16.yml", "utf8.yml");

        Assert.Equal(new CliRun(0, "2 files checked: no findings.\n", ""), run);
    }

    [Fact]
    public async Task Standard_input_is_a_dash()
    {
        var run = await folder.RunWithInputAsync(Encoding.UTF8.GetBytes(Service), "check", "-", "--format", "json");

        Assert.Equal(new CliRun(0, """{"version":1,"files":[{"path":"<stdin>","findings":[]}]}""" + "\n", ""), run);
    }

    [Fact]
    public async Task A_file_named_twice_is_checked_once()
    {
        folder.Write("compose.yml", Service);

        var run = await folder.RunAsync("check", "compose.yml", "./compose.yml", ".", "-f", "compose.yml");

        Assert.Equal(new CliRun(0, "1 file checked: no findings.\n", ""), run);
    }

    [Fact]
    public async Task With_nothing_named_composes_own_file_is_taken()
    {
        folder.Write("compose.yaml", Service);
        folder.Write("docker-compose.yml", Service);
        folder.Write("compose.override.yml", Service);

        var run = await folder.RunAsync("check", "--format", "json");

        Assert.Equal("""{"version":1,"files":[{"path":"compose.yaml","findings":[]},{"path":"compose.override.yml","findings":[]}]}""" + "\n", run.Output);
    }

    [Fact]
    public async Task With_nothing_named_and_nothing_there_the_names_are_told()
    {
        var run = await folder.RunAsync("check");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "lspcompose: no Compose file (compose.yaml, compose.yml, docker-compose.yml, docker-compose.yaml) in this folder or above it; name a file or a folder\n",
            run.Error);
    }

    [Fact]
    public async Task A_folder_without_compose_files_is_told()
    {
        Directory.CreateDirectory(folder.Of("sub"));

        Assert.Equal(new CliRun(0, "0 files checked: no findings.\n", "lspcompose: no Compose files found in sub\n"), await folder.RunAsync("check", "sub"));
    }

    [Fact]
    public async Task After_two_dashes_anything_is_a_path()
    {
        folder.Write("--format", Service);

        var run = await folder.RunAsync("check", "--", "--format");

        Assert.Equal(new CliRun(0, "1 file checked: no findings.\n", ""), run);
    }

    public void Dispose() => folder.Dispose();
}
