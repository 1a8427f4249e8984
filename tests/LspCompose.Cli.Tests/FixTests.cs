namespace LspCompose.Cli.Tests;

public sealed class FixTests : IDisposable
{
    private const string Text = "version: '3'\nservices:\n  a:\n    image: a\n  b:\n    image: b\n    links:\n      - a\n";
    private readonly TestFolder folder = new();

    [Fact]
    public async Task Safe_fixes_are_written_until_nothing_is_left()
    {
        folder.Write("compose.yml", Text);

        var run = await folder.RunAsync("fix", "--write");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith(" fixed, 0 left\n", run.Error, StringComparison.Ordinal);
        Assert.Equal("1 file checked: no findings.\n", (await folder.RunAsync("check")).Output);
        Assert.Equal(new CliRun(0, "", "compose.yml: 0 fixed, 0 left\n"), await folder.RunAsync("fix", "--write"));
    }

    [Fact]
    public async Task Only_the_rule_asked_for_is_fixed()
    {
        folder.Write("compose.yml", Text);

        var run = await folder.RunAsync("fix", "--write", "--rule", "obsolete-version");

        Assert.Equal(new CliRun(0, "", "compose.yml: 1 fixed, 0 left\n"), run);
        Assert.Equal(Text.Replace("version: '3'\n", "", StringComparison.Ordinal), folder.Read("compose.yml"));
    }

    [Fact]
    public async Task The_default_prints_a_patch()
    {
        folder.Write("compose.yml", Text);

        var run = await folder.RunAsync("fix", "--rule", "obsolete-version");

        Assert.Equal("--- a/compose.yml\n+++ b/compose.yml\n@@ -1,4 +1,3 @@\n-version: '3'\n services:\n   a:\n     image: a\n", run.Output);
        Assert.Equal(Text, folder.Read("compose.yml"));
    }

    [Fact]
    public async Task An_unknown_rule_is_told() => Assert.Equal(
        new CliRun(2, "", "lspcompose: there is no rule 'obsolete-versoin'; did you mean 'obsolete-version'? Run 'lspcompose fix --help' for usage.\n"),
        await folder.RunAsync("fix", "--rule", "obsolete-versoin"));

    public void Dispose() => folder.Dispose();
}
