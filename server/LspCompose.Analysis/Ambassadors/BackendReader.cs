using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Reads what services ask an ambassador to connect them to.</summary>
internal static partial class BackendReader
{
    /// <summary>The backends a service asks for, in the order of its variables, then of its labels.</summary>
    public static IReadOnlyList<ConsumerBackend> Of(ServiceNames names, Service consumer) =>
    [
        .. ServiceTexts.Pairs(consumer, "environment").Select(pair => Read(names, consumer, pair, Variable())).OfType<ConsumerBackend>(),
        .. ServiceTexts.Pairs(consumer, "labels").Select(pair => Read(names, consumer, pair, Label())).OfType<ConsumerBackend>(),
    ];

    private static ConsumerBackend? Read(ServiceNames names, Service consumer, NamedValue pair, Regex name)
    {
        if (name.Match(pair.Name) is not { Success: true } match || ForwardReader.Port(match.Groups["port"].Value) is not (> 0 and var port) || pair.Value.Trim() is not { Length: > 0 } value)
        {
            return null;
        }

        var colon = value.LastIndexOf(':');
        var target = colon < 0 ? 0 : ForwardReader.Port(value[(colon + 1)..]);
        var host = target > 0 ? value[..colon] : value;
        var registered = RegisteredName().Match(host) is { Success: true } registry ? registry.Groups["name"].Value : null;
        var services = registered is null
            ? names.OfHost(host, consumer) is { } found ? [found] : []
            : names.OfRegistry(registered).ToList();
        return new ConsumerBackend(port, registered ?? host, pair.Span) { Service = services.Count == 1 ? services[0] : null, TargetPort = target > 0 ? target : null };
    }

    [GeneratedRegex(@"^BACKEND_(?<port>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^connect\.(?<port>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<name>[^.]+)\.service(?:\.[^.]+)?\.consul\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex RegisteredName();
}
