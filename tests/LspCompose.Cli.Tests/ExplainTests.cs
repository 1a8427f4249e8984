using LspCompose.Analysis.Rules;

namespace LspCompose.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_rule_is_explained_by_its_page()
    {
        Assert.True(RuleCatalogue.TryGet("circular-link", out var rule));

        Assert.Equal(new CliRun(0, RuleDocumentation.Markdown(rule), ""), await folder.RunAsync("explain", "circular-link"));
    }

    [Fact]
    public async Task All_rules_are_explained_one_after_the_other()
    {
        var run = await folder.RunAsync("explain", "--all");

        Assert.All(RuleCatalogue.All, rule => Assert.Contains($"# {rule.Id}\n", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("circular-lnk", "there is no rule 'circular-lnk'; did you mean 'circular-link'?")]
    [InlineData("zzz", "there is no rule 'zzz'; 'lspcompose explain --all' explains every rule")]
    public async Task An_unknown_rule_is_told(string rule, string expected) =>
        Assert.Equal(new CliRun(2, "", $"lspcompose: {expected}\n"), await folder.RunAsync("explain", rule));

    [Theory]
    [InlineData("explain")]
    [InlineData("explain circular-link --all")]
    public async Task Either_one_rule_or_all(string line) =>
        Assert.Equal(new CliRun(2, "", "lspcompose: Name one rule, or pass --all. Run 'lspcompose explain --help' for usage.\n"), await folder.RunAsync(line.Split(' ')));

    public void Dispose() => folder.Dispose();
}
