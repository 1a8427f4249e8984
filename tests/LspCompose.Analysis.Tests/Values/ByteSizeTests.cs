using System.Globalization;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Values;

public class ByteSizeTests
{
    [Theory]
    [InlineData("64", "64", "64")]
    [InlineData("64b", "64", "64")]
    [InlineData("2k", "2048", "2048")]
    [InlineData("2KiB", "2048", "2048")]
    [InlineData("2 mb", "2097152", "2097152")]
    [InlineData("0.5g", "536870912", "536870912")]
    [InlineData("2t", "2199023255552", "2199023255552")]
    [InlineData("2p", "2251799813685248", "2251799813685248")]
    [InlineData("2mi", "error <mi>", "2097152")]
    [InlineData("2i", "error <i>", "2")]
    [InlineData("2bb", "error <bb>", "error <bb>")]
    [InlineData("2e2", "200", "error <e2>")]
    [InlineData("2_000", "2000", "error <_000>")]
    [InlineData("-5", "-5", "error <-5>")]
    [InlineData("-5k", "error <-5>", "error <-5k>")]
    [InlineData("5.", "5", "error <5.>")]
    [InlineData("5.k", "5120", "error <5.>")]
    [InlineData(".5k", "512", "error <.5>")]
    [InlineData("5 ", "5", "5")]
    [InlineData("5  k", "error <5 >", "error < k>")]
    [InlineData("5x", "error <x>", "error <x>")]
    [InlineData("5kbps", "error <kbps>", "error <kbps>")]
    [InlineData("1,5g", "error <1,5>", "error <,5g>")]
    [InlineData("1.2.3k", "error <1.2.3>", "error <1.2.3>")]
    [InlineData("lots", "error <lots>", "error <lots>")]
    [InlineData("99999999p", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("", "error <>", "error <>")]
    public void Sizes(string text, string latest, string old)
    {
        Assert.Equal(latest, ByteSize.Parse(text, ComposeTarget.Latest).Show(text, Bytes));
        Assert.Equal(old, ByteSize.Parse(text, ComposeTarget.Compose226).Show(text, Bytes));
    }

    [Fact]
    public void The_message_says_what_is_wrong_and_what_is_right() => Assert.Equal(
        "'x' is not a unit of size. Write a number with b, k, m, g, t or p, as in '512m' or '1.5gb'.",
        ByteSize.Parse("5x", ComposeTarget.Latest).Error?.Message);

    private static string Bytes(long value) => value.ToString(CultureInfo.InvariantCulture);
}
