namespace LspCompose.Analysis.Values;

/// <summary>A network written as <c>10.0.0.0/8</c> or <c>fd00::/64</c>.</summary>
public readonly record struct Cidr
{
    private static readonly UInt128 _mappedV4 = (UInt128)0xffff << 32;

    // IPv4 networks lie where IPv6 maps them, so that both compare alike.
    private readonly UInt128 _first;
    private readonly int _bits;

    private Cidr(UInt128 address, int bits, bool isV4)
    {
        _first = address & Mask(bits);
        _bits = bits;
        IsV4 = isV4;
    }

    /// <summary>True for an IPv4 network.</summary>
    public bool IsV4 { get; }

    /// <summary>How many bits say which network it is.</summary>
    public int PrefixLength => IsV4 ? _bits - 96 : _bits;

    /// <summary>Reads a network; bits beyond the prefix may be set.</summary>
    public static bool TryParse(string text, out Cidr network)
    {
        network = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || slash == text.Length - 1 || !TryAddress(text.AsSpan(0, slash), out var address, out var isV4))
        {
            return false;
        }

        var length = 0;
        foreach (var c in text.AsSpan(slash + 1))
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            length = Math.Min((length * 10) + (c - '0'), 1000);
        }

        if (length > (isV4 ? 32 : 128))
        {
            return false;
        }

        var bits = isV4 ? length + 96 : length;
        network = new Cidr(address, bits, isV4 || (bits >= 96 && address >> 32 == 0xffff));
        return true;
    }

    /// <summary>True when the address lies in the network.</summary>
    public bool Contains(string address) =>
        TryAddress(address, out var value, out _) && IsV4 == (value >> 32 == 0xffff) && (value & Mask(_bits)) == _first;

    /// <summary>True when the networks share addresses.</summary>
    public bool Overlaps(Cidr other) => IsV4 == other.IsV4 && ((_first ^ other._first) & Mask(Math.Min(_bits, other._bits))) == 0;

    private static bool TryAddress(ReadOnlySpan<char> text, out UInt128 value, out bool isV4)
    {
        var valid = IpAddress.TryParse(text, out value, out isV4);
        value = isV4 ? value | _mappedV4 : value;
        return valid;
    }

    private static UInt128 Mask(int bits) => bits == 0 ? 0 : UInt128.MaxValue << (128 - bits);
}
