namespace LspCompose.Cli.Tests.Settings;

public sealed class SettingsTests : IDisposable
{
    private const string Outdated = "version: '3'\nservices:\n  a:\n    image: a\n";
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("rules:\n  obsolete-version: error\n", 1, "error[obsolete-version]")]
    [InlineData("rules:\n  obsolete-version: hint\n", 0, "hint[obsolete-version]")]
    [InlineData("rules:\n  obsolete-version: off\n", 0, "no findings")]
    [InlineData("rules:\n", 0, "warning[obsolete-version]")]
    [InlineData("", 0, "warning[obsolete-version]")]
    public async Task A_rules_severity_can_be_set(string settings, int exitCode, string expected)
    {
        folder.Write(".lspcompose.yaml", settings);
        folder.Write("sub/compose.yml", Outdated);

        var run = await folder.RunAsync("check", "sub/compose.yml");

        Assert.Equal("", run.Error);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nearest_settings_count()
    {
        folder.Write(".lspcompose.yaml", "rules:\n  obsolete-version: error\n");
        folder.Write("sub/.lspcompose.yaml", "rules: {}\n");
        folder.Write("sub/compose.yml", Outdated);

        Assert.Equal(0, (await folder.RunAsync("check", "sub")).ExitCode);
    }

    [Fact]
    public async Task What_has_no_effect_in_settings_is_a_finding_once()
    {
        folder.Write(".lspcompose.yaml", "rules:\n  obsolete-versoin: off\n");
        folder.Write("a.yml", Outdated);
        folder.Write("b.yml", Outdated);

        var run = await folder.RunAsync("check", "a.yml", "b.yml");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(
            """
            .lspcompose.yaml:2:3: warning[unknown-setting]: There is no rule 'obsolete-versoin'. Did you mean 'obsolete-version'?
              |
            2 |   obsolete-versoin: off
              |   ^^^^^^^^^^^^^^^^
              help: Change to 'obsolete-version' (changes the meaning: not applied without asking)

            3 files checked: 3 warnings.

            """,
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_a_problem()
    {
        folder.Write(".lspcompose.yaml", [0x7F, 0x45, 0, 0]);
        folder.Write("a.yml", Outdated);

        var run = await folder.RunAsync("check", "a.yml");

        Assert.Equal((2, "lspcompose: .lspcompose.yaml: is a binary file, not text\n"), (run.ExitCode, run.Error));
    }

    public void Dispose() => folder.Dispose();
}
