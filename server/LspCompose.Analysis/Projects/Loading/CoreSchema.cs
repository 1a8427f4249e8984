using System.Globalization;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Types plain scalars as Compose's YAML library does: YAML 1.2's core schema, with 1.1's octal numbers, underscores and dates.</summary>
internal static class CoreSchema
{
    /// <summary>A plain scalar's value: null, bool, long, ulong, double, DateTime (UTC) or the text itself.</summary>
    public static object? Resolve(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
            case ".nan" or ".NaN" or ".NAN":
                return double.NaN;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                return double.PositiveInfinity;
            case "-.inf" or "-.Inf" or "-.INF":
                return double.NegativeInfinity;
        }

        var first = text[0];
        if (!char.IsAsciiDigit(first) && first is not ('+' or '-' or '.'))
        {
            return text;
        }

        if (char.IsAsciiDigit(first) && TryDate(text, out var date))
        {
            return date;
        }

        var digits = text.Contains('_') ? text.Replace("_", "", StringComparison.Ordinal) : text;
        return TryInteger(digits, out var integer) ? integer : TryFloat(digits, out var number) ? number : text;
    }

    /// <summary>Reads a whole number with an optional sign and <c>0x</c>, <c>0b</c>, <c>0o</c> or <c>0</c> (octal) in front.</summary>
    private static bool TryInteger(string text, out object value)
    {
        value = 0L;
        var isNegative = text[0] == '-';
        var body = text.AsSpan(text[0] is '+' or '-' ? 1 : 0);
        var radix = 10;
        if (body.Length > 1 && body[0] == '0')
        {
            radix = body[1] switch { 'x' or 'X' => 16, 'b' or 'B' => 2, _ => 8 };
            body = body[(body[1] is 'x' or 'X' or 'b' or 'B' or 'o' or 'O' ? 2 : 1)..];
        }

        if (body.IsEmpty)
        {
            return false;
        }

        UInt128 sum = 0;
        foreach (var character in body)
        {
            var digit = char.IsAsciiHexDigit(character) ? Convert.ToInt32(character.ToString(), 16) : radix;
            sum = (sum * (uint)radix) + (uint)digit;
            if (digit >= radix || sum > ulong.MaxValue)
            {
                return false;
            }
        }

        if (isNegative)
        {
            value = sum <= (UInt128)long.MaxValue + 1 ? (long)-(Int128)sum : 0L;
            return sum <= (UInt128)long.MaxValue + 1;
        }

        value = sum <= (UInt128)long.MaxValue ? (long)sum : (ulong)sum;
        return true;
    }

    private static bool TryFloat(string text, out double value)
    {
        value = 0;
        var position = text[0] is '+' or '-' ? 1 : 0;
        var whole = SkipDigits(text, ref position);
        var fraction = 0;
        if (position < text.Length && text[position] == '.')
        {
            position++;
            fraction = SkipDigits(text, ref position);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            position += position < text.Length && text[position] is '+' or '-' ? 1 : 0;
            if (SkipDigits(text, ref position) == 0)
            {
                return false;
            }
        }

        return position == text.Length && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static int SkipDigits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return position - start;
    }

    // 2001-1-2, with an optional time after a space or a T.
    private static bool TryDate(string text, out DateTime date)
    {
        date = default;
        return text.Length >= 8 && text[4] == '-' && text[..4].All(char.IsAsciiDigit) &&
            DateTime.TryParseExact(
                text,
                ["yyyy-M-d", "yyyy-M-dTH:m:s.FFFFFFFK", "yyyy-M-dtH:m:s.FFFFFFFK", "yyyy-M-d H:m:s.FFFFFFF"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out date);
    }
}
