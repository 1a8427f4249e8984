using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Analysis.Migration;

/// <summary>Spells names, lists and mappings in flow style: as JSON where the text around is JSON, with as few quotes as YAML allows elsewhere.</summary>
internal sealed class FlowText
{
    /// <summary>Names stand without quotes where they can.</summary>
    public static readonly FlowText Yaml = new(Layout.Scalar);

    private static readonly FlowText Json = new(Layout.Quoted);
    private readonly Func<string, string> scalar;

    private FlowText(Func<string, string> scalar) => this.scalar = scalar;

    /// <summary>The spelling for additions to a mapping: that of its own keys.</summary>
    public static FlowText Of(YamlNode mapping) =>
        mapping is { IsFlow: true, Entries.Count: > 0 } && mapping.Entries.All(entry => entry.Key.Style == ScalarStyle.DoubleQuoted) ? Json : Yaml;

    /// <summary>A name.</summary>
    public string Scalar(string name) => scalar(name);

    /// <summary>A list of names.</summary>
    public string List(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(scalar))}]";

    /// <summary>An entry whose value is spelt already.</summary>
    public string Entry(string key, string value) => $"{scalar(key)}: {value}";

    /// <summary>A mapping of spelt entries.</summary>
    public static string Mapping(IEnumerable<string> entries) => $"{{{string.Join(", ", entries)}}}";

    /// <summary>The entry that gives a service its aliases on a network.</summary>
    public string Aliases(IReadOnlyList<string> aliases) => Entry("aliases", List(aliases));

    /// <summary>What a service has on a network.</summary>
    public string Membership(IReadOnlyList<string> aliases) => Mapping(aliases.Count == 0 ? [] : [Aliases(aliases)]);

    /// <summary>A service's networks, as a list where it has no alias on them.</summary>
    public string Networks(IReadOnlyList<ServiceNetwork> networks) =>
        networks.All(network => network.Aliases.Count == 0)
            ? List(networks.Select(network => network.Name))
            : Mapping(networks.Select(network => Entry(network.Name, Membership(network.Aliases))));
}
