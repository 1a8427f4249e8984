using CsCheck;
using LspCompose.Analysis.Interpolation;
using LspCompose.Testing;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Interpolation;

public sealed class DotEnvFileTests
{
    private static string? Shell(string name) => name switch { "HOME" => "/root", "USER" => "shell", "VOID" => "", _ => null };

    [Theory]
    [InlineData("A=1\n", "A=1")]
    [InlineData("A=1", "A=1")]
    [InlineData("\uFEFFA=1\n", "A=1")]
    [InlineData("A=1\r\nB=2\r\n", "A=1|B=2")]
    [InlineData("  A = 1  \n\n\tB=2", "A=1|B=2")]
    [InlineData("A: 1\nB : two", "A=1|B=two")]
    [InlineData("A=\nB=2", "A=|B=2")]
    [InlineData("A=\r\nB=2", "A=|B=2")]
    [InlineData("A=b=c:d", "A=b=c:d")]
    [InlineData("A=1\nA=2", "A=1|A=2")]
    [InlineData("my.key-1[0]_ä=1", "my.key-1[0]_ä=1")]
    [InlineData("1A=1", "1A=1")]
    [InlineData("=1\nB=2", "B=2")]
    public void Lines_set_variables(string text, string entries) => AssertEntries(text, entries);

    [Theory]
    [InlineData("export A=1\nexport\tB=2", "A=1|B=2")]
    [InlineData("exported=1\nexport=2", "exported=1|export=2")]
    [InlineData("export\nA=1", "A=1")]
    public void A_leading_export_is_skipped(string text, string entries) => AssertEntries(text, entries);

    [Theory]
    [InlineData("# A=1\nB=2", "B=2")]
    [InlineData("  # A=1\n#\n#B", "")]
    [InlineData("A=1 # one", "A=1")]
    [InlineData("A=1#2", "A=1#2")]
    [InlineData("A=1\t#2", "A=1\t#2")]
    [InlineData("A= #1", "A=#1")]
    [InlineData("A=\"1 # 2\" # three\nB='#'", "A=1 # 2|B=#")]
    public void Comments_end_values_after_a_space(string text, string entries) => AssertEntries(text, entries);

    [Theory]
    [InlineData("A='a b'", "A=a b")]
    [InlineData("A='$HOME \\n'", "A=$HOME \\n")]
    [InlineData("A='it\\'s'", "A=it's")]
    [InlineData("A='\"'", "A=\"")]
    [InlineData("A=\"say \\\"hi\\\"\"", "A=say \"hi\"")]
    [InlineData("A=\"\"", "A=")]
    [InlineData("A=\"x\ny\r\nz\"\nB=1", "A=x\ny\r\nz|B=1")]
    [InlineData("A='x\ny'", "A=x\ny")]
    [InlineData("A=it's", "A=it's")]
    [InlineData("A='x' B=2", "A=x|B=2")]
    [InlineData("A: \"x\"", "A=x")]
    public void Quotes_hold_values_together(string text, string entries) => AssertEntries(text, entries);

    [Theory]
    [InlineData("\\n\\r\\t", "\n\r\t")]
    [InlineData("\\a\\b\\f\\v", "\a\b\f\v")]
    [InlineData("\\\\n", "\\n")]
    [InlineData("\\$HOME", "$HOME")]
    [InlineData("\\0101", "A")]
    [InlineData("\\01019", "A9")]
    [InlineData("\\0351", "é")]
    [InlineData("\\012", "\\12")]
    [InlineData("\\0", "\\")]
    [InlineData("\\0777", "\\777")]
    [InlineData("\\0189", "\\189")]
    [InlineData("\\c\\x\\u0041", "\\c\\x\\u0041")]
    public void Double_quotes_know_escapes(string written, string value)
    {
        Assert.Equal(value, DotEnvFile.Parse($"A=\"{written}\"", Shell).ValueOf("A"));
        Assert.Equal(written, DotEnvFile.Parse($"A='{written}'", Shell).ValueOf("A"));
    }

    [Theory]
    [InlineData("A=1\nB=${A}-x\nC=\"$B\"", "A=1|B=1-x|C=1-x")]
    [InlineData("USER=file\nB=$USER", "USER=file|B=shell")]
    [InlineData("VOID=file\nB=${VOID:-d}", "VOID=file|B=d")]
    [InlineData("B=$A\nA=1", "B=|A=1")]
    [InlineData("A=1\nA=${A}2\nB=$A", "A=1|A=12|B=12")]
    [InlineData("A=$$x", "A=$x")]
    [InlineData("A=\\$HOME", "A=\\/root")]
    [InlineData("A=${NOPE:-a # b}", "A=${NOPE:-a", 1)]
    public void Values_refer_to_the_shell_and_to_lines_above(string text, string entries, int problems = 0)
    {
        var file = DotEnvFile.Parse(text, Shell);
        Assert.Equal(problems, file.Problems.Count);
        Assert.Equal(entries, Written(file));
    }

