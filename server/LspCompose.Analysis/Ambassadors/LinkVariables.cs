using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Variables written as a link would set them: <c>DB_PORT_5432_TCP=tcp://10.0.0.5:5432</c>.</summary>
internal static partial class LinkVariables
{
    /// <summary>The variables that tell an ambassador what to forward. Kubernetes sets such ones for every service of a cluster; those tell nothing.</summary>
    public static IReadOnlyList<NamedValue> Of(Service service)
    {
        var pairs = ServiceTexts.Pairs(service, "environment").ToList();
        return pairs.Exists(pair => pair.Name.StartsWith("KUBERNETES_", StringComparison.Ordinal))
            ? []
            : [.. pairs.Where(pair => IsName(pair.Name) && Target().IsMatch(pair.Value))];
    }

    /// <summary>True for the name of such a variable.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>The port and the protocol in the name of such a variable; port 0 for one that is none.</summary>
    public static (int Port, string Protocol) PortOf(string name) =>
        Name().Match(name) is { Success: true } match ? (ForwardReader.Port(match.Groups["port"].Value), match.Groups["protocol"].Value.ToLowerInvariant()) : (0, "tcp");

    [GeneratedRegex(@"^[A-Z0-9_]+_PORT_(?<port>\d+)_(?<protocol>TCP|UDP)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*(?:tcp|udp)://", RegexOptions.CultureInvariant)]
    private static partial Regex Target();
}
