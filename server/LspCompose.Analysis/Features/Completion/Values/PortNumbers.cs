using System.Globalization;
using LspCompose.Analysis.Images;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Features.Completion.Values;

/// <summary>Ports by what the service's image listens on, as the engine's image says and as is known; for an image nobody knows the usual ones of web applications.</summary>
internal static class PortNumbers
{
    private static readonly KnownPort[] Usual = [new(8080, "HTTP"), new(80, "HTTP"), new(443, "HTTPS"), new(3000, "HTTP"), new(5000, "HTTP"), new(8000, "HTTP")];

    // Below it only few may listen.
    private const int FirstFree = 1024;

    private const int MostTries = 100;

    /// <summary>Ports in the short syntax: the same on the host where it is free, on every address or on this machine alone.</summary>
    public static IEnumerable<Suggestion> Published(CompletionContext context)
    {
        if (context.Position != CompletionPosition.Item)
        {
            return [];
        }

        var typed = context.Prefix;
        var host = typed.LastIndexOf(':') is >= 0 and var colon ? typed[..colon] : null;
        var taken = new Lazy<HashSet<int>>(() => TakenBy(context));
        return Known(context).SelectMany(port => host switch
        {
            null => new[] { Suggest($"{Free(port.Number)}:{Container(port)}", port, 0), Suggest($"127.0.0.1:{Free(port.Number)}:{Container(port)}", port, 1), Suggest(Container(port), port, SuggestionRank.Rare - SuggestionRank.Common) },
            _ when IsAddress(host) => [Suggest($"{host}:{Free(port.Number)}:{Container(port)}", port, 0)],
            _ => [Suggest($"{host}:{Container(port)}", port, 0)],
        });

        int Free(int number)
        {
            var free = number;
            for (var tries = 0; tries < MostTries && taken.Value.Contains(free); tries++)
            {
                free = free < FirstFree ? free + 8000 : free + 1;
            }

            return taken.Value.Contains(free) ? number : free;
        }
    }

    /// <summary>Ports of the container: <c>expose</c>.</summary>
    public static IEnumerable<Suggestion> Exposed(CompletionContext context) =>
        context.Position == CompletionPosition.Item ? Known(context).Select(port => Suggest(Container(port), port, 0)) : [];

    /// <summary>A port as a number of its own: <c>target</c>, <c>published</c>.</summary>
    public static IEnumerable<Suggestion> Single(CompletionContext context) => Known(context).DistinctBy(port => port.Number)
        .Select(port => Suggest(port.Number.ToString(CultureInfo.InvariantCulture), port, 0) with { PrefersQuotes = context.Place?.Name == "published", IsLiteral = context.Place?.Name == "target" });

    // What the image itself says comes first; what it listens on besides may still be wanted.
    private static IReadOnlyList<KnownPort> Known(CompletionContext context)
    {
        var known = context.KnownImage?.Ports ?? [];
        var exposed = (context.LocalImage?.Details?.ExposedPorts ?? []).Select(port => Read(port, known)).OfType<KnownPort>().OrderBy(port => known.TakeWhile(other => other != port).Count()).ThenBy(port => port.Number);
        return exposed.Concat(known).DistinctBy(port => (port.Number, port.Protocol)).ToList() is { Count: > 0 } ports ? ports : Usual;
    }

    // 80/tcp, for some images 80 alone.
    private static KnownPort? Read(string exposed, IReadOnlyList<KnownPort> known)
    {
        var (text, protocol) = exposed.Split('/') is [var first, var second] ? (first, second) : (exposed, "tcp");
        return !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
            : known.FirstOrDefault(port => port.Number == number && port.Protocol == protocol) ?? new KnownPort(number, "exposed by the image", protocol);
    }

    private static Suggestion Suggest(string text, KnownPort port, int rank) => new(text, CompletionKind.Value) { Detail = port.Purpose, PrefersQuotes = true, Rank = SuggestionRank.Common + rank };

    private static string Container(KnownPort port) => port.Protocol == "tcp" ? $"{port.Number}" : $"{port.Number}/{port.Protocol}";

    // An address and no port yet: with dots, in brackets, or a variable that is named like one.
    private static bool IsAddress(string host) => host.Contains('.') || host.EndsWith(']') || host == "localhost";

    // On the host, by other services of the project.
    private static HashSet<int> TakenBy(CompletionContext context) =>
    [
        .. ((context.Project.Model.Get("services") as ConfigMapping)?.Entries ?? [])
            .Where(service => service.Key != context.ServiceName)
            .SelectMany(service => ((service.Value as ConfigMapping)?.Get("ports") as ConfigSequence)?.Items ?? [])
            .Select(port => ((port as ConfigMapping)?.Get("published") as ConfigScalar)?.Text)
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0),
    ];
}
