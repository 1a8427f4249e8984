using LspCompose.Analysis.Features.Completion;

namespace LspCompose.Analysis.Tests.Features.Completion;

public sealed class BuildStageCompletionTests
{
    private static readonly (string Path, string Text)[] Disk =
    [
        ("/p/Dockerfile", "FROM node AS build\nFROM nginx AS serve\n"),
        ("/p/api/Dockerfile", "FROM golang AS compile\nRUN <<EOF\nFROM x AS hidden\nEOF\n"),
        ("/p/api/debug.Dockerfile", "FROM golang AS debug\n"),
    ];

    [Theory]
    [InlineData("services:\n  a:\n    build:\n      target: <|>\n", "build serve")]
    [InlineData("services:\n  a:\n    build:\n      context: api\n      target: <|>\n", "compile")]
    [InlineData("services:\n  a:\n    build:\n      target: <|>\n      context: ./api/\n      dockerfile: debug.Dockerfile\n", "debug")]
    [InlineData("services:\n  a:\n    build:\n      dockerfile: api/debug.Dockerfile\n      target: d<|>\n", "debug")]
    [InlineData("services:\n  a:\n    build:\n      context: ${WHERE:-api}\n      target: <|>\n", "compile")]
    [InlineData("services:\n  a:\n    build:\n      context: https://example.com/x.git\n      target: <|>\n", "")]
    [InlineData("services:\n  a:\n    build:\n      context: none\n      target: <|>\n", "")]
    [InlineData("services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM busybox AS inline\n        FROM inline\n      target: <|>\n", "inline")]
    [InlineData("services:\n  a:\n    build: {context: api, target: <|>}\n", "compile")]
    [InlineData("services:\n  a:\n    build:\n      no_cache_filter:\n        - <|>\n", "build serve")]
    [InlineData("x-build: &build\n  context: api\n  target: <|>\nservices:\n  a:\n    build: *build\n", "compile")]
    [InlineData("services:\n  b:\n    image: \"x\n  a:\n    build:\n      context: api\n      target: c<|>\n  c: [\n", "compile")]
    public void The_stages_of_the_Dockerfile_are_targets(string marked, string labels) =>
        Assert.Equal(labels, Offers.In(CompletionClient.Plain, [("/p/compose.yaml", marked), .. Disk]).Labels);

    [Fact]
    public void The_folder_may_stand_in_another_file_of_the_project()
    {
        Assert.Equal("compile", Offers.In(CompletionClient.Plain, [("/p/compose.override.yaml", "services:\n  a:\n    build:\n      target: <|>\n"), ("/p/compose.yaml", "services:\n  a:\n    build: api\n"), .. Disk]).Labels);
    }

    [Fact]
    public void A_stage_tells_what_it_starts_from()
    {
        var stage = Offers.In(CompletionClient.Plain, [("/p/compose.yaml", "services:\n  a:\n    build:\n      target: s<|>\n"), .. Disk]).Item("serve");

        Assert.Equal("FROM nginx", stage.Detail);
        Assert.Equal("Stage in line 2 of `Dockerfile`.", stage.Documentation());
    }
}
