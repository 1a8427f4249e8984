using LspCompose.Analysis.Values;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Values;

public class ShellWordsTests
{
    [Theory]
    [InlineData("npm run dev", "npm|run|dev")]
    [InlineData("  a \t b\n", "a|b")]
    [InlineData("", "")]
    [InlineData("sh -c 'a \"b\" c'", "sh|-c|a \"b\" c")]
    [InlineData("a\"b c\"d", "ab cd")]
    [InlineData("x '' \"\"", "x||")]
    [InlineData(@"a\ b \""c", "a b|\"c")]
    [InlineData(@"'a\b'", @"a\b")]
    [InlineData(@"a\tb", "a\tb")]
    [InlineData("echo `date now`", "echo|`date now`")]
    [InlineData("echo $(date now)x", "echo|$(date now)x")]
    [InlineData("echo $HOME", "echo|$HOME")]
    [InlineData("a;b", "a")]
    [InlineData("a && b", "a")]
    [InlineData("a 2>&1", "a")]
    [InlineData("a b2>c", "a|b2")]
    [InlineData("a < 'b", "a")]
    [InlineData("a ';' b", "a|;|b")]
    [InlineData("a # b", "a|#|b")]
    [InlineData("a 'b c", "error <'>")]
    [InlineData("a \"b 'c'", "error <\">")]
    [InlineData("a `b", "error <`>")]
    [InlineData("a (b)", "error <(>")]
    [InlineData("a $(b", "error <(>")]
    [InlineData("a $((b))", "error <(>")]
    [InlineData("a b)", "error <)>")]
    [InlineData(@"a b\", @"error <\>")]
    public void Commands(string text, string expected) => Assert.Equal(expected, ShellWords.Split(text).Show(text, command => string.Join('|', command.Words)));

    [Fact]
    public void What_is_dropped_is_known() => Assert.Equal(new TextSpan(2, 6), ShellWords.Split("a && b").Value?.Dropped);

    [Fact]
    public void The_error_stands_at_the_opening_quote() => Assert.Equal(new TextSpan(2, 3), ShellWords.Split("a 'b c").Error?.Span);
}
