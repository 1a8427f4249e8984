using LspCompose.Analysis.Features;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

/// <summary>How a selection widens, step by step.</summary>
public class SelectionRangesTests
{
    [Fact]
    public void A_quoted_value_widens_by_word_text_quotes_entry_and_so_on() => Check(
        "services:\n  web:\n    image: \"my-reg/ng<|>inx:1.27\"\n",
        "nginx",
        "my-reg/nginx:1.27",
        "\"my-reg/nginx:1.27\"",
        "image: \"my-reg/nginx:1.27\"",
        "web:\n    image: \"my-reg/nginx:1.27\"",
        "services:\n  web:\n    image: \"my-reg/nginx:1.27\"",
        "services:\n  web:\n    image: \"my-reg/nginx:1.27\"\n");

    [Fact]
    public void An_item_widens_to_its_dash_and_its_list() => Check(
        "web:\n  links:\n    - my-<|>db\n    - x\n",
        "db",
        "my-db",
        "- my-db",
        "- my-db\n    - x",
        "links:\n    - my-db\n    - x",
        "web:\n  links:\n    - my-db\n    - x",
        "web:\n  links:\n    - my-db\n    - x\n");

    [Fact]
    public void A_flow_collection_widens_to_its_brackets() => Check(
        "a: {b: [c, <|>d]}\r\ne: f",
        "d",
        "[c, d]",
        "b: [c, d]",
        "{b: [c, d]}",
        "a: {b: [c, d]}",
        "a: {b: [c, d]}\r\ne: f");

    [Fact]
    public void A_variable_is_a_step_of_its_own() => Check(
        "a: x-${TA<|>G:-1}\n",
        "TAG",
        "${TAG:-1}",
        "x-${TAG:-1}",
        "a: x-${TAG:-1}",
        "a: x-${TAG:-1}\n");

    [Fact]
    public void A_block_scalar_widens_by_line() => Check(
        "a: |\n  one t<|>wo\n\n  three\nb: c\n",
        "two",
        "one two",
        "one two\n\n  three",
        "|\n  one two\n\n  three",
        "a: |\n  one two\n\n  three",
        "a: |\n  one two\n\n  three\nb: c",
        "a: |\n  one two\n\n  three\nb: c\n");

    [Fact]
    public void A_key_widens_to_its_entry() => Check("a<|>b: c\nd: e\n", "ab", "ab: c", "ab: c\nd: e", "ab: c\nd: e\n");

    [Fact]
    public void A_comment_widens_to_what_it_stands_in() => Check(
        "a:\n  b: c\n  # why t<|>his\n  d: e\n",
        "this",
        "why this",
        "# why this",
        "b: c\n  # why this\n  d: e",
        "a:\n  b: c\n  # why this\n  d: e",
        "a:\n  b: c\n  # why this\n  d: e\n");

    [Fact]
    public void A_selection_grows_through_one_document_before_it_holds_all() => Check(
        "a: b\n---\nc: d<|>\n",
        "d",
        "c: d",
        "c: d\n",
        "a: b\n---\nc: d\n");

    [Fact]
    public void A_broken_file_widens_as_far_as_it_is_sound() => Check(
        "a:\n  b: [c<|>\n  d: e\n",
        "c",
        "[c",
        "b: [c",
        "b: [c\n  d: e",
        "a:\n  b: [c\n  d: e",
        "a:\n  b: [c\n  d: e\n");

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("services:\n  wéb: &a !b\n    command: >-\n      𝄞 x\n\n  # y\n  'd''b': {a: \"b\\\"\", *c : [d\n---\n? x\n: y\n...\n")]
    public void Everywhere_each_step_is_strictly_within_the_next_and_around_the_place(string text)
    {
        var workspace = Workspace.Empty.WithFile("f", SourceText.From(text));
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var spans = SelectionRanges.At(workspace, "f", offset);
            Assert.NotNull(spans);
            Assert.Equal(new TextSpan(0, text.Length), spans[^1]);
            Assert.All(spans, span => Assert.True(span.Touches(offset)));
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.Second.Contains(pair.First) && pair.Second != pair.First));
        }
    }

    private static void Check(string marked, params string[] expected)
    {
        var (text, offset) = Markers.Cursor(marked);
        var spans = SelectionRanges.At(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", offset);
        Assert.Equal(expected, spans?.Select(span => text[span.Start..span.End]));
    }
}
