using LspCompose.Cli.Output;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Tests.Output;

public sealed class CodeFrameTests
{
    [Fact]
    public void Carets_stand_under_exactly_the_range() => AssertFrame(
        "fpm:\n  links:\n    - <[nginx]>\n",
        """
          |
        3 |     - nginx
          |       ^^^^^
        """);

    [Fact]
    public void An_empty_range_has_one_caret() => AssertFrame(
        "a: b<[]>\n",
        """
          |
        1 | a: b
          |     ^
        """);

    [Fact]
    public void A_tab_fills_up_to_the_next_stop() => AssertFrame(
        "a\t<[b]>",
        """
          |
        1 | a   b
          |     ^
        """);

    [Fact]
    public void Wide_characters_take_two_columns_and_combining_ones_none() => AssertFrame(
        "名前: <[é値]> # x",
        """
          |
        1 | 名前: é値 # x
          |       ^^^
        """);

    [Fact]
    public void Characters_beyond_the_basic_plane_count_once() => AssertFrame(
        "a: 😀 <[b]>",
        """
          |
        1 | a: 😀 b
          |       ^
        """);

    [Fact]
    public void Every_line_of_a_range_is_underlined_without_its_indentation() => AssertFrame(
        "a:\n  <[b:\n    - c]>\n",
        """
          |
        2 |   b:
          |   ^^
        3 |     - c
          |     ^^^
        """);

    [Fact]
    public void The_middle_of_a_long_range_is_left_out() => AssertFrame(
        "<[a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6]>",
        """
          |
        1 | a: 1
          | ^^^^
        2 | b: 2
          | ^^^^
          ⋮
        6 | f: 6
          | ^^^^
        """);

    [Fact]
    public void A_range_that_ends_with_its_line_break_stays_on_its_line() => AssertFrame(
        "<[a: 1\n]>b: 2\n",
        """
          |
        1 | a: 1
          | ^^^^
        """);

    [Fact]
    public void Line_numbers_are_aligned() => AssertFrame(
        string.Concat(Enumerable.Repeat("\n", 8)) + "<[a:\n  b]>",
        """
           |
         9 | a:
           | ^^
        10 |   b
           |   ^
        """);

    [Fact]
    public void A_line_break_of_windows_is_not_shown() => AssertFrame(
        "a: <[b]>\r\nc: d\r\n",
        """
          |
        1 | a: b
          |    ^
        """);

    [Fact]
    public void What_would_drive_the_terminal_is_replaced() => AssertFrame(
        "a: \e[31m<[b]>",
        """
          |
        1 | a: �[31mb
          |         ^
        """);

    [Fact]
    public void A_very_long_line_is_cut_around_the_range()
    {
        var frame = Draw(new string('x', 5000) + "<[here]>" + new string('y', 5000));

        var lines = frame.Split('\n');
        Assert.All(lines, line => Assert.True(line.Length < 130));
        Assert.Equal(lines[1].IndexOf("here", StringComparison.Ordinal), lines[2].IndexOf("^^^^", StringComparison.Ordinal));
        Assert.StartsWith("1 | …xxx", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("yyy…", lines[1], StringComparison.Ordinal);
    }

    private static void AssertFrame(string marked, string expected) => Assert.Equal(expected, Draw(marked));

    private static string Draw(string marked)
    {
        var (text, span) = Checked.Marked(marked);
        using var output = new StringWriter { NewLine = "\n" };
        CodeFrame.Write(output, SourceText.From(text), span, Palette.None, carets => carets);
        return output.ToString().TrimEnd('\n');
    }
}
