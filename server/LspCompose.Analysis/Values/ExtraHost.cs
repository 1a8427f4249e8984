using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Values;

/// <summary>Items of <c>extra_hosts</c>: <c>HOST=IP</c> or <c>HOST:IP</c>, with commas between several addresses.</summary>
public static class ExtraHost
{
    /// <summary>Reads an item of the list form.</summary>
    public static Parsed<HostEntry> Parse(string text)
    {
        var separator = text.IndexOf('=', StringComparison.Ordinal);
        separator = separator < 0 ? text.IndexOf(':', StringComparison.Ordinal) : separator;
        if (separator < 0)
        {
            return new(new TextSpan(text.Length, text.Length), text.Length == 0 ? "The host is empty. Write 'HOST=IP'." : $"Host '{text}' has no address. Write 'HOST=IP'.");
        }

        var host = text[..separator];
        return CheckName(host) is { } error ? new(error)
            : new(new HostEntry(host, [.. text[(separator + 1)..].Split(',').Select(Address)], new TextSpan(0, separator), new TextSpan(separator + 1, text.Length)));
    }

    /// <summary>What is wrong with a host name, also as a key of the mapping form; null when it is fine.</summary>
    public static ValueError? CheckName(string host)
    {
        if (host.Length == 0)
        {
            return new ValueError(default, "The name of the host is empty. Write 'HOST=IP'.");
        }

        var wrong = host.AsSpan().IndexOfAny(':', '=');
        return wrong < 0 ? null : new ValueError(new TextSpan(0, host.Length), $"'{host}' is not the name of a host. It cannot hold '{host[wrong]}'.");
    }

    /// <summary>An address as Compose takes it: without brackets.</summary>
    public static string Address(string written) => written.Length > 2 && written[0] == '[' && written[^1] == ']' ? written[1..^1] : written;
}
