using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>Reads which services of a project are on which networks, and the names they answer to there.</summary>
internal static class NetworkMembers
{
    /// <summary>Keys of a project under which nothing may be wrong or unknown for the answer to hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["networks", "network_mode", "container_name", "hostname"];

    /// <summary>The services in the order of the model.</summary>
    public static IReadOnlyList<NetworkMember> Of(Project project)
    {
        if (project.Model.Get("services") is not ConfigMapping services)
        {
            return [];
        }

        var real = project.Model.Get("networks") is ConfigMapping declared
            ? declared.Entries.ToDictionary(entry => entry.Key, entry => Text((entry.Value as ConfigMapping)?.Get("name")) ?? entry.Key, StringComparer.Ordinal)
            : [];
        return [.. services.Entries.Where(entry => entry.Value is ConfigMapping).Select(Member)];

        NetworkMember Member(ConfigEntry entry)
        {
            var body = entry.Value as ConfigMapping ?? new ConfigMapping(entry.Value.Place, []);
            return new NetworkMember(entry, body, Networks(body, services.Entries.Count), Names(entry, body));
        }

        // A service in another one's network stack is on that one's networks.
        IReadOnlyDictionary<string, string>? Networks(ConfigMapping body, int steps) =>
            body.Get("provider") is not null ? null
            : Text(body.Get("network_mode")) is { } mode ? mode.StartsWith("service:", StringComparison.Ordinal) && steps > 0 && services.Get(mode["service:".Length..]) is ConfigMapping owner ? Networks(owner, steps - 1) : null
            : body.Get("networks") is ConfigMapping own ? own.Entries.DistinctBy(entry => Real(entry.Key)).ToDictionary(entry => Real(entry.Key), entry => entry.Key, StringComparer.Ordinal)
            : null;

        IReadOnlyList<NetworkName> Names(ConfigEntry entry, ConfigMapping body)
        {
            if (body.Get("networks") is not ConfigMapping own || body.Get("network_mode") is not null || body.Get("provider") is not null)
            {
                return [];
            }

            var names = new List<NetworkName> { new(entry.Key, NetworkNameKind.Service, null, entry.KeyPlace) };
            Add(body.Get("container_name"), NetworkNameKind.Container, null);
            Add(body.Get("hostname"), NetworkNameKind.Host, null);
            foreach (var network in own.Entries)
            {
                foreach (var alias in (network.Value as ConfigMapping)?.Get("aliases") is ConfigSequence aliases ? aliases.Items : [])
                {
                    Add(alias, NetworkNameKind.Alias, Real(network.Key));
                }
            }

            return names;

            void Add(ConfigNode? node, NetworkNameKind kind, string? network)
            {
                if (node is ConfigScalar { Text: { Length: > 0 } name } scalar)
                {
                    names.Add(new NetworkName(name, kind, network, scalar.PlaceOf(new Yaml.Text.TextSpan(0, name.Length))));
                }
            }
        }

        string Real(string network) => real.GetValueOrDefault(network, network);
    }

    private static string? Text(ConfigNode? node) => node is ConfigScalar { Text: { Length: > 0 } text } ? text : null;
}
