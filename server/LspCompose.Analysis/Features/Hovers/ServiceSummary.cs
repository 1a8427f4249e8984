using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Interpolation;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Symbols;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>A service in a few lines: what it runs, what it is connected to, where it is defined.</summary>
internal static class ServiceSummary
{
    private const int MaxNames = 8;

    /// <summary>The summary of a service of the project in effect; of one the project leaves out, or in the first format, what the file alone says.</summary>
    public static string Of(HoverSpot spot, string name, IReadOnlyList<Symbol> definitions)
    {
        var services = spot.Project.Model.Get("services") as ConfigMapping;
        var facts = services?.Get(name) is ConfigMapping service ? Facts(spot, name, service, services)
            : spot.File.Model.Find(name) is { } written ? Facts(spot.File, written)
            : [];
        var places = Definitions.Places(spot, definitions);
        var lines = facts.Where(fact => fact.Value.Length > 0).Select(fact => $"- {fact.Name}: {fact.Value}");
        return string.Join("\n\n", new[] { $"**Service** `{name}`{(places.Length == 0 ? "" : $" ({places})")}", string.Join('\n', lines) }.Where(part => part.Length > 0));
    }

    private static (string Name, string Value)[] Facts(HoverSpot spot, string name, ConfigMapping service, ConfigMapping services) =>
    [
        ("image", Text(spot, service.Get("image"))),
        ("build", Text(spot, (service.Get("build") as ConfigMapping)?.Get("context"))),
        ("network mode", Text(spot, service.Get("network_mode"))),
        ("networks", Names(Keys(service.Get("networks")))),
        ("ports", string.Join("; ", Ports(service.Get("ports")).Take(MaxNames))),
        ("depends on", string.Join(", ", (service.Get("depends_on") as ConfigMapping)?.Entries.Take(MaxNames).Select(Dependency) ?? [])),
        ("used by", Names(services.Entries.Where(other => other.Key != name && (other.Value as ConfigMapping)?.Get("depends_on") is ConfigMapping needed && needed.Get(name) is not null).Select(other => other.Key))),
        ("profiles", Names((service.Get("profiles") as ConfigSequence)?.Items.OfType<ConfigScalar>().Select(item => item.Display) ?? [])),
    ];

    private static (string Name, string Value)[] Facts(ComposeFile file, Service service) =>
    [
        ("image", service.Image is { } image ? $"`{SecretTexts.Hide(image)}`" : ""),
        ("network mode", service.NetworkMode is { } mode ? $"`{mode}`" : ""),
        ("networks", Names(service.JoinedNetworks.Where(_ => file.Model.Format == ComposeFormat.Current))),
        ("depends on", Names(service.Dependencies.Select(dependency => dependency.Target))),
        ("used by", Names(file.Model.Services.Where(other => other != service && other.Dependencies.Any(dependency => dependency.Target == service.Name)).Select(other => other.Name))),
    ];

    private static IEnumerable<string> Ports(ConfigNode? node) => node is ConfigSequence ports
        ? ports.Items.OfType<ConfigMapping>().Select(port =>
        {
            var ip = (port.Get("host_ip") as ConfigScalar)?.Display ?? "";
            var published = (port.Get("published") as ConfigScalar)?.Display ?? "";
            var protocol = (port.Get("protocol") as ConfigScalar)?.Display ?? "tcp";
            var host = ip.Contains(':', StringComparison.Ordinal) ? $"[{ip}]" : ip;
            return $"`{(ip.Length == 0 ? "" : host + ":")}{published}{(published.Length > 0 || ip.Length > 0 ? ":" : "")}{(port.Get("target") as ConfigScalar)?.Display}{(protocol == "tcp" ? "" : $"/{protocol}")}`";
        })
        : [];

    private static string Dependency(ConfigEntry entry) => ((entry.Value as ConfigMapping)?.Get("condition") as ConfigScalar)?.Text switch
    {
        "service_healthy" => $"`{entry.Key}` (healthy)",
        "service_completed_successfully" => $"`{entry.Key}` (completed)",
        _ => $"`{entry.Key}`",
    };

    private static IEnumerable<string> Keys(ConfigNode? node) => (node as ConfigMapping)?.Entries.Select(entry => entry.Key) ?? [];

    private static string Text(HoverSpot spot, ConfigNode? node) => node is ConfigScalar { Text: { Length: > 0 } } ? $"`{new Effective.EffectiveText(spot.Workspace, spot.Project).Line("", node)}`" : "";

    /// <summary>Names in code style with commas between, cut after some.</summary>
    internal static string Names(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", all.Take(MaxNames).Select(name => $"`{name}`")) + (all.Count > MaxNames ? $" and {Numbers.Count(all.Count - MaxNames, "more").Replace("mores", "more", StringComparison.Ordinal)}" : "");
    }
}
