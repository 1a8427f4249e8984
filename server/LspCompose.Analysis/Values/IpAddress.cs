using System.Buffers;
using System.Globalization;

namespace LspCompose.Analysis.Values;

/// <summary>IP addresses as Go reads them: no leading zeros, no zones.</summary>
public static class IpAddress
{
    private static readonly SearchValues<char> _hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>True for an IPv4 or IPv6 address.</summary>
    public static bool IsValid(string text) => TryParse(text, out _, out _);

    /// <summary>Reads an address into a number; IPv4 ones take the low 32 bits.</summary>
    internal static bool TryParse(ReadOnlySpan<char> text, out UInt128 value, out bool isV4)
    {
        var first = text.IndexOfAny('.', ':', '%');
        isV4 = first >= 0 && text[first] == '.';
        if (isV4)
        {
            var valid = TryV4(text, out var small);
            value = small;
            return valid;
        }

        value = 0;
        return first >= 0 && text[first] == ':' && TryV6(text, out value);
    }

    private static bool TryV4(ReadOnlySpan<char> text, out uint value)
    {
        value = 0;
        var (field, digits, dots) = (0u, 0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (digits == 1 && field == 0)
                {
                    return false;
                }

                field = (field * 10) + (uint)(c - '0');
                digits++;
                if (field > 255)
                {
                    return false;
                }
            }
            else if (c == '.' && digits > 0 && dots < 3)
            {
                value = (value << 8) | field;
                (field, digits, dots) = (0, 0, dots + 1);
            }
            else
            {
                return false;
            }
        }

        value = (value << 8) | field;
        return dots == 3 && digits > 0;
    }

    private static bool TryV6(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = 0;
        var groups = new ushort[8];
        var (count, gap) = (0, -1);
        if (text.StartsWith("::"))
        {
            gap = 0;
            text = text[2..];
        }

        while (text.Length > 0)
        {
            var digits = text.IndexOfAnyExcept(_hexDigits);
            digits = digits < 0 ? text.Length : digits;
            if (count == 8)
            {
                return false;
            }

            if (digits < text.Length && text[digits] == '.')
            {
                if (count > 6 || (gap < 0 && count != 6) || !TryV4(text, out var tail))
                {
                    return false;
                }

                groups[count++] = (ushort)(tail >> 16);
                groups[count++] = (ushort)tail;
                break;
            }

            if (digits is 0 or > 4)
            {
                return false;
            }

            groups[count++] = ushort.Parse(text[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            text = text[digits..];
            if (text.Length == 0)
            {
                break;
            }

            if (text[0] != ':' || text.Length == 1)
            {
                return false;
            }

            text = text[1..];
            if (text[0] == ':')
            {
                if (gap >= 0)
                {
                    return false;
                }

                gap = count;
                text = text[1..];
            }
        }

        if (gap < 0 ? count < 8 : count == 8)
        {
            return false;
        }

        for (var i = 0; i < 8; i++)
        {
            var missing = 8 - count;
            value = (value << 16) | (gap < 0 || i < gap ? groups[i] : i < gap + missing ? (ushort)0 : groups[i - missing]);
        }

        return true;
    }
}
