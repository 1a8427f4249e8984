namespace LspCompose.Analysis.Tests.Rules;

public sealed class DeprecatedExternalNameTests
{
    [Theory]
    [InlineData("networks:\n  n:\n    external:\n      name: out # why\n", "networks:\n  n:\n    external: true\n    name: out # why\n")]
    [InlineData("networks:\n  n:\n    external: # there\n      # made by hand\n      name: out", "networks:\n  n:\n    external: true # there\n      # made by hand\n    name: out")]
    [InlineData("secrets:\n  s:\n    external: {name: 'out'} # why\n", "secrets:\n  s:\n    external: true # why\n    name: 'out'\n")]
    [InlineData("configs: {c: {external: {\"name\": \"${C}\"}}}\n", "configs: {c: {external: true, \"name\": \"${C}\"}}\n")]
    [InlineData("x-e: &e\n  external:\n    name: out\nvolumes:\n  v:\n    <<: *e\n  w: *e\n", "x-e: &e\n  external: true\n  name: out\nvolumes:\n  v:\n    <<: *e\n  w: *e\n")]
    public void The_name_moves_beside_external(string before, string after)
    {
        const string Services = "services:\n  a: {image: x}\n";
        var finding = Assert.Single(Markers.Find(Services + before), finding => finding.Rule.Id == "deprecated-external-name");
        Assert.True(Assert.Single(finding.Fixes).IsSafe);
        Assert.Equal(Services + after, Edits.Apply(Services + before, finding.Fixes[0]));
        Assert.Equal(Services + after, Edits.Migrate(Services + before));
    }

    [Fact]
    public void A_name_that_stands_beside_it_already_is_not_touched()
    {
        const string Text = "services:\n  a: {image: x}\nvolumes:\n  v:\n    name: other\n    external:\n      name: out\n";
        Assert.Empty(Assert.Single(Markers.Find(Text), finding => finding.Rule.Id == "deprecated-external-name").Fixes);
        Assert.Equal(Text, Edits.Migrate(Text));
    }

    [Theory]
    [InlineData("external: true")]
    [InlineData("external: true, name: out")]
    public void The_form_of_today_is_fine(string settings) =>
        Assert.DoesNotContain(Markers.Find($"services:\n  a: {{image: x}}\nvolumes:\n  v: {{{settings}}}\n"), finding => finding.Rule.Id == "deprecated-external-name");
}
