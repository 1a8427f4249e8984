namespace LspCompose.Analysis.Values;

/// <summary>An address of the host that a port is published on.</summary>
/// <param name="IsV4">True for one of IPv4, or of both families.</param>
/// <param name="IsV6">True for one of IPv6, or of both families.</param>
/// <param name="Number">The address; null for all of the family.</param>
internal readonly record struct HostAddress(bool IsV4, bool IsV6, UInt128? Number)
{
    /// <summary>Reads an address; none stands for all. Null for what is no address.</summary>
    public static HostAddress? Read(string text)
    {
        if (text.Length == 0)
        {
            return new HostAddress(true, true, null);
        }

        return IpAddress.TryParse(text, out var number, out var isV4) ? new HostAddress(isV4, !isV4, number == 0 ? null : number) : null;
    }

    /// <summary>True when a port cannot be had on both at once.</summary>
    public bool Overlaps(HostAddress other) => ((IsV4 && other.IsV4) || (IsV6 && other.IsV6)) && (Number is null || other.Number is null || Number == other.Number);
}
