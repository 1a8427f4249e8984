using System.Globalization;
using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Values;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.LinkEnvironment;

/// <summary>Works out what to write instead of a link's variable, from what the file says of the target.</summary>
internal static partial class LinkValues
{
    private static readonly string[] SecretWords = ["PASS", "PWD", "SECRET", "TOKEN", "KEY", "CREDENTIAL", "CERT", "SALT", "AUTH", "DSN"];

    private static readonly HashSet<string> NotText = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "y", "n", "null" };

    /// <summary>The value of a variable by host name instead of by address; null where it is not known or not to be copied.</summary>
    public static string? Of(LinkVariableName name, Link link, Service? target) => name.Kind switch
    {
        LinkVariableKind.Port => name.Port.ToString(CultureInfo.InvariantCulture),
        LinkVariableKind.Protocol => name.Protocol,
        LinkVariableKind.Address when IsHost(link.Alias) => link.Alias,
        LinkVariableKind.Url when IsHost(link.Alias) => Url(name.Protocol, link.Alias, name.Port),
        LinkVariableKind.DefaultUrl when IsHost(link.Alias) && target is not null && LowestPort(target) is { } lowest => Url(lowest.Protocol, link.Alias, lowest.Port),
        LinkVariableKind.TargetVariable when target is not null => Variable(target, name.Rest),
        _ => null,
    };

    /// <summary>True when the file sets a variable for a service.</summary>
    public static bool Sets(Service target, string name) => Find(target, name) is not null;

    private static string Url(string protocol, string host, int port) => string.Create(CultureInfo.InvariantCulture, $"{protocol}://{host}:{port}");

    private static bool IsHost(string alias) => HostName().IsMatch(alias);

    private static string? Variable(Service target, string name)
    {
        var words = name.ToUpperInvariant();
        return !Array.Exists(SecretWords, words.Contains) && Find(target, name) is { } value && PlainValue().IsMatch(value) && !NotText.Contains(value) ? value : null;
    }

    private static string? Find(Service target, string name)
    {
        if (target.Attribute("environment") is not { } environment)
        {
            return null;
        }

        if (environment.Get(name) is { } written)
        {
            return target.Resolve(written) is { IsScalar: true, IsNull: false } value ? value.Value : null;
        }

        return environment.Items.Select(item => target.Resolve(item.Value)).Where(item => item.IsScalar && item.Value.StartsWith(name + "=", StringComparison.Ordinal))
            .Select(item => item.Value[(name.Length + 1)..]).LastOrDefault();
    }

    /// <summary>The lowest of the ports the file says the target has, TCP first, as Docker chooses it; null where none or not all can be told.</summary>
    private static (int Port, string Protocol)? LowestPort(Service target)
    {
        var found = new List<(int Port, string Protocol)>();
        foreach (var node in Items(target, "expose").Concat(Items(target, "ports")))
        {
            if (Port(target, node) is not { } port)
            {
                return null;
            }

            found.Add(port);
        }

        return found.Count == 0 ? null : found.OrderBy(port => port.Port).ThenBy(port => port.Protocol == "tcp" ? 0 : 1).First();
    }

    private static IEnumerable<YamlNode> Items(Service target, string attribute) => (target.Attribute(attribute)?.Items ?? default).Select(item => target.Resolve(item.Value));

    private static (int Port, string Protocol)? Port(Service target, YamlNode node)
    {
        var text = node.IsMapping
            ? $"{Text(target, node, "target")}/{Text(target, node, "protocol") ?? "tcp"}"
            : node.Value.Contains('$') ? node.Value[(node.Value.LastIndexOf(':') + 1)..]
            : node.Value;
        return PortSpec.Parse(text) is { IsValid: true, Value: var port } ? (port.Target.First, port.Protocol) : null;
    }

    private static string? Text(Service target, YamlNode node, string key) => node.Get(key) is { } value ? target.Resolve(value).Value : null;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex HostName();

    // What means the same in any YAML style and to any shell; no '@', before which a URL has its password.
    [GeneratedRegex("^[A-Za-z0-9_/](?:[A-Za-z0-9_./%+:-]*[A-Za-z0-9_/])?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainValue();
}
