using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;

namespace LspCompose.Analysis.Tests.Rules;

public class RuleExampleTests
{
    private const string Path = "/project/compose.yaml";

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_bad_example_is_found(string id)
    {
        Assert.True(RuleCatalogue.TryGet(id, out var rule));
        Assert.Contains(Find(rule, rule.BadExample), finding => finding.Rule == rule);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_rule_finds_anything_in_the_good_example(string id)
    {
        Assert.True(RuleCatalogue.TryGet(id, out var rule));
        Assert.Empty(Find(rule, rule.GoodExample));
    }

    [Fact]
    public void Rules_are_listed_by_id_and_named_in_kebab_case()
    {
        var ids = RuleCatalogue.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^[a-z]+(-[a-z]+)*$", id));
    }

    // The example is the whole project: nothing else that it names is there.
    private static IReadOnlyList<Finding> Find(Rule rule, string example) => Markers.FindInProject(AnalysisSettings.Default, rule.ExampleEngine, Path, (Path, example));
}
