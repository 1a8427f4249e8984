using LspCompose.Analysis.Features;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

/// <summary>What can be folded: <c>first-last</c>, lines counted from 0, with <c>#</c> for comments and <c>]</c> where a closing bracket stays in sight.</summary>
public class FoldingTests
{
    [Theory]
    [InlineData("services:\n  web:\n    image: x\n\n  db:\n    image: y\n\n\nnetworks:\n  a:\n", "0-5 1-2 4-5 8-9")]
    [InlineData("services:\n  web:\n    ports:\n      - target: 80\n        published: 80\n      - 90:90\n", "0-5 1-5 2-5 3-4")]
    [InlineData("services:\n  web:\n    command: |\n      one\n\n      two\n\n    init: true\n", "0-7 1-7 2-5")]
    [InlineData("services:\n  web:\n    command: one\n      two\n    image: \"a\n      b\"\n", "0-5 1-5 2-3 4-5")]
    [InlineData("services: {\n  web: {\n    image: x,\n    init: true }\n}\n", "0-3] 1-3")]
    [InlineData("services:\n  web: {image: x, ports: [\n    a,\n    b\n  ]}\n", "0-4 1-4")]
    [InlineData("a: [\n]\n", "")]
    public void Blocks_and_values_of_several_lines_fold(string text, string expected) => Assert.Equal(expected, Folds(text));

    [Theory]
    [InlineData("# one\n# two\nservices:\n  web:\n    image: x\n", "0-1# 2-4 3-4")]
    [InlineData("# one\n\n# two\nname: x # three\n# four\n", "")]
    [InlineData("services:\n  a:\n    image: x\n    # of a\n    # too\n\n  # of b\n  # too\n  b:\n    image: y\n# of networks\nnetworks:\n  c:\n", "0-9 1-4 3-4# 6-7# 8-9 11-12")]
    public void Comments_fold_together_and_stay_with_the_block_they_are_about(string text, string expected) => Assert.Equal(expected, Folds(text));

    [Fact]
    public void Each_of_several_documents_folds() => Assert.Equal("0-2 1-2 3-5 4-5", Folds("---\nname:\n  a\n---\nservices:\n  web: {}\n...\n"));

    [Fact]
    public void Line_breaks_of_Windows_change_nothing() => Assert.Equal("0-2 1-2 4-5", Folds("services:\r\n  web:\r\n    image: x\r\n\r\nnetworks:\r\n  a:\r\n"));

    [Fact]
    public void Services_of_the_first_format_fold() => Assert.Equal("0-1 2-3", Folds("web:\n  image: x\ndb:\n  image: y\n"));

    [Fact]
    public void A_broken_file_folds_where_it_is_sound() => Assert.Equal("0-5 1-3 4-5", Folds("services:\n  web:\n    image: x\n    ports: [a\n  db:\n    image: y\n"));

    [Fact]
    public void Folds_know_how_deep_they_are() =>
        Assert.Equal([0, 1, 2], Folding.Of(Workspace.Empty.WithFile("f", SourceText.From("a:\n  b:\n    c:\n      d\n")), "f").Select(fold => fold.Depth));

    private static string Folds(string text) => string.Join(' ', Folding.Of(Workspace.Empty.WithFile("f", SourceText.From(text)), "f")
        .Select(fold => $"{fold.StartLine}-{fold.EndLine}{(fold.BracketLine is null ? "" : "]")}{(fold.Kind == FoldKind.Comment ? "#" : "")}"));
}
