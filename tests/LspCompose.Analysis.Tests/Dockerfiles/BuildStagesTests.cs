using LspCompose.Analysis.Dockerfiles;

namespace LspCompose.Analysis.Tests.Dockerfiles;

/// <summary>The stages of a Dockerfile, as the builder reads them.</summary>
public sealed class BuildStagesTests
{
    [Fact]
    public void A_stage_has_the_name_behind_as()
    {
        var stages = BuildStages.Find("ARG NODE=22\nFROM node:${NODE} AS build\nRUN npm ci\n\nfrom --platform=$BUILDPLATFORM nginx as Web\nFROM scratch\n");

        Assert.Equal([("build", "node:${NODE}", 1), ("Web", "nginx", 4)], stages.Select(stage => (stage.Name, stage.From, stage.Line)));
    }

    [Theory]
    [InlineData("FROM a \\\n  AS one\n", "one")]
    [InlineData("FROM a \\   \r\n  # why\r\n\r\n  AS one\r\n", "one")]
    [InlineData("# escape=`\nFROM a `\n  AS one\nRUN dir c:\\\nFROM b AS two\n", "one two")]
    [InlineData("# syntax=docker/dockerfile:1\n# ESCAPE = `\nFROM a `\nAS one\n", "one")]
    [InlineData("# only a comment\n# escape=`\nRUN dir c:\\\nFROM a AS hidden\n", "")]
    [InlineData("\uFEFFFROM a AS one", "one")]
    public void Lines_go_on_behind_the_escape_character(string text, string names) => Assert.Equal(names, Names(text));

    [Theory]
    [InlineData("RUN <<EOF\nFROM a AS hidden\nEOF\nFROM b AS seen\n", "seen")]
    [InlineData("RUN python3 <<-\"EOF\" 3<<OTHER\nFROM a AS hidden\n\tEOF\nFROM a AS hidden\nOTHER\nFROM b AS seen\n", "seen")]
    [InlineData("COPY <<a.txt <<'b.txt' /x/\nb.txt\na.txt\nFROM a AS hidden\nb.txt\nFROM b AS seen\n", "seen")]
    [InlineData("ONBUILD RUN <<EOF\nFROM a AS hidden\nEOF\nFROM b AS seen\n", "seen")]
    [InlineData("RUN cat <<<EOF\nFROM b AS seen\nEOF\n", "seen")]
    [InlineData("LABEL x=<<EOF\nFROM b AS seen\n", "seen")]
    [InlineData("RUN <<EOF\nFROM a AS hidden\n", "")]
    public void Heredocs_are_content(string text, string names) => Assert.Equal(names, Names(text));

    [Theory]
    [InlineData("# FROM a AS x\nRUN echo FROM a AS x\nFROM\nFROM a AS\nFROM a AS 1st\nFROM a b c\nFROM a AS x y\n")]
    [InlineData("")]
    [InlineData("\\")]
    public void What_is_no_stage_is_passed_over(string text) => Assert.Empty(Names(text));

    [Fact]
    public void A_name_counts_once_whatever_its_case() => Assert.Equal("One", Names("FROM a AS One\nFROM b AS one\n"));

    private static string Names(string text) => string.Join(' ', BuildStages.Find(text).Select(stage => stage.Name));
}
