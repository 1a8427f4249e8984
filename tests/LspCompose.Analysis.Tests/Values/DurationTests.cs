using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Values;

public class DurationTests
{
    [Theory]
    [InlineData("90s", "1m30s")]
    [InlineData("2h45m", "2h45m0s")]
    [InlineData("-1.5m", "-1m30s")]
    [InlineData("+3ms", "3ms")]
    [InlineData("1.s", "1s")]
    [InlineData(".25s", "250ms")]
    [InlineData("2us", "2µs")]
    [InlineData("2\u03bcs", "2µs")]
    [InlineData("1500ns", "1.5µs")]
    [InlineData("1s1ns", "1.000000001s")]
    [InlineData("-0", "0s")]
    [InlineData("3d", "72h0m0s")]
    [InlineData("1w1h", "169h0m0s")]
    [InlineData("9223372036854775807ns", "2562047h47m16.854775807s")]
    [InlineData("0.999999999999999999999s", "1s")]
    [InlineData("9223372036854775808ns", "error <9223372036854775808ns>")]
    [InlineData("-9223372036854775808ns", "error <9223372036854775808ns>")]
    [InlineData("1s300000h2540400h", "error <2540400h>")]
    [InlineData("30", "error <30>")]
    [InlineData("5s30", "error <30>")]
    [InlineData("5 s", "error < s>")]
    [InlineData("5S", "error <S>")]
    [InlineData("5x", "error <x>")]
    [InlineData(".s", "error <.s>")]
    [InlineData("soon", "error <soon>")]
    [InlineData("-", "error <->")]
    [InlineData("--1s", "error <->")]
    [InlineData("", "error <>")]
    public void Latest(string text, string expected) => Assert.Equal(expected, Duration.Parse(text, ComposeTarget.Latest).Show(text, Duration.Format));

    [Theory]
    [InlineData("1h30m", "1h30m0s")]
    [InlineData("3d", "error <d>")]
    [InlineData("1w", "error <w>")]
    [InlineData("-9223372036854775808ns", "-2562047h47m16.854775808s")]
    public void Compose_2_26_knows_no_days(string text, string expected) => Assert.Equal(expected, Duration.Parse(text, ComposeTarget.Compose226).Show(text, Duration.Format));

    [Fact]
    public void The_message_says_what_is_wrong_and_what_is_right() => Assert.Equal(
        "Number '30' has no unit. Write numbers with units, as in '1m30s'; units are w, d, h, m, s, ms, us and ns.",
        Duration.Parse("30", ComposeTarget.Latest).Error?.Message);
}
