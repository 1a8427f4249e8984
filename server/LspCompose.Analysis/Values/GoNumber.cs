using System.Globalization;
using System.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Numbers as Go's standard library reads and writes them.</summary>
public static class GoNumber
{
    /// <summary>Reads a decimal integer: a sign and digits, nothing else.</summary>
    public static bool TryAtoi(string text, out long value) => TryParseInt(text, 10, out value);

    /// <summary>Reads an integer of a base from 2 to 36. With base 0 a prefix (0x, 0o, 0b, 0) says the base, and underscores may stand between digits.</summary>
    public static bool TryParseInt(string text, int radix, out long value)
    {
        value = 0;
        var isNegative = text.StartsWith('-');
        var start = isNegative || text.StartsWith('+') ? 1 : 0;
        var underscores = false;
        if (radix == 0)
        {
            radix = 10;
            underscores = true;
            if (start < text.Length && text[start] == '0')
            {
                (radix, start) = (start + 2 < text.Length ? char.ToLowerInvariant(text[start + 1]) : '\0') switch
                {
                    'x' => (16, start + 2),
                    'o' => (8, start + 2),
                    'b' => (2, start + 2),
                    _ => (8, start + 1),
                };
                if (start == text.Length)
                {
                    // "0" itself.
                    return true;
                }
            }
        }

        if (start >= text.Length || radix is < 2 or > 36)
        {
            return false;
        }

        var limit = isNegative ? (UInt128)1 << 63 : ((UInt128)1 << 63) - 1;
        UInt128 sum = 0;
        foreach (var c in text.AsSpan(start))
        {
            if (c == '_' && underscores)
            {
                continue;
            }

            var digit = Digit(c);
            if (digit < 0 || digit >= radix)
            {
                return false;
            }

            sum = (sum * (uint)radix) + (uint)digit;
            if (sum > limit)
            {
                return false;
            }
        }

        if (underscores && !UnderscoresStandBetweenDigits(text))
        {
            return false;
        }

        value = isNegative ? (long)-(Int128)sum : (long)sum;
        return true;
    }

