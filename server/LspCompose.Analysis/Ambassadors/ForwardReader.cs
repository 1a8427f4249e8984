using System.Globalization;
using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Reads which ports a service forwards where: from variables, arguments and socat commands.</summary>
internal static partial class ForwardReader
{
    // simple-amb has no say in it.
    private const int AddressListenPort = 10000;

    /// <summary>What a service forwards, in the order of its variables, then of its command.</summary>
    public static IReadOnlyList<AmbassadorForward> Of(ServiceNames names, Service service, ArgumentForm form) =>
    [
        .. FromVariables(names, service),
        .. FromSocat(names, service),
        .. form switch
        {
            ArgumentForm.HostAndPort => FromHostAndPort(names, service),
            ArgumentForm.Address => FromAddress(names, service),
            ArgumentForm.Backends => (Backends(names, service) ?? []).SelectMany(listener => listener),
            _ => [],
        },
    ];

    /// <summary>What a service forwards by socat commands of its own.</summary>
    public static IEnumerable<AmbassadorForward> FromSocat(ServiceNames names, Service service)
    {
        foreach (var attribute in (string[])["entrypoint", "command"])
        {
            foreach (Match match in SocatCommand().Matches(ServiceTexts.Text(service, attribute)))
            {
                var (host, port) = (match.Groups["host"].Value, match.Groups["port"].Value);
                yield return Make(names, service, Port(match.Groups["listen"].Value), match.Groups["protocol"].Value.ToLowerInvariant(), host, port, Span(service, attribute));
            }
        }
    }

    /// <summary>
    /// The backends of each listener of a command <c>LISTEN HOST PORT [HOST PORT …]</c>; null where the command is not of that form. More than one behind a listener is
    /// load balancing.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<AmbassadorForward>>? Backends(ServiceNames names, Service service)
    {
        var words = ServiceTexts.Words(service, "command");
        var span = Span(service, "command");
        var listeners = new List<IReadOnlyList<AmbassadorForward>>();
        for (var start = 0; start < words.Count;)
        {
            var group = words.Skip(start).TakeWhile(word => word != "--").ToList();
            start += group.Count + 1;
            var listen = group.Count > 0 ? group[0][(group[0].LastIndexOf(':') + 1)..] : "";
            var backends = new List<AmbassadorForward>();
            for (var index = 1; index < group.Count; index++)
            {
                // HOST:PORT is taken too.
                var colon = group[index].StartsWith('$') ? -1 : group[index].LastIndexOf(':');
                var (host, port) = colon > 0 ? (group[index][..colon], group[index][(colon + 1)..])
                    : index + 1 < group.Count ? (group[index], group[++index])
                    : ("", "");
                if (host.Length == 0 || !IsPortText(port))
                {
                    return null;
                }

                backends.Add(Make(names, service, Port(listen), "tcp", host, port, span));
            }

            if (!IsPortText(listen) || backends.Count == 0)
            {
                return null;
            }

            listeners.Add(backends);
        }

        return listeners.Count > 0 ? listeners : null;
    }

    /// <summary>A port as a number, 0 where it is none.</summary>
    public static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : 0;

    private static IEnumerable<AmbassadorForward> FromVariables(ServiceNames names, Service service)
    {
        foreach (var variable in LinkVariables.Of(service))
        {
            var (listen, protocol) = LinkVariables.PortOf(variable.Name);
            var target = variable.Value.Trim()["tcp://".Length..];
            var match = HostPortRest().Match(target);
            var (host, port) = (match.Groups["host"].Value, match.Groups["port"].Value);
            var forward = Make(names, service, listen, protocol, host, port, variable.Span);
            yield return forward.Problem == ForwardProblem.None && match.Groups["rest"].Length > 0 ? forward with { Problem = ForwardProblem.TrailingText } : forward;
        }
    }

    private static IEnumerable<AmbassadorForward> FromHostAndPort(ServiceNames names, Service service)
    {
        if (ServiceTexts.Words(service, "command") is [var host, var port] && !host.StartsWith('-') && IsPortText(port))
        {
            yield return Make(names, service, Port(port), "tcp", host, port, Span(service, "command"));
        }
    }

    private static IEnumerable<AmbassadorForward> FromAddress(ServiceNames names, Service service)
    {
        if (ServiceTexts.Words(service, "command") is [var address] && address.LastIndexOf(':') is > 0 and var colon)
        {
            yield return Make(names, service, AddressListenPort, "tcp", address[..colon], address[(colon + 1)..], Span(service, "command"));
        }
    }

    private static AmbassadorForward Make(ServiceNames names, Service service, int listen, string protocol, string writtenHost, string writtenPort, TextSpan span)
    {
        var host = writtenHost.Trim('[', ']');
        var port = Port(writtenPort);
        var problem = writtenHost.Contains('$') || writtenPort.Contains('$') ? ForwardProblem.Variable
            : Mask().IsMatch(host) ? ForwardProblem.MaskedHost
            : host.Length == 0 || port == 0 || listen == 0 ? ForwardProblem.Incomplete
            : ForwardProblem.None;
        return new AmbassadorForward(listen, protocol, host, port, span) { Service = host.Length == 0 ? null : names.OfHost(host, service), Problem = problem };
    }

    private static bool IsPortText(string text) => Port(text) > 0 || text.StartsWith('$');

    private static TextSpan Span(Service service, string attribute) => service.Attribute(attribute) is { } node ? node.Span : service.Entry.Key.Span;

    // A variable may hold colons and blanks in braces.
    [GeneratedRegex(@"^(?<host>\[[^\]\s]*\]|(?:\$\{[^}]*\}|[^:/\s])*)(?::(?<port>\d+|\$\{[^}]*\}|\$\w+))?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex HostPortRest();

    // TCP4-LISTEN:80,fork TCP:web:80, UDP-RECVFROM:53 UDP-SENDTO:dns:53; upper or lower case, -L for -LISTEN.
    [GeneratedRegex(
        @"\b(?<protocol>TCP|UDP)[46]?-(?:LISTEN|L|RECVFROM|RECV):(?<listen>\d+)(?:,[^\s""']*)?[""']?\s+[""']?(?:TCP|UDP)[46]?(?:-CONNECT|-SENDTO|-DATAGRAM)?:(?<host>\[[^\]\s]*\]|\$\{[^}]*\}|[^:\s,""']+):(?<port>\d+|\$\{[^}]*\}|\$\w+)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SocatCommand();

    // What people write in place of an address they keep to themselves.
    [GeneratedRegex(@"[*<>?]|^x+(?:\.x+)+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mask();
}
