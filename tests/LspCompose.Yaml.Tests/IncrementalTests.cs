using CsCheck;
using LspCompose.Testing;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Tests;

/// <summary>A tree made from the tree before is the tree of the new text, and most of it is not read again.</summary>
public class IncrementalTests
{
    [Fact]
    public void A_keystroke_reads_one_service_again()
    {
        var text = ManyServices(100);
        var tree = YamlSyntaxTree.Parse(SourceText.From(text));
        var place = text.IndexOf("image: nginx:50", StringComparison.Ordinal) + 10;

        var changed = tree.WithText(SourceText.From(text.Insert(place, "x")));

        Assert.True(tree.ParsedEntries > 100);
        Assert.Equal(1, changed.ParsedEntries);
        Assert.Same(Service(tree, "web10").Identity, Service(changed, "web10").Identity);
        Assert.Same(Service(tree, "web90").Identity, Service(changed, "web90").Identity);
        Assert.Equal(Service(tree, "web90").Span.Shift(1), Service(changed, "web90").Span);
        Assert.NotSame(Service(tree, "web50").Identity, Service(changed, "web50").Identity);
    }

    [Fact]
    public void A_service_that_breaks_leaves_the_others_as_they_were()
    {
        var text = ManyServices(100);
        var tree = YamlSyntaxTree.Parse(SourceText.From(text));
        var place = text.IndexOf("    image: nginx:50", StringComparison.Ordinal);

        var changed = tree.WithText(SourceText.From(text.Insert(place, "    por\n")));

        Assert.Single(changed.Errors);
        Assert.Same(Service(tree, "web49").Identity, Service(changed, "web49").Identity);
        Assert.Same(Service(tree, "web51").Identity, Service(changed, "web51").Identity);
    }

    [Theory]
    [InlineData("services:\n  a:\n    command: 'x\n  b: y\n  c: z'\n  d:\n    image: e\n")]
    [InlineData("services:\n  a:\n    command: {x: d,\n  'b\n  c: z': e}\n  d:\n    image: e\n")]
    [InlineData("services:\n  d:\n    image: e\n  a:\n    command: 'x\n  b: y\nvolumes:\n  c: z'\nnetworks:\n  d:\n")]
    [InlineData("a: 'x\nb: c\nd: e'\nf:\n- 'g\nh: i\nj: k\nl: m'\nn: o\n")]
    [InlineData("a: {\n\"b\": c\n}\nd: e\n")]
    [InlineData("a:\n- b\n- c\n\"d\": e\n? f\n: g\n")]
    [InlineData("a: &x\n- b\n")]
    [InlineData("services: # c\n  web:\n    image: x\n  \"db\":\n    image: y\nvolumes: {}\n")]
    [InlineData("services: &s\n  web:\n    image: x\n")]
    [InlineData("  a: b\n  c:\n  - d\n")]
    [InlineData("\uFEFFservices:\n  a:\n    x: y\n")]
    public void What_is_valid_as_a_whole_is_read_as_a_whole(string text)
    {
        var expected = EventStream.OfYamlDotNet(text);

        var tree = YamlSyntaxTree.Parse(SourceText.From(text));

        Assert.NotNull(expected);
        Assert.Empty(tree.Errors);
        Assert.Equal(expected, EventStream.OfTree(tree));
        SpanCheck.Verify(tree, text);
    }

    [Fact]
    public void Edits_of_the_corpus_give_the_tree_of_the_edited_text()
    {
        var corpus = SharedData.Corpus();
        var inserts = new[] { "", "x", " ", "\n", "\n  ", ":", ": ", "\"", "'", "[", "]", "{", "}", "- ", "#", "|", "&a ", "*", "!t ", "\t", "---\n", "...\n", "services:\n", "  web:\n", "<<<<<<< a\n", "\r\n", "\u2028", "é" };
        var edits = Gen.Select(Gen.Int[0, corpus.Count - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 12], Gen.Int[0, inserts.Length - 1]).Array[1, 4]);
        edits.SampleRepeatably(
            edit =>
            {
                var (file, changes) = edit;
                var tree = YamlSyntaxTree.Parse(SourceText.From(corpus[file].Text));
                foreach (var (at, length, insert) in changes)
                {
                    var text = tree.Text.Content;
                    var start = text.Length == 0 ? 0 : at % text.Length;
                    text = text.Remove(start, Math.Min(length, text.Length - start)).Insert(start, inserts[insert]);
                    tree = tree.WithText(SourceText.From(text));
                    var fresh = YamlSyntaxTree.Parse(SourceText.From(text));
                    Assert.Equal(TreePrinter.PrintWithSpans(fresh), TreePrinter.PrintWithSpans(tree));
                    Assert.Equal(fresh.Errors.Select(error => (error.Span, error.Message)), tree.Errors.Select(error => (error.Span, error.Message)));
                    Assert.Equal(fresh.Comments, tree.Comments);
                    SpanCheck.Verify(tree, text);
                    if (EventStream.OfYamlDotNet(text) is { } events)
                    {
                        Assert.Empty(tree.Errors);
                        Assert.Equal(events, EventStream.OfTree(tree));
                    }
                }
            },
            iterations: 600);
    }

    private static YamlNode Service(YamlSyntaxTree tree, string name) =>
        tree.Documents[0].Root?.Get("services")?.Get(name) ?? throw new InvalidOperationException(name);

    private static string ManyServices(int count) =>
        "services:\n" + string.Concat(Enumerable.Range(0, count).Select(index => $"  web{index}:\n    image: nginx:{index}\n    ports:\n      - \"80{index}:80\"\n")) + "networks:\n  front:\n";
}
