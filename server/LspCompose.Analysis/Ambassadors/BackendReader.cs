using System.Text.RegularExpressions;
using LspCompose.Analysis.Model;

namespace LspCompose.Analysis.Ambassadors;

/// <summary>Reads what services ask an ambassador to connect them to, and the names services have in a registry.</summary>
internal static partial class BackendReader
{
    /// <summary>The backends a service asks for, in the order of its variables, then of its labels.</summary>
    public static IReadOnlyList<ConsumerBackend> Of(ComposeModel model, Service consumer) =>
    [
        .. ServiceTexts.Pairs(consumer, "environment").Select(pair => Read(model, consumer, pair, Variable())).OfType<ConsumerBackend>(),
        .. ServiceTexts.Pairs(consumer, "labels").Select(pair => Read(model, consumer, pair, Label())).OfType<ConsumerBackend>(),
    ];

    private static ConsumerBackend? Read(ComposeModel model, Service consumer, NamedValue pair, Regex name)
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
            ? HostNames.Resolve(model, consumer, host) is { } found ? [found] : []
            : model.Services.Where(service => RegisteredNames(service).Contains(registered)).ToList();
        return new ConsumerBackend(port, registered ?? host, pair.Span) { Service = services.Count == 1 ? services[0] : null, TargetPort = target > 0 ? target : null };
    }

    private static IEnumerable<string> RegisteredNames(Service service) =>
        ServiceTexts.Pairs(service, "environment").Where(pair => RegistryVariable().IsMatch(pair.Name)).Select(pair => pair.Value.Trim());

    [GeneratedRegex(@"^BACKEND_(?<port>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^connect\.(?<port>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<name>[^.]+)\.service(?:\.[^.]+)?\.consul\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex RegisteredName();

    [GeneratedRegex(@"^SERVICE_(?:\d+_)?NAME$", RegexOptions.CultureInvariant)]
    private static partial Regex RegistryVariable();
}
