using System.Globalization;
using System.Text.RegularExpressions;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>
/// The name of a variable a link sets, in its parts: https://docs.docker.com/engine/network/links/#environment-variables. <see cref="Rest"/> is the target's own name
/// of a <see cref="LinkVariableKind.TargetVariable"/>.
/// </summary>
internal readonly partial record struct LinkVariableName(string Prefix, LinkVariableKind Kind, int Port, string Protocol, string Rest)
{
    // Far longer than any name; every underscore of a word is looked behind.
    private const int MaxLength = 256;

    private static readonly string[] Markers = ["_PORT", "_NAME", "_ENV_"];

    /// <summary>True for a name nobody would choose for a variable of his own, as <c>DB_PORT</c> and <c>DB_NAME</c> may be.</summary>
    public bool IsDistinctive => Kind is not (LinkVariableKind.DefaultUrl or LinkVariableKind.LinkName);

    /// <summary>What a name of a service or an alias becomes at the start of a variable.</summary>
    public static string PrefixOf(string name) => string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : '_'));

    /// <summary>True for a text that may hold such names.</summary>
    public static bool MayBeIn(string text) => Array.Exists(Markers, marker => text.Contains(marker, StringComparison.Ordinal));

    /// <summary>Every way to read a word as such a name; a prefix may itself look like one.</summary>
    public static IEnumerable<LinkVariableName> Readings(string word)
    {
        for (var at = word.Length is > 1 and <= MaxLength ? word.IndexOf('_', 1) : -1; at > 0; at = word.IndexOf('_', at + 1))
        {
            if (Ending().Match(word[at..]) is { Success: true } match)
            {
                var port = match.Groups["port"];
                if (!port.Success || int.TryParse(port.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                {
                    yield return new(word[..at], KindOf(match), port.Success ? int.Parse(port.ValueSpan, CultureInfo.InvariantCulture) : 0, match.Groups["protocol"].Value.ToLowerInvariant(), match.Groups["rest"].Value);
                }
            }
        }
    }

    private static LinkVariableKind KindOf(Match match) =>
        match.Groups["name"].Success ? LinkVariableKind.LinkName
        : match.Groups["rest"].Success ? LinkVariableKind.TargetVariable
        : !match.Groups["port"].Success ? LinkVariableKind.DefaultUrl
        : match.Groups["part"].Value switch
        {
            "" => LinkVariableKind.Url,
            "ADDR" => LinkVariableKind.Address,
            "PORT" => LinkVariableKind.Port,
            "PROTO" => LinkVariableKind.Protocol,
            _ => LinkVariableKind.Range,
        };

    [GeneratedRegex("^_(?:PORT(?:_(?<port>[0-9]{1,5})_(?<protocol>TCP|UDP|SCTP)(?:_(?<part>ADDR|PORT|PROTO|START|END|PORT_START|PORT_END))?)?|(?<name>NAME)|ENV_(?<rest>[A-Za-z_][A-Za-z0-9_]*))$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