    [Theory]
    [InlineData("HOME\nB=1", "HOME=/root|B=1")]
    [InlineData("HOME \r\n", "HOME=/root")]
    [InlineData("NOPE\nB=1", "NOPE|B=1")]
    [InlineData("export HOME\n", "HOME=/root")]
    [InlineData("HOME", "")]
    public void A_name_alone_is_inherited(string text, string entries) => AssertEntries(text, entries);

    [Fact]
    public void What_is_not_inherited_leaves_the_line_above()
    {
        var file = DotEnvFile.Parse("A=1\nA\n", Shell);
        Assert.Equal("1", file.ValueOf("A"));
        Assert.Equal(new TextSpan(0, 1), file.Find("A")?.NameSpan);
        Assert.Null(file.ValueOf("a"));
    }

    [Theory]
    [InlineData("A=1\n<[A B]>=1\nC=3", 2, "contains a space", "A=1|C=3")]
    [InlineData("<[A B]>\nC=3", 1, "contains a space", "C=3")]
    [InlineData("\n\nA<[!]>=1\nC=3", 3, "'!' cannot be part", "C=3")]
    [InlineData("<[{]>\"a\": 1}\nC=3", 1, "'{' cannot be part", "C=3")]
    [InlineData("A<[\0]>B\nC=3", 1, "U+0000 cannot be part", "C=3")]
    [InlineData("A<[\uFFFD]>B\nC=3", 1, "U+FFFD cannot be part", "C=3")]
    [InlineData("B=2\nA=<[\"open]>\nC=3", 2, "has no end", "B=2|C=3")]
    [InlineData("A=<['open\\']>", 1, "has no end", "")]
    [InlineData("C=3\n<[export]> ", 2, "No name", "C=3")]
    [InlineData("A=<[${NOPE:?set it}]>", 1, "'NOPE' has no value: set it", "A=")]
    [InlineData("A=\"\\t${X:-\\\"<[${NOPE?}]>}\"", 1, "'NOPE' has no value.", "A=\t\"")]
    [InlineData("A=x<[${b c}]>", 1, "no valid reference", "A=x${b c}")]
    [InlineData("A=\"\n<[${}]>\"", 2, "no valid reference", "A=\n${}")]
    public void What_is_wrong_is_marked_and_reading_goes_on(string marked, int line, string message, string entries)
    {
        var start = marked.IndexOf("<[", StringComparison.Ordinal);
        var end = marked.IndexOf("]>", StringComparison.Ordinal);
        var file = DotEnvFile.Parse(marked[..start] + marked[(start + 2)..end] + marked[(end + 2)..], Shell);
        var problem = Assert.Single(file.Problems);
        Assert.Equal(new TextSpan(start, end - 2), problem.Span);
        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(entries, Written(file));
    }

    [Fact]
    public void Variables_used_are_listed_at_their_place()
    {
        const string text = "A=1\nB=\"\\n\\\"${A:-\\$x}\" # ${C}\nD='$E' \nF=a $G\n";
        var file = DotEnvFile.Parse(text, Shell);
        Assert.Empty(file.Problems);
        Assert.Equal(["A ${A:-\\$x} \\$x Set", "G $G  Unset"], file.Variables.Select(use => $"{Cut(text, use.NameSpan)} {Cut(text, use.ReferenceSpan)} {Cut(text, use.OperandSpan)} {use.Kind}"));
        Assert.Equal("a ", file.ValueOf("F"));
        Assert.Equal(["1", "\"\\n\\\"${A:-\\$x}\"", "'$E'", "a $G"], file.Entries.Select(entry => Cut(text, entry.ValueSpan)));
    }

    [Fact]
    public void The_eager_mode_minds_defaults_that_are_not_used()
    {
        Assert.Empty(DotEnvFile.Parse("A=${HOME:-${NOPE:?x}}", Shell).Problems);
        Assert.Single(DotEnvFile.Parse("A=${HOME:-${NOPE:?x}}", Shell, TemplateMode.Eager).Problems);
    }

