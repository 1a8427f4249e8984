namespace LspCompose.Analysis.Values;

/// <summary>Hardware addresses as Go reads them: 6, 8 or 20 bytes.</summary>
public static class MacAddress
{
    /// <summary>True for <c>02:42:ac:11:00:02</c>, the same with dashes, and <c>0242.ac11.0002</c>.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is < 14 or > 59)
        {
            return false;
        }

        var group = text[2] is ':' or '-' ? 2 : text[4] == '.' ? 4 : 0;
        if (group == 0 || (text.Length + 1) % (group + 1) != 0 || (text.Length + 1) / (group + 1) * group / 2 is not (6 or 8 or 20))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i % (group + 1) == group ? text[i] != text[group] : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
