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

    [Theory]
    [InlineData("rules:\n  obsolete-versoin: off\n", "2:3: there is no rule 'obsolete-versoin'; did you mean 'obsolete-version'?")]
    [InlineData("rules:\n  obsolete-version: loud\n", "2:21: 'obsolete-version' is set to no severity; choose error, warning, info, hint or off")]
    [InlineData("rule:\n  obsolete-version: off\n", "1:1: unknown setting 'rule'; did you mean 'rules'?")]
    [InlineData("rules: [obsolete-version]\n", "1:8: 'rules' is a mapping of rule ids to severities")]
    [InlineData("- rules\n", "1:1: settings are a mapping with the key 'rules'")]
    public async Task What_is_wrong_in_settings_is_told_with_its_place(string settings, string expected)
    {
        folder.Write(".lspcompose.yaml", settings);
        folder.Write("a.yml", Outdated);
        folder.Write("b.yml", Outdated);

        var run = await folder.RunAsync("check", "a.yml", "b.yml");

        Assert.Equal($"lspcompose: .lspcompose.yaml:{expected}\n", run.Error);
        Assert.Equal(2, run.ExitCode);
    }

    public void Dispose() => folder.Dispose();
}
