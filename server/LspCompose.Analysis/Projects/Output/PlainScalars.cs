using System.Text.RegularExpressions;

namespace LspCompose.Analysis.Projects.Output;

/// <summary>Tells text that must be quoted because without quotes it would be read as a number, a boolean, a date or nothing.</summary>
internal static partial class PlainScalars
{
    /// <summary>True for text that a YAML reader, of version 1.1 or 1.2, may take for something else.</summary>
    public static bool IsMistakable(string text) => text.Length == 0 || text == "<<" || Words().IsMatch(text) || Numbers().IsMatch(text) || Dates().IsMatch(text);

    [GeneratedRegex(@"^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^[-+]?(?:0x[0-9a-fA-F_]+|0o?[0-7_]+|0b[01_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
