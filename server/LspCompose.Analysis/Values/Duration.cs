using System.Globalization;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Durations such as <c>1m30s</c>.</summary>
public static class Duration
{
    private const ulong Second = 1_000_000_000;

    /// <summary>Reads a duration into nanoseconds.</summary>
    public static Parsed<long> Parse(string text, ComposeTarget target)
    {
        var isNegative = text.StartsWith('-');
        var at = isNegative || text.StartsWith('+') ? 1 : 0;
        if (at == text.Length)
        {
            return Fail(new TextSpan(0, text.Length), text.Length == 0 ? "The duration is empty." : $"'{text}' is not a duration.");
        }

        if (text.Length == at + 1 && text[at] == '0')
        {
            return new(0L);
        }

        // Go's own parser takes the lowest number too, the one that also knows days and weeks does not.
        var limit = target == ComposeTarget.Compose226 && isNegative ? (UInt128)1 << 63 : ((UInt128)1 << 63) - 1;
        UInt128 total = 0;
        while (at < text.Length)
        {
            var start = at;
            var whole = SkipDigits(text, ref at, limit);
            var digits = at - start;
            var (fraction, scale) = (0UL, 1d);
            if (at < text.Length && text[at] == '.')
            {
                at++;
                var point = at;
                (fraction, scale) = Fraction(text, ref at);
                digits += at - point;
            }

            var unitStart = at;
            while (at < text.Length && text[at] != '.' && !char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (digits == 0)
            {
                return Fail(new TextSpan(start, Math.Max(at, start + 1)), $"'{text[start..]}' does not begin with a number.");
            }

            if (at == unitStart)
            {
                return Fail(new TextSpan(start, at), $"Number '{text[start..at]}' has no unit.");
            }

            var name = text[unitStart..at];
            if (Unit(name, target) is not { } unit)
            {
                return Fail(new TextSpan(unitStart, at), $"'{name}' is not a unit of time.");
            }

            if (whole is not { } count || (total += (count * unit) + (ulong)(fraction * (unit / scale))) > limit)
            {
                return new(new TextSpan(start, at), $"'{text[start..at]}' makes the duration too long. The longest is about 292 years.");
            }
        }

        return new(isNegative ? (long)-(Int128)total : (long)total);

        Parsed<long> Fail(TextSpan span, string what) => new(span, $"{what} {Advice(target)}");
    }

    /// <summary>Writes nanoseconds as Go does, for instance <c>1h0m0s</c>, <c>1.5s</c> or <c>500ms</c>.</summary>
    public static string Format(long nanoseconds)
    {
        if (nanoseconds == 0)
        {
            return "0s";
        }

        var sign = nanoseconds < 0 ? "-" : "";
        var rest = (ulong)Int128.Abs(nanoseconds);
        return sign + rest switch
        {
            < 1_000 => Decimal(rest, 1) + "ns",
            < 1_000_000 => Decimal(rest, 1_000) + "µs",
            < Second => Decimal(rest, 1_000_000) + "ms",
            < 60 * Second => Decimal(rest, Second) + "s",
            < 3600 * Second => $"{rest / (60 * Second)}m{Decimal(rest % (60 * Second), Second)}s",
            _ => $"{rest / (3600 * Second)}h{rest / (60 * Second) % 60}m{Decimal(rest % (60 * Second), Second)}s",
        };
    }

    private static string Advice(ComposeTarget target) => target == ComposeTarget.Compose226
        ? "Write numbers with units, as in '1m30s'; units are h, m, s, ms, us and ns."
        : "Write numbers with units, as in '1m30s'; units are w, d, h, m, s, ms, us and ns.";

    private static string Decimal(ulong value, ulong unit)
    {
        var whole = (value / unit).ToString(CultureInfo.InvariantCulture);
        if (value % unit == 0)
        {
            return whole;
        }

        var width = unit.ToString(CultureInfo.InvariantCulture).Length - 1;
        return $"{whole}.{(value % unit).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0').TrimEnd('0')}";
    }

    private static UInt128? SkipDigits(string text, ref int at, UInt128 limit)
    {
        UInt128 value = 0;
        var fits = true;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            value = fits ? (value * 10) + (uint)(text[at] - '0') : value;
            fits = value <= limit;
        }

        return fits ? value : null;
    }

    // Digits beyond what 63 bits hold do not count, as in Go.
    private static (ulong Value, double Scale) Fraction(string text, ref int at)
    {
        var (value, scale, isFull) = (0UL, 1d, false);
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            if (isFull || value > long.MaxValue / 10 || (value * 10) + (uint)(text[at] - '0') > long.MaxValue)
            {
                isFull = true;
                continue;
            }

            value = (value * 10) + (uint)(text[at] - '0');
            scale *= 10;
        }

        return (value, scale);
    }

    private static ulong? Unit(string name, ComposeTarget target) => name switch
    {
        "ns" => 1,
        "us" or "\u00b5s" or "\u03bcs" => 1_000,
        "ms" => 1_000_000,
        "s" => Second,
        "m" => 60 * Second,
        "h" => 3600 * Second,
        "d" when target != ComposeTarget.Compose226 => 24 * 3600 * Second,
        "w" when target != ComposeTarget.Compose226 => 168 * 3600 * Second,
        _ => null,
    };
}
