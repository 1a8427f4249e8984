using LspCompose.Analysis.Features;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

public class HoverTests
{
    [Theory]
    [InlineData("services:\n  web:\n    image: x\n    li<|>nks:\n      - db\n  db: {image: y}\n", "links", "reach each other by name", "deprecated-link.md")]
    [InlineData("services:\n  web:\n    image: x\n    links:\n      - d<|>b:mysql\n  db: {image: y}\n", "db:mysql", "under the name `mysql`", "deprecated-link.md")]
    [InlineData("services:\n  web:\n    image: x\n    links: [d<|>b]\n  db: {image: y, links: [web]}\n", "db", "neither can start first", "circular-link.md")]
    [InlineData("services:\n  web:\n    image: x\n    links: [amb:<|>db]\n  amb: {image: cpuguy83/docker-grand-ambassador, command: -name p_db_1}\n  db: {image: y}\n", "amb:db", "passes connections on to `db`", "deprecated-link.md")]
    [InlineData("web:\n  image: x\n  links: [amb:db]\namb<|>: {image: cpuguy83/docker-grand-ambassador, command: -name p_db_1}\ndb: {image: y}\n", "amb", "passes connections on to `db`", "ambassador-container.md")]
    [InlineData("services:\n  web:\n    image: x\n    net<|>works: [back]\n  db: {image: y, networks: [back]}\nnetworks: {back: {}}\n", "networks", "Reachable: `db`", "deprecated-link.md")]
    [InlineData("services:\n  web:\n    image: x\n    networks: [ba<|>ck]\n  db: {image: y, networks: [back]}\nnetworks: {back: {}}\n", "back", "`web` and `db` are on it", "deprecated-link.md")]
    [InlineData("services: {web: {image: x}}\nnet<|>works:\n  back: {}\n", "networks", "`back`", "deprecated-link.md")]
    [InlineData("ver<|>sion: '3'\nservices: {web: {image: x}}\n", "version", "Compose v2 ignores it", "obsolete-version.md")]
    public void The_story_is_told_at(string marked, string about, string words, string page)
    {
        var (text, offset) = Markers.Cursor(marked);
        var hover = Hover.At(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", offset);
        Assert.NotNull(hover);
        Assert.Equal(about, text[hover.Span.Start..hover.Span.End]);
        Assert.Contains(words, hover.Markdown, StringComparison.Ordinal);
        Assert.Contains(page, hover.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<|>")]
    [InlineData("services:\n  web:\n    image: x # what<|> runs\n")]
    [InlineData("services:\n  web:\n  <|>  image: x\n")]
    [InlineData("services:\n  web:\n    image:  <|>  x\n")]
    [InlineData("services:\n  web: &web\n  <|>  image: x\n")]
    [InlineData("services:\n<|>\n  web:\n    image: x\n")]
    [InlineData("- a\n- b<|>\n")]
    public void Nothing_is_told_at(string marked)
    {
        var (text, offset) = Markers.Cursor(marked);
        Assert.Null(Hover.At(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", offset));
    }

    [Fact]
    public void A_file_the_workspace_does_not_hold_has_no_hover() => Assert.Null(Hover.At(Workspace.Empty, "f", 0));
}
