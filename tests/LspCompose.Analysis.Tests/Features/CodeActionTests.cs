using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

public class CodeActionTests
{
    [Theory]
    [InlineData("one-way.yml", "- <|>fpm")]
    [InlineData("one-way-services.yml", "- <|>fpm")]
    [InlineData("circular.yml", "- <|>nginx")]
    [InlineData("circular-services.yml", "- <|>nginx")]
    [InlineData("ambassador.yml", "<|>ambassador:\n")]
    [InlineData("ambassador-services.yml", "<|>ambassador:\n")]
    public void The_whole_file_can_be_converted_from_any_of_its_findings(string sample, string place)
    {
        var (actions, text) = At(Samples.Read(sample), place);
        var whole = Assert.Single(actions, action => action.Fix.Kind == FixKind.QuickFix && action.Fix.Title.StartsWith("Convert all links in this file to networks", StringComparison.Ordinal));
        Assert.True(whole.Fix.IsSafe);
        Assert.Empty(Markers.Find(Edits.Apply(text, whole.Fix)));
        var source = Assert.Single(actions, action => action.Fix.Kind == FixKind.Source);
        Assert.Equal(Edits.Apply(text, whole.Fix), Edits.Apply(text, source.Fix));
    }

    [Fact]
    public void Breaking_the_circle_says_that_the_start_order_goes()
    {
        var (actions, text) = At(Samples.Read("circular-services.yml"), "- <|>nginx");
        var fix = Assert.Single(actions, action => action.Fix.Title.StartsWith("Break the circle", StringComparison.Ordinal)).Fix;
        Assert.True(fix.IsPreferred);
        Assert.Contains("start order of 'fpm' and 'nginx'", fix.Title, StringComparison.Ordinal);
        Assert.Empty(Markers.Find(Edits.Apply(text, fix)));
    }

    [Fact]
    public void One_link_of_two_can_be_converted_and_the_other_stays()
    {
        var (actions, text) = At("services:\n  a: {image: x, links: [b, c]}\n  b: {image: x}\n  c: {image: x}\n", "[<|>b");
        var fix = Assert.Single(actions, action => action.Fix.Title.StartsWith("Remove the link to 'b'", StringComparison.Ordinal)).Fix;
        Assert.Equal("services:\n  a: {image: x, links: [c], depends_on: [b]}\n  b: {image: x}\n  c: {image: x}\n", Edits.Apply(text, fix));
        fix = Assert.Single(actions, action => action.Fix.Title == "Replace the link to 'b' by network 'app'").Fix;
        Assert.Equal(
            "services:\n  a: {image: x, links: [c], networks: [app], depends_on: [b]}\n  b: {image: x, networks: [app]}\n  c: {image: x, networks: [app]}\n\nnetworks:\n  app:\n",
            Edits.Apply(text, fix));
    }

    [Fact]
    public void A_first_format_file_can_be_wrapped_and_keep_its_links()
    {
        var (actions, text) = At("# app\n\nweb:\n  image: x\n  links: [db]\n\n# data\ndb:\n  image: y\n# end\n", "<|>web");
        var fix = Assert.Single(actions, action => action.Fix.Title == "Wrap the services in 'services:'").Fix;
        Assert.Equal("# app\n\nservices:\n  web:\n    image: x\n    links: [db]\n\n  # data\n  db:\n    image: y\n# end\n", Edits.Apply(text, fix));
    }

    [Fact]
    public void A_version_line_can_be_removed()
    {
        var (actions, text) = At("version: '3' # old\n\nservices: {web: {image: x}}\n", "<|>version");
        Assert.Equal("# old\nservices: {web: {image: x}}\n", Edits.Apply(text, Assert.Single(actions).Fix));
    }

    [Fact]
    public void The_title_says_whose_start_order_goes_and_how_much_is_left()
    {
        var (actions, _) = At("services:\n  a: {image: x, links: [b, zz]}\n  b: {image: x, links: [c]}\n  c: {image: x, links: [a]}\n", "[<|>b");
        Assert.Contains(actions, action => action.Fix.Title == "Convert all links in this file to networks (drops the start order of 'a', 'b' and 'c'; leaves 1 that cannot be converted)");
    }

    [Fact]
    public void Nothing_is_offered_where_nothing_is_found()
    {
        var (actions, _) = At(Samples.Read("modern.yml"), "<|>fpm");
        Assert.Empty(actions);
    }

    private static (IReadOnlyList<CodeAction> Actions, string Text) At(string text, string marked)
    {
        var offset = text.IndexOf(marked.Replace("<|>", "", StringComparison.Ordinal), StringComparison.Ordinal) + marked.IndexOf("<|>", StringComparison.Ordinal);
        var workspace = Workspace.Empty.WithFile("f", SourceText.From(text));
        return (CodeActions.At(workspace, "f", new TextSpan(offset, offset), kind => kind is FixKind.QuickFix or FixKind.Source, TestContext.Current.CancellationToken), text);
    }
}
