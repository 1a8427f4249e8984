using System.Buffers;
using System.Text;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Amounts of memory such as <c>64m</c> or <c>1.5 GB</c>; units are powers of 1024.</summary>
public static class ByteSize
{
    private static readonly SearchValues<char> _numberChars = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> _numberCharsAndSpace = SearchValues.Create("0123456789. ");

    /// <summary>Reads a size into bytes.</summary>
    public static Parsed<long> Parse(string text, ComposeTarget target)
    {
        if (text.Length == 0)
        {
            return new(default, $"The size is empty. {Advice(target)}");
        }

        return target == ComposeTarget.Compose226 ? ParseStrict(text) : ParseLoose(text);
    }

    private static Parsed<long> ParseLoose(string text)
    {
        if (GoNumber.TryAtoi(text, out var integer))
        {
            return new(integer);
        }

        var last = text.AsSpan().LastIndexOfAny(_numberCharsAndSpace);
        if (last < 0)
        {
            return NotASize(text, ComposeTarget.Latest);
        }

        var numberEnd = text[last] == ' ' ? last : last + 1;
        var number = text[..numberEnd];
        var suffix = text[(last + 1)..];
        if (!GoNumber.TryParseFloat(number, out var size))
        {
            return number.Length == 0 ? NotASize(text, ComposeTarget.Latest) : NotANumber(number, ComposeTarget.Latest);
        }

        if (size < 0)
        {
            return new(new TextSpan(0, numberEnd), $"Size '{text}' is negative. Only a whole number without a unit may be, as in '-1'.");
        }

        if (suffix.Length == 0)
        {
            return new(ToLong(size));
        }

        return Encoding.UTF8.GetByteCount(suffix) <= 3 && Power(suffix.ToLowerInvariant()) is { } power
            ? new(ToLong(size * Math.Pow(1024, power)))
            : NotAUnit(suffix, last + 1, ComposeTarget.Latest);
    }

    // An 'i' may stand alone here ("1gi"), and numbers are digits and points.
    private static Parsed<long> ParseStrict(string text)
    {
        var numberEnd = text.AsSpan().IndexOfAnyExcept(_numberChars);
        numberEnd = numberEnd < 0 ? text.Length : numberEnd;
        if (numberEnd == 0)
        {
            return NotASize(text, ComposeTarget.Compose226);
        }

        var number = text[..numberEnd];
        if (number[0] == '.' || number[^1] == '.' || !GoNumber.TryParseFloat(number, out var size))
        {
            return NotANumber(number, ComposeTarget.Compose226);
        }

        var suffixStart = numberEnd < text.Length && text[numberEnd] == ' ' ? numberEnd + 1 : numberEnd;
        var rest = text.AsSpan(suffixStart);
        var power = rest.Length == 0 ? -1 : "kmgtp".IndexOf(char.IsAscii(rest[0]) ? char.ToLowerInvariant(rest[0]) : '\0', StringComparison.Ordinal);
        rest = power < 0 ? rest : rest[1..];
        rest = rest.Length > 0 && rest[0] is 'i' or 'I' ? rest[1..] : rest;
        rest = rest.Length > 0 && rest[0] is 'b' or 'B' ? rest[1..] : rest;
        return rest.Length == 0 ? new(ToLong(size * Math.Pow(1024, power + 1))) : NotAUnit(text[suffixStart..], suffixStart, ComposeTarget.Compose226);
    }

    private static int? Power(string suffix)
    {
        if (suffix == "b")
        {
            return 0;
        }

        var power = "kmgtp".IndexOf(suffix[0], StringComparison.Ordinal);
        return power >= 0 && suffix[1..] is "" or "b" or "ib" ? power + 1 : null;
    }

    // Go's conversion of a number too large for 64 bits, on the processors Compose mostly runs on.
    private static long ToLong(double value) => value is >= -9223372036854775808d and < 9223372036854775808d ? (long)value : long.MinValue;

    private static Parsed<long> NotASize(string text, ComposeTarget target) => new(new TextSpan(0, text.Length), $"'{text}' is not a size. {Advice(target)}");

    private static Parsed<long> NotANumber(string number, ComposeTarget target) => new(new TextSpan(0, number.Length), $"'{number}' is not a number. {Advice(target)}");

    private static Parsed<long> NotAUnit(string suffix, int start, ComposeTarget target) => new(TextSpan.FromLength(start, suffix.Length), $"'{suffix}' is not a unit of size. {Advice(target)}");

    private static string Advice(ComposeTarget target) => target == ComposeTarget.Compose226
        ? "Write a number with b, k, m, g, t or p, as in '512m' or '1.5g'."
        : "Write a number with b, k, m, g, t or p, as in '512m' or '1.5gb'.";
}
