using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Values;

public class GoNumberTests
{
    [Theory]
    [InlineData("7", 7L)]
    [InlineData("-007", -7L)]
    [InlineData("+3", 3L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("1_0", null)]
    [InlineData("0x1", null)]
    [InlineData(" 1", null)]
    [InlineData("\u0661", null)]
    public void Atoi_takes_a_sign_and_digits(string text, long? expected) =>
        Assert.Equal(expected, GoNumber.TryAtoi(text, out var value) ? value : null);

    [Theory]
    [InlineData("0x1f", 0, 31L)]
    [InlineData("-0X_1F", 0, -31L)]
    [InlineData("0o17", 0, 15L)]
    [InlineData("017", 0, 15L)]
    [InlineData("0_7", 0, 7L)]
    [InlineData("0b101", 0, 5L)]
    [InlineData("1_000", 0, 1000L)]
    [InlineData("0", 0, 0L)]
    [InlineData("1__0", 0, null)]
    [InlineData("_1", 0, null)]
    [InlineData("1_", 0, null)]
    [InlineData("08", 0, null)]
    [InlineData("0x", 0, null)]
    [InlineData("0440", 8, 288L)]
    [InlineData("0480", 8, null)]
    [InlineData("zz", 36, 1295L)]
    [InlineData("1", 1, null)]
    public void Integers_of_other_bases(string text, int radix, long? expected) =>
        Assert.Equal(expected, GoNumber.TryParseInt(text, radix, out var value) ? value : null);

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("-1e3", -1000.0)]
    [InlineData("1_2.5_0", 12.5)]
    [InlineData("0x1.8p1", 3.0)]
    [InlineData("-0X10P-2", -4.0)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("NaN", double.NaN)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1e400", null)]
    [InlineData("0x10", null)]
    [InlineData("+nan", null)]
    [InlineData("1_", null)]
    [InlineData("1e", null)]
    [InlineData("1,5", null)]
    [InlineData("1 ", null)]
    [InlineData(".", null)]
    [InlineData("", null)]
    public void Floats(string text, double? expected) =>
        Assert.Equal(expected, GoNumber.TryParseFloat(text, out var value) ? value : null);

    [Theory]
    [InlineData(1.5, "1.5")]
    [InlineData(2.0, "2")]
    [InlineData(100.0, "100")]
    [InlineData(123456.0, "123456")]
    [InlineData(1000000.0, "1e+06")]
    [InlineData(2000000.25, "2.00000025e+06")]
    [InlineData(1.2345678901234568e+29, "1.2345678901234568e+29")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(0.0, "0")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NaN, "NaN")]
    public void Floats_are_written_as_Go_does(double value, string expected) => Assert.Equal(expected, GoNumber.FormatFloat(value));
}
