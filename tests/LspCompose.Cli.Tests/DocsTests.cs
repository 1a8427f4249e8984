namespace LspCompose.Cli.Tests;

public sealed class DocsTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Written_pages_are_up_to_date()
    {
        Assert.Equal(1, (await folder.RunAsync("docs", "--check")).ExitCode);
        Assert.Equal(0, (await folder.RunAsync("docs", "--write")).ExitCode);

        Assert.Equal(new CliRun(0, "", ""), await folder.RunAsync("docs", "--check"));
    }

    [Fact]
    public async Task Stale_missing_and_stray_pages_are_named()
    {
        await folder.RunAsync("docs", "--write");
        folder.Write("docs/rules/circular-link.md", "# old\n");
        folder.Write("docs/rules/gone-rule.md", "# gone\n");
        File.Delete(folder.Of("docs/rules/README.md"));

        var run = await folder.RunAsync("docs", "--check");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            docs/rules/README.md is out of date; run 'lspcompose docs --write'
            docs/rules/circular-link.md is out of date; run 'lspcompose docs --write'
            docs/rules/gone-rule.md is out of date; run 'lspcompose docs --write'

            """,
            run.Output);
    }

    [Fact]
    public async Task The_generated_files_of_this_repository_are_up_to_date()
    {
        using var output = new StringWriter();
        var code = await CommandLine.RunAsync(["docs", "--check"], new Host(Stream.Null, output, TextWriter.Null, RepositoryRoot()));

        Assert.Equal("", output.ToString());
        Assert.Equal(0, code);
    }

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path) ?? "", "..", ".."));

    public void Dispose() => folder.Dispose();
}
