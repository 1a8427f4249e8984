using System.Text;

namespace LspCompose.Cli.Tests;

public sealed class FormatTests : IDisposable
{
    private const string Text = "services:\n    web:\n        image:   nginx\n";
    private const string Laid = "services:\n  web:\n    image: nginx\n";
    private readonly TestFolder folder = new();

    [Fact]
    public async Task The_default_prints_a_patch()
    {
        folder.Write("compose.yaml", Text);

        Assert.Equal(
            new CliRun(0, "--- a/compose.yaml\n+++ b/compose.yaml\n@@ -1,3 +1,3 @@\n services:\n-    web:\n-        image:   nginx\n+  web:\n+    image: nginx\n", "1 file: 1 to format\n"),
            await folder.RunAsync("format"));
        Assert.Equal(Text, folder.Read("compose.yaml"));
    }

    [Fact]
    public async Task Check_lists_what_is_not_laid_out()
    {
        folder.Write("a/compose.yaml", Text);
        folder.Write("b/compose.yaml", Laid);
        folder.Write("values.yaml", "x:   1\n");

        Assert.Equal(new CliRun(1, "a/compose.yaml\n", "2 files: 1 to format\n"), await folder.RunAsync("format", "--check", "."));
        Assert.Equal(new CliRun(0, "", "1 file: 0 to format\n"), await folder.RunAsync("format", "--check", "b"));
        Assert.Equal(Text, folder.Read("a/compose.yaml"));
    }

    [Fact]
    public async Task Write_lays_files_out_and_touches_no_other()
    {
        folder.Write("compose.yaml", Text);
        folder.Write("compose.override.yaml", Laid);
        var before = File.GetLastWriteTimeUtc(folder.Of("compose.override.yaml"));

        Assert.Equal(new CliRun(0, "", "2 files: 1 formatted\n"), await folder.RunAsync("format", "--write"));
        Assert.Equal(Laid, folder.Read("compose.yaml"));
        Assert.Equal(before, File.GetLastWriteTimeUtc(folder.Of("compose.override.yaml")));
        Assert.Equal(new CliRun(0, "", "2 files: 0 formatted\n"), await folder.RunAsync("format", "--write"));
    }

    [Fact]
    public async Task Standard_input_goes_to_standard_output()
    {
        Assert.Equal(new CliRun(0, Laid, "1 file: 1 to format\n"), await folder.RunWithInputAsync(Encoding.UTF8.GetBytes(Text), "format", "-"));
        Assert.Equal(new CliRun(0, Laid, "1 file: 0 to format\n"), await folder.RunWithInputAsync(Encoding.UTF8.GetBytes(Laid), "format", "-"));
        Assert.Equal(new CliRun(1, "<stdin>\n", "1 file: 1 to format\n"), await folder.RunWithInputAsync(Encoding.UTF8.GetBytes(Text), "format", "--check", "-"));
        var diff = await folder.RunWithInputAsync(Encoding.UTF8.GetBytes(Text), "format", "--diff", "-");
        Assert.StartsWith("--- a/stdin\n", diff.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await folder.RunWithInputAsync(Encoding.UTF8.GetBytes(Text), "format", "--write", "-")).ExitCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_layout_stay()
    {
        byte[] text = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("services:\r\n   web: {image: \"ñ🐳\"}\r\n")];
        folder.Write("compose.yaml", text);

        Assert.Equal(0, (await folder.RunAsync("format", "--write")).ExitCode);
        Assert.Equal([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("services:\r\n  web: { image: \"ñ🐳\" }\r\n")], File.ReadAllBytes(folder.Of("compose.yaml")));
    }

    [Fact]
    public async Task Settings_say_how()
    {
        folder.Write(".lspcompose.yaml", "format:\n  indent: 4\n  keyOrder: conventional\n");
        folder.Write("compose.yaml", "services:\n  web:\n    ports: [80]\n    image: nginx\n");

        await folder.RunAsync("format", "--write");

        Assert.Equal("services:\n    web:\n        image: nginx\n        ports: [80]\n", folder.Read("compose.yaml"));
    }

    [Fact]
    public async Task A_broken_part_is_told_and_left_alone()
    {
        folder.Write("compose.yaml", "services:\n  web:\n      image:   \"nginx\n  db:\n      image:   b\n");

        var run = await folder.RunAsync("format", "--write");

        Assert.Equal((0, "compose.yaml:3: is no valid YAML here, so this part is left as it is\n1 file: 1 formatted\n"), (run.ExitCode, run.Error));
        Assert.Equal("services:\n  web:\n      image:   \"nginx\n  db:\n    image: b\n", folder.Read("compose.yaml"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told()
    {
        Assert.Equal(2, (await folder.RunAsync("format", "nowhere.yaml")).ExitCode);
        Assert.Equal(2, (await folder.RunAsync("format", "--check", "--write")).ExitCode);
    }

    public void Dispose() => folder.Dispose();
}
