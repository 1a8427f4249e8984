using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>The short form of an item of <c>ports</c>: <c>[[IP:][HOST]:]CONTAINER[/PROTOCOL]</c>.</summary>
public static class PortSpec
{
    /// <summary>Reads an item of <c>ports</c>.</summary>
    public static Parsed<PortPublication> Parse(string text)
    {
        // From the right, since an address may hold colons itself.
        var lastColon = text.LastIndexOf(':');
        var ipColon = lastColon <= 0 ? -1 : text.LastIndexOf(':', lastColon - 1);
        var hostIp = new TextSpan(0, Math.Max(ipColon, 0));
        var published = lastColon < 0 ? default : new TextSpan(ipColon + 1, lastColon);
        var container = new TextSpan(lastColon + 1, text.Length);
        var slash = text.IndexOf('/', container.Start);
        var target = slash < 0 ? container : new TextSpan(container.Start, slash);
        if (target.IsEmpty)
        {
            return new(target, text.Length == 0 ? "The port is empty. Name the port of the container, as in '80' or '8080:80'." : $"'{text}' names no port of the container. Write it behind the last colon, as in '8080:80'.");
        }

        var protocolSpan = slash < 0 ? default : Protocol(text, slash + 1);
        var protocol = protocolSpan.IsEmpty ? "tcp" : Part(protocolSpan).ToLowerInvariant();
        if (protocol is not ("tcp" or "udp" or "sctp"))
        {
            return new(protocolSpan, $"'{Part(protocolSpan)}' is not a protocol of ports. It can be tcp, udp or sctp.");
        }

        var address = Address(Part(hostIp));
        if (address is null)
        {
            return new(hostIp, Part(hostIp).Contains(':')
                ? $"'{Part(hostIp)}' is not an IP address. A port is written 'IP:HOST:CONTAINER', with an IPv6 address in brackets, as in '[::1]:8080:80'."
                : $"'{Part(hostIp)}' is not an IP address. Before the ports stands an address of the host, as in '127.0.0.1:8080:80'; names are not taken.");
        }

        var targetRange = Range(text, target);
        if (!targetRange.IsValid)
        {
            return new(targetRange.Error);
        }

        PortRange? publishedRange = null;
        if (!published.IsEmpty)
        {
            var range = Range(text, published);
            if (!range.IsValid)
            {
                return new(range.Error);
            }

            publishedRange = range.Value;
        }

        if (publishedRange is { } host && host.Count != targetRange.Value.Count && targetRange.Value.Count > 1)
        {
            return new(new TextSpan(published.Start, target.End), $"Range '{Part(published)}' of the host has {Ports(host.Count)}, range '{Part(target)}' of the container has {Ports(targetRange.Value.Count)}. Give both the same length.");
        }

        if (targetRange.Value.First == 0)
        {
            return new(target, $"Port '{Part(target)}' of the container cannot be 0. Name the port on which the service listens.");
        }

        return new(new PortPublication
        {
            HostIp = address,
            Published = publishedRange,
            Target = targetRange.Value,
            Protocol = protocol,
            HostIpSpan = hostIp.IsEmpty ? null : hostIp,
            PublishedSpan = published.IsEmpty ? null : published,
            TargetSpan = target,
            ProtocolSpan = protocolSpan.IsEmpty ? null : protocolSpan,
        });

        string Part(TextSpan span) => text[span.Start..span.End];
    }

    // A second slash and what follows it do not count.
    private static TextSpan Protocol(string text, int start)
    {
        var end = text.IndexOf('/', start);
        return new TextSpan(start, end < 0 ? text.Length : end);
    }

    private static string? Address(string written)
    {
        var address = written;
        if (written.StartsWith('['))
        {
            if (written.IndexOf(']', StringComparison.Ordinal) != written.Length - 1)
            {
                return null;
            }

            address = written[1..^1];
        }
        else if (written.Contains(':'))
        {
            return null;
        }

        return address.Length == 0 || IpAddress.IsValid(address) ? address : null;
    }

    private static string Ports(int count) => count == 1 ? "1 port" : $"{count} ports";

    private static Parsed<PortRange> Range(string text, TextSpan span)
    {
        var written = text[span.Start..span.End];
        var dash = written.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
        {
            var port = Port(written, span);
            return port.IsValid ? new(new PortRange(port.Value, port.Value)) : new(port.Error);
        }

        // A second dash and what follows it do not count.
        var end = written.IndexOf('-', dash + 1);
        end = end < 0 ? written.Length : end;
        if (dash == 0 || end == dash + 1)
        {
            return new(span, $"'{written}' is not a port. Ports go from 0 to 65535; a range is written as in '8000-8010'.");
        }

        var first = Port(written[..dash], new TextSpan(span.Start, span.Start + dash));
        var last = Port(written[(dash + 1)..end], new TextSpan(span.Start + dash + 1, span.Start + end));
        return !first.IsValid ? new(first.Error)
            : !last.IsValid ? new(last.Error)
            : last.Value < first.Value ? new(span, $"Range '{written}' runs backwards. Write the lower port first.")
            : new(new PortRange(first.Value, last.Value));
    }

    private static Parsed<int> Port(string written, TextSpan span)
    {
        var value = 0;
        foreach (var c in written)
        {
            if (!char.IsAsciiDigit(c))
            {
                return new(span, $"'{written}' is not a port. Ports go from 0 to 65535; a range is written as in '8000-8010'.");
            }

            value = Math.Min((value * 10) + (c - '0'), 65536);
        }

        return value > 65535 ? new(span, $"Port '{written}' is out of range. Ports go from 0 to 65535.") : new(value);
    }
}