    [Theory]
    [InlineData("A=\"$HOME\" # x\n", "A=\"$HOME\" # x", "")]
    [InlineData("\uFEFF  A= b \r\n# c\n\nB='", "A= b |B='", "")]
    [InlineData("A=b=c\nHOME\nNOPE", "A=b=c|HOME=/root|NOPE", "")]
    [InlineData("A B=1\n=2\nC=3", "C=3", "contains a space|no name")]
    [InlineData("A =1\nA:b=2", "A:b=2", "contains a space")]
    public void A_raw_file_is_taken_word_for_word(string text, string entries, string problems)
    {
        var file = DotEnvFile.ParseRaw(text, Shell);
        Assert.Equal(entries, Written(file));
        var expected = problems.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, file.Problems.Count);
        Assert.All(expected.Zip(file.Problems), pair => Assert.Contains(pair.First, pair.Second.Message, StringComparison.Ordinal));
        Assert.Empty(file.Variables);
    }

    [Fact]
    public void A_name_alone_in_a_raw_file_has_no_value_without_a_lookup() => Assert.Null(Assert.Single(DotEnvFile.ParseRaw("HOME").Entries).Value);

    [Fact]
    public void Any_text_is_read()
    {
        string[] pieces = ["A", "=", ":", "\n", "\r\n", "\"", "'", "\\", "$", "${", "}", "A", " ", "#", "export ", "0", "é", "\0", "\uFFFD", "\uD83D", "\uFEFF", "${A:-", "${N?", "!"];
        Gen.Int[0, pieces.Length - 1].Array[0, 24].SampleRepeatably(
            chosen =>
            {
                var text = string.Concat(chosen.Select(index => pieces[index]));
                foreach (var file in new[] { DotEnvFile.Parse(text, Shell), DotEnvFile.Parse(text, Shell, TemplateMode.Eager), DotEnvFile.ParseRaw(text) })
                {
                    Assert.All(file.Entries, entry => Assert.Equal(entry.Name, Cut(text, entry.NameSpan)));
                    Assert.All(file.Entries, entry => Assert.True(entry.ValueSpan.Start <= entry.ValueSpan.End && entry.ValueSpan.End <= text.Length));
                    Assert.All(file.Variables, use => Assert.Equal(use.Name, Cut(text, use.NameSpan)));
                    Assert.All(file.Problems, problem => Assert.Equal(1 + text[..problem.Span.Start].Count(c => c == '\n'), problem.Line));
                }
            },
            20_000);
    }

    [Fact]
    public void A_long_text_takes_no_long_time()
    {
        // Shapes whose cost would be the square of their length were anything searched again from every start.
        foreach (var unit in new[] { "A=\"\n", "A='\n", "A=\\\"\n", "!\n", "A ", "A=${\n", "A=${A:-", "#", "\n", "A=\"\\", "\0\uFFFD\n", "A=$A\n", "A" })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
            Assert.True(DotEnvFile.Parse(text, Shell).Problems.Count <= 100);
            Assert.True(DotEnvFile.ParseRaw(text).Problems.Count <= 100);
        }
    }

    [Fact]
    public void Values_that_double_with_every_line_stop_before_they_fill_the_memory()
    {
        var file = DotEnvFile.Parse("A=0123456789\n" + string.Concat(Enumerable.Repeat("A=$A$A\nB=\"$A\"\n", 1_000)), Shell);
        Assert.All(file.Problems, problem => Assert.Contains("'A' is too long", problem.Message, StringComparison.Ordinal));
        Assert.NotEmpty(file.Problems);
        Assert.InRange(file.Entries.Sum(entry => (long)(entry.Value?.Length ?? 0)), 500_000, 1_100_000);
    }

    [Theory]
    [InlineData("A=${N:?set it}", "The required variable 'N' has no value: set it.")]
    [InlineData("A=${N:?Set it!}", "The required variable 'N' has no value: Set it!")]
    public void A_message_is_a_sentence(string text, string message) => Assert.Equal(message, Assert.Single(DotEnvFile.Parse(text, Shell).Problems).Message);

    private static void AssertEntries(string text, string entries)
    {
        var file = DotEnvFile.Parse(text, Shell);
        Assert.Empty(file.Problems);
        Assert.Equal(entries, Written(file));
    }

    private static string Written(DotEnvFile file) => string.Join('|', file.Entries.Select(entry => entry.Value is null ? entry.Name : $"{entry.Name}={entry.Value}"));

    private static string Cut(string text, TextSpan span) => text[span.Start..span.End];
}
