using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Rules;

/// <summary>Where services use what is declared under a top-level key.</summary>
internal static class DeclarationUses
{
    /// <summary>The names a service uses of a section (<c>networks</c>, <c>volumes</c>, <c>configs</c>, <c>secrets</c> or <c>models</c>), each with its place.</summary>
    public static IEnumerable<(string Name, SourcePlace Place)> Of(ConfigMapping service, string section) => section switch
    {
        // A mode or the network of a build names a network of the engine, which may well be a declared one.
        "networks" => Keys(service.Get("networks")).Concat(Texts(service.Get("network_mode"))).Concat(Texts((service.Get("build") as ConfigMapping)?.Get("network"))),
        "volumes" => Sources((service.Get("volumes") as ConfigSequence)?.Items.Where(item => item is not ConfigMapping mount || mount.Get("type") is not ConfigScalar { Text: "bind" })),
        "configs" => Sources(Items(service.Get("configs"))).Concat(Texts((service.Get("credential_spec") as ConfigMapping)?.Get("config"))),
        "secrets" => Sources(Items(service.Get("secrets")).Concat(Items((service.Get("build") as ConfigMapping)?.Get("secrets")))),
        "models" => Keys(service.Get("models")),
        _ => [],
    };

    private static IEnumerable<(string Name, SourcePlace Place)> Keys(ConfigNode? node) =>
        node is ConfigMapping mapping ? mapping.Entries.Select(entry => (entry.Key, entry.KeyPlace)) : [];

    private static IEnumerable<(string Name, SourcePlace Place)> Texts(ConfigNode? node) => node is ConfigScalar { Text: { } text } ? [(text, node.Place)] : [];

    private static IEnumerable<(string Name, SourcePlace Place)> Sources(IEnumerable<ConfigNode>? items) =>
        (items ?? []).OfType<ConfigMapping>().SelectMany(item => Texts(item.Get("source")));

    private static IReadOnlyList<ConfigNode> Items(ConfigNode? node) => node is ConfigSequence list ? list.Items : [];
}
