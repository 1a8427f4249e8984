using System.Globalization;
using System.Text.RegularExpressions;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Rules;

/// <summary>
/// Finds the hosts that values and commands name: in addresses (<c>http://api:8080</c>), before ports (<c>db:5432</c>) and, where a variable or an option says
/// that it holds a host, alone. What only may be a host is left out.
/// </summary>
internal static partial class HostMentions
{
    // No configuration is that long; certificates and whole files in a variable are.
    private const int MaxLength = 8192;

    // Lower ones mostly stand in tags of images (redis:7) and times.
    private const int MinPort = 80;

    private static readonly HashSet<string> HostWords = new(StringComparer.Ordinal)
    {
        "HOST", "HOSTS", "HOSTNAME", "HOSTNAMES", "SERVER", "SERVERS", "ADDR", "ADDRS", "ADDRESS", "ADDRESSES", "URL", "URLS", "URI", "URIS", "ENDPOINT", "ENDPOINTS", "BROKER", "BROKERS", "UPSTREAM", "UPSTREAMS",
    };

    // What the service itself is called or listens on, whom it lets in, and what a browser opens.
    private static readonly HashSet<string> OtherWords = new(StringComparer.Ordinal)
    {
        "ADVERTISE", "ADVERTISED", "ALIAS", "ALIASES", "ALLOWED", "BIND", "BROWSER", "CALLBACK", "CLIENT", "CORS", "DOMAIN", "DOMAINS", "EXTERNAL", "FRONTEND", "LETSENCRYPT", "LISTEN", "LISTENER", "LISTENERS",
        "ORIGIN", "ORIGINS", "PUBLIC", "REACT", "REDIRECT", "TRUSTED", "VIRTUAL", "VITE", "VUE", "PROXY",
    };

    private static readonly HashSet<string> LocalSchemes = new(StringComparer.OrdinalIgnoreCase) { "unix", "file", "npipe", "docker", "docker-image", "oci", "oci-layout", "service", "container", "image", "s3", "gs" };

    /// <summary>The hosts in the value of a variable.</summary>
    public static IEnumerable<HostMention> InVariable(string name, string value)
    {
        var words = NameWord().Matches(name).Select(match => match.Value.ToUpperInvariant()).ToList();
        if (value.Length > MaxLength || words.Exists(OtherWords.Contains))
        {
            return [];
        }

        var holdsImageOrAccount = words.Exists(word => word is "IMAGE" or "IMAGES" or "TAG" or "VERSION" or "AUTH" or "USER" or "USERS" or "PASSWORD" or "CREDENTIALS" or "LOGIN");
        var found = InAddresses(value).Concat(holdsImageOrAccount ? [] : BeforePorts(value));
        return Distinct(SaysHost(words) ? found.Concat(Alone(value)) : found);
    }

    /// <summary>The hosts in the words of a command, each with the number of its word. A whole line for a shell may be one word.</summary>
    public static IEnumerable<(int Word, HostMention Host)> InCommand(IReadOnlyList<string> words) =>
        words.Sum(word => word.Length) > MaxLength || OtherCommand().IsMatch(string.Join(' ', words))
            ? []
            : words.SelectMany((word, index) => InWord(index > 0 ? words[index - 1] : "", word).Select(host => (index, host)));

    private static IEnumerable<HostMention> InWord(string before, string word)
    {
        var found = InAddresses(word)
            .Concat(before is "-u" or "--user" ? [] : BeforePorts(word))
            .Concat(HostOption().Matches(word).Where(match => !OwnOption().IsMatch(match.Value)).Select(match => Mention(match.Groups["host"])));
        return Distinct(HostOptionAlone().IsMatch(before) && !OwnOption().IsMatch(before) && Alone(word) is [var only] ? found.Append(only) : found);
    }

    private static IEnumerable<HostMention> Distinct(IEnumerable<HostMention> mentions) => mentions.DistinctBy(mention => mention.Span.Start).OrderBy(mention => mention.Span.Start);

    // DB_HOST, KAFKA_BOOTSTRAP_SERVERS, REDIS_HOST_1, MONGO_HOST_NAME, PGHOST; not HOSTNAME, which is the container's own.
    private static bool SaysHost(List<string> words)
    {
        var last = words.FindLastIndex(word => !word.All(char.IsAsciiDigit));
        if (last > 0 && words[last] == "NAME" && words[last - 1] == "HOST")
        {
            last--;
        }

        return last >= 0 && words is not ["HOSTNAME"] && (HostWords.Contains(words[last]) || (words[last].EndsWith("HOST", StringComparison.Ordinal) && words[last] is not ("GHOST" or "LOCALHOST")));
    }

    private static IEnumerable<HostMention> InAddresses(string text)
    {
        foreach (Match match in Address().Matches(text))
        {
            if (!LocalSchemes.Contains(match.Groups["scheme"].Value))
            {
                foreach (Capture host in match.Groups["host"].Captures)
                {
                    yield return Mention(host);
                }
            }
        }
    }

    private static IEnumerable<HostMention> BeforePorts(string text) => HostAndPort().Matches(text)
        .Where(match => int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture) is >= MinPort and <= 65535 and not (999 or 1000 or 1001))
        .Select(match => Mention(match.Groups["host"]));

    // A list is one of hosts only when everything in it could be one.
    private static List<HostMention> Alone(string text)
    {
        var found = new List<HostMention>();
        foreach (Match part in ListPart().Matches(text))
        {
            if (!HostAlone().IsMatch(part.Value))
            {
                return [];
            }

            var length = part.Value.AsSpan().IndexOfAny(':', '/');
            found.Add(new HostMention(length < 0 ? part.Value : part.Value[..length], TextSpan.FromLength(part.Index, length < 0 ? part.Length : length)));
        }

        return found;
    }

    private static HostMention Mention(Capture host) => new(host.Value, TextSpan.FromLength(host.Index, host.Length));

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"(?<scheme>[A-Za-z][A-Za-z0-9+.-]{0,40})://(?:[^\s/?#""'`]*@)?(?<host>[A-Za-z0-9_][A-Za-z0-9_.-]*)(?::[0-9]+)?(?:,(?<host>[A-Za-z0-9_][A-Za-z0-9_.-]*)(?::[0-9]+)?)*", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![A-Za-z0-9_./$\\{~%-])(?<host>[A-Za-z0-9_][A-Za-z0-9_.-]*):(?<port>[0-9]{2,5})(?![A-Za-z0-9_@-]|\.[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"[^\s,;]+(?:[ \t]+[^\s,;]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex ListPart();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*(?::[0-9]{1,5})?(?:/.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex HostAlone();

    [GeneratedRegex(@"(?:^|[\s""'])(?:-h|--?[A-Za-z0-9_.-]*(?:host|server|addr|address|endpoint|broker|upstream)s?)(?:=|[ ]+)[""']?(?<host>[A-Za-z0-9_][A-Za-z0-9_.-]*)(?![A-Za-z0-9_./@-])", RegexOptions.CultureInvariant)]
    private static partial Regex HostOption();

    [GeneratedRegex(@"^(?:-h|--?[A-Za-z0-9_.-]*(?:host|server|addr|address|endpoint|broker|upstream)s?)$", RegexOptions.CultureInvariant)]
    private static partial Regex HostOptionAlone();

    [GeneratedRegex(@"\b(?:chown|usermod|install -o|docker (?:run|pull|push|tag|build)|podman)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OtherCommand();

    [GeneratedRegex("advertise|bind|listen|virtual|public|external", RegexOptions.CultureInvariant)]
    private static partial Regex OwnOption();
}
