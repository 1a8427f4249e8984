using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Tests;

/// <summary>Valid text: what the nodes are and where exactly they stand.</summary>
public class ValidFileTests
{
    [Fact]
    public void Spans_are_exact_for_block_collections_and_missing_values()
    {
        Expect("a: b\r\nc:\r\n  - d\r\n  -\r\n  - &x\r\n# end\r\ne:\r\n", """
            map[0..39)
              a[0..1) @1: b[3..4)
              c[6..7) @7: seq[12..28)
                - @12 d[14..15)
                - @19 ~[20..20)
                - @24 &x [26..28) ~[28..28)
              e[37..38) @38: ~[39..39)

            """);
    }

    [Fact]
    public void Spans_are_exact_for_flow_collections()
    {
        Expect("k: !reset &y {a: 1, b, \"c\":d , ? e}\nl: [ x, {}, p: q, ]", """
            map[0..55)
              k[0..1) @1: &y !reset [3..35) {}[13..35)
                a[14..15) @15: 1[17..18)
                ? b[20..21) @-1: ~[21..21)
                "c"[23..26) @26: d[27..28)
                ? e[33..34) @-1: ~[34..34)
              l[36..37) @37: [][39..55)
                - @-1 x[41..42)
                - @-1 {}[44..46)
                - @-1 {}[48..52)
                  p[48..49) @49: q[51..52)

            """);
    }

    [Fact]
    public void Block_scalars_end_after_their_last_line_that_is_not_blank()
    {
        Expect("a: |+  # x\n  foo\n\n# c\nb: >-\n  p\n  q\n\n\nc: |  # y\nd: *x\n", """
            map[0..53)
              a[0..1) @1: |foo\n\n[3..16)
              b[22..23) @23: >p q[25..35)
              c[38..39) @39: |[41..42)
              d[48..49) @49: *x[51..53)

            """);
    }

    [Fact]
    public void Plain_scalars_may_reach_over_several_lines() =>
        Expect("a: b\n c\n\n d  # x\ne: f\n", """
            map[0..21)
              a[0..1) @1: b c\nd[3..11)
              e[17..18) @18: f[20..21)

            """);

    [Fact]
    public void Complex_keys_have_colons_too() =>
        Expect("? a\n: b\n? - c\n: d\n? e\n", """
            map[0..21)
              a[2..3) @4: b[6..7)
              seq[10..13)
                  - @10 c[12..13)
                 @14: d[16..17)
              ? e[20..21) @-1: ~[21..21)

            """);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_key() =>
        Expect("\uFEFFa: b", """
            map[1..5)
              a[1..2) @2: b[4..5)

            """);

    [Fact]
    public void Surrogates_count_as_two() =>
        Expect("é😀: 😀x", """
            map[0..8)
              é😀[0..3) @3: 😀x[5..8)

            """);

    [Fact]
    public void Documents_end_at_marker_lines()
    {
        Expect("%YAML 1.1\n---\na: b\n--- c\n...\n# rest\n---\n", """
            --- [14..19)
            map[14..18)
              a[14..15) @15: b[17..18)
            --- [22..25)
            c[23..24)
            --- [40..40)

            """);
    }

    [Fact]
    public void Comments_are_found_outside_scalars()
    {
        var tree = YamlSyntaxTree.Parse(SourceText.From("# one\na: b # two\nc: 'x # no'\nd: |  # three\n  # no\n  y # no\ne: [1#no, # four\n 2]\n"));

        Assert.Equal(["# one", "# two", "# three", "# four"], tree.Comments.Select(tree.Text.ToString));
    }

    [Theory]
    [InlineData("s<|>ervices:\n  web:\n    links:\n      - db\n", "services key")]
    [InlineData("services:\n  web:\n    lin<|>ks:\n      - db\n", "services value, web value, links key")]
    [InlineData("services:\n  web:\n    links:\n      - d<|>b\n", "services value, web value, links value, 0 item")]
    [InlineData("services:\n  web:\n    links:\n      -<|> db\n", "services value, web value, links value, 0 item")]
    [InlineData("services:\n  web:\n    links:<|>\n", "services value, web value, links value")]
    [InlineData("services:\n  web: {links: [a, b<|>]}\n", "services value, web value, links value, 1 item")]
    [InlineData("a: b\n<|>\n", "")]
    public void The_path_to_a_place_names_each_entry_and_item(string marked, string expected)
    {
        var offset = marked.IndexOf("<|>", StringComparison.Ordinal);
        var tree = YamlSyntaxTree.Parse(SourceText.From(marked.Remove(offset, 3)));

        var steps = tree.PathTo(offset).Select(step => step.Entry is { } entry
            ? $"{entry.Name} {(step.Part == YamlPathPart.Key ? "key" : "value")}"
            : $"{step.Index} item");
        Assert.Equal(expected, string.Join(", ", steps));
    }

    private static void Expect(string text, string expected)
    {
        var tree = YamlSyntaxTree.Parse(SourceText.From(text));

        Assert.Empty(tree.Errors);
        Assert.Equal(expected.ReplaceLineEndings("\n"), TreePrinter.PrintWithSpans(tree));
    }
}