    /// <summary>Reads a floating-point number: decimal or hexadecimal, underscores between digits, or inf, infinity and nan. Too large a number is none.</summary>
    public static bool TryParseFloat(string text, out double value)
    {
        value = 0;
        var isNegative = text.StartsWith('-');
        var at = isNegative || text.StartsWith('+') ? 1 : 0;
        var word = text[at..];
        if (Is("inf") || Is("infinity"))
        {
            value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        if (at == 0 && Is("nan"))
        {
            value = double.NaN;
            return true;
        }

        if (!UnderscoresStandBetweenDigits(text))
        {
            return false;
        }

        var number = word.Replace("_", "", StringComparison.Ordinal);
        var isHexadecimal = number.Length > 2 && number[0] == '0' && (number[1] | 0x20) == 'x';
        if (!(isHexadecimal ? TryHexadecimal(number.AsSpan(2), out value) : TryDecimal(number, out value)) || double.IsInfinity(value))
        {
            value = 0;
            return false;
        }

        value = isNegative ? -value : value;
        return true;

        bool Is(string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes a number as Go's <c>fmt</c> does: shortest digits, with an exponent from 1e+06 up and below 0.0001.</summary>
    public static string FormatFloat(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }

        var plain = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var mark = plain.IndexOf('E', StringComparison.Ordinal);
        var written = mark < 0 ? plain : plain[..mark];
        var digits = written.Replace(".", "", StringComparison.Ordinal).Trim('0');
        if (digits.Length == 0)
        {
            return double.IsNegative(value) ? "-0" : "0";
        }

        var exponent = mark < 0 ? Exponent(written) : int.Parse(plain.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + Exponent(written);
        var result = new StringBuilder(double.IsNegative(value) ? "-" : "");
        if (exponent is < -4 or >= 6)
        {
            result.Append(digits[0]);
            if (digits.Length > 1)
            {
                result.Append('.').Append(digits.AsSpan(1));
            }

            return result.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)).ToString();
        }

        if (exponent < 0)
        {
            return result.Append("0.").Append('0', -exponent - 1).Append(digits).ToString();
        }

        var whole = exponent + 1;
        return digits.Length <= whole
            ? result.Append(digits.PadRight(whole, '0')).ToString()
            : result.Append(digits.AsSpan(0, whole)).Append('.').Append(digits.AsSpan(whole)).ToString();
    }

    // Where the first digit that counts stands: 0 for 1.5, 2 for 150, -2 for 0.015.
    private static int Exponent(string written)
    {
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? written.Length : point;
        var first = written.AsSpan().IndexOfAnyExcept('0', '.');
        return first < whole ? whole - first - 1 : whole - first;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => -1,
    };

    private static bool UnderscoresStandBetweenDigits(string text)
    {
        if (!text.Contains('_'))
        {
            return true;
        }

        var at = text[0] is '-' or '+' ? 1 : 0;
        var last = '^';
        var isHexadecimal = false;
        if (text.Length - at >= 2 && text[at] == '0' && (text[at + 1] | 0x20) is 'b' or 'o' or 'x')
        {
            isHexadecimal = (text[at + 1] | 0x20) == 'x';
            at += 2;
            last = '0';
        }

        foreach (var c in text.AsSpan(at))
        {
            if (char.IsAsciiDigit(c) || (isHexadecimal && char.IsAsciiHexDigit(c)))
            {
                last = '0';
            }
            else if (c == '_')
            {
                if (last != '0')
                {
                    return false;
                }

                last = '_';
            }
            else if (last == '_')
            {
                return false;
            }
            else
            {
                last = '!';
            }
        }

        return last != '_';
    }

    private static bool TryDecimal(string number, out double value)
    {
        value = 0;
        var at = 0;
        var digits = SkipDigits();
        if (at < number.Length && number[at] == '.')
        {
            at++;
            digits += SkipDigits();
        }

        if (digits == 0)
        {
            return false;
        }

        if (at < number.Length && (number[at] | 0x20) == 'e')
        {
            at++;
            at += at < number.Length && number[at] is '+' or '-' ? 1 : 0;
            if (SkipDigits() == 0)
            {
                return false;
            }
        }

        return at == number.Length && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

        int SkipDigits()
        {
            var start = at;
            while (at < number.Length && char.IsAsciiDigit(number[at]))
            {
                at++;
            }

            return at - start;
        }
    }

    private static bool TryHexadecimal(ReadOnlySpan<char> number, out double value)
    {
        value = 0;
        ulong mantissa = 0;
        var (exponent, at, any, afterPoint) = (0L, 0, false, false);
        for (; at < number.Length; at++)
        {
            if (number[at] == '.' && !afterPoint)
            {
                afterPoint = true;
            }
            else if (char.IsAsciiHexDigit(number[at]))
            {
                any = true;
                var digit = (ulong)Digit(number[at]);
                if (mantissa >> 59 == 0)
                {
                    mantissa = (mantissa << 4) | digit;
                    exponent -= afterPoint ? 4 : 0;
                }
                else
                {
                    // Beyond what counts; one bit remembers that something followed, for rounding.
                    mantissa |= digit == 0 ? 0UL : 1;
                    exponent += afterPoint ? 0 : 4;
                }
            }
            else
            {
                break;
            }
        }

        // Go asks for the exponent of a hexadecimal number.
        if (!any || at >= number.Length || (number[at] | 0x20) != 'p')
        {
            return false;
        }

        at++;
        var isNegative = at < number.Length && number[at] == '-';
        at += at < number.Length && number[at] is '+' or '-' ? 1 : 0;
        if (at == number.Length)
        {
            return false;
        }

        var power = 0L;
        foreach (var c in number[at..])
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            power = Math.Min((power * 10) + (c - '0'), 1_000_000_000);
        }

        value = Math.ScaleB(mantissa, (int)Math.Clamp(exponent + (isNegative ? -power : power), -100_000, 100_000));
        return true;
    }
}
