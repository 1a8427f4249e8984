using System.Text.RegularExpressions;

namespace LspCompose.Engine.Tests.Proof;

/// <summary>Asks in a container for names as a program there would: first its hosts file, then Docker's DNS where the container has that.</summary>
internal static partial class NameAnswers
{
    /// <summary>The question, as a script of BusyBox that gets the names for arguments. All names are asked for at once: one nobody has may take the time it takes to ask the world.</summary>
    public const string Script =
        """
        echo @hosts; cat /etc/hosts
        grep -q '^nameserver 127.0.0.11' /etc/resolv.conf || exit 0
        i=0; for name; do i=$((i+1)); (nslookup -type=a "$name" 127.0.0.11 >"/tmp/.answer$i" 2>&1) & done; wait
        i=0; for name; do i=$((i+1)); echo "@dns $name"; cat "/tmp/.answer$i"; done
        """;

    /// <summary>Reads the script's output: for each name the services that have the addresses found.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string output, IEnumerable<string> names, IReadOnlyDictionary<string, string> owners)
    {
        var parts = output.Split('@');
        var hosts = parts.Where(part => part.StartsWith("hosts\n", StringComparison.Ordinal)).SelectMany(part => part.Split('\n')).Select(Words).ToList();
        var dns = parts.Where(part => part.StartsWith("dns ", StringComparison.Ordinal)).ToDictionary(part => part["dns ".Length..part.IndexOf('\n', StringComparison.Ordinal)]);
        return names.ToDictionary(name => name, name => Hosts(hosts, name, owners) ?? Dns(dns.GetValueOrDefault(name, ""), name, owners));
    }

    // As the C library reads it: without case, the first line counts.
    private static string? Hosts(IEnumerable<string[]> lines, string name, IReadOnlyDictionary<string, string> owners) =>
        lines.FirstOrDefault(words => words.Length > 1 && !words[0].StartsWith("127.", StringComparison.Ordinal) && !words[0].Contains(':') && words.Skip(1).Contains(name, StringComparer.OrdinalIgnoreCase)) is [var address, ..]
            ? owners.GetValueOrDefault(address, address)
            : null;

    // With a search domain there may be answers for longer names; addresses of the world outside are nobody's here.
    private static string Dns(string output, string name, IReadOnlyDictionary<string, string> owners)
    {
        var found = new List<string>();
        var isForName = false;
        foreach (var line in output.Split('\n'))
        {
            if (line.StartsWith("Name:", StringComparison.Ordinal))
            {
                isForName = string.Equals(line["Name:".Length..].Trim().TrimEnd('.'), name, StringComparison.OrdinalIgnoreCase);
            }
            else if (isForName && Address().Match(line) is { Success: true } match && owners.TryGetValue(match.Groups[1].Value, out var service))
            {
                found.Add(service);
            }
        }

        return Answers.Text(found);
    }

    private static string[] Words(string line) => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^Address(?: \d+)?:\s+(\d+\.\d+\.\d+\.\d+)$")]
    private static partial Regex Address();
}
