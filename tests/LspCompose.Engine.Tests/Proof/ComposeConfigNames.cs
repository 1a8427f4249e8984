using LspCompose.Testing.Names;
using YamlDotNet.RepresentationModel;

namespace LspCompose.Engine.Tests.Proof;

/// <summary>Reads what <c>config</c> of either Compose prints, files merged and variables filled in, for the name model.</summary>
internal static class ComposeConfigNames
{
    /// <summary>Reads what Compose v2 prints. On the default bridge the first link of an alias counts with it, with docker-compose 1.29.2 the last.</summary>
    public static IReadOnlyList<NamedService> ReadCurrent(string config, string project) =>
        [.. Read(config, project).Select(service => service with
        {
            Links = service.NetworkMode == "bridge" ? [.. service.Links.DistinctBy(link => link.Alias)] : service.Links,
            NumberedName = service.ContainerName is null ? $"{project}-{service.Name}-1" : null,
        })];

    /// <summary>Reads what docker-compose 1.29.2 prints.</summary>
    public static IReadOnlyList<NamedService> Read(string config, string project)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(config));
        var root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : new YamlMappingNode();
        return [.. Entries(Get(root, "services")).Select(service => Service(root, project, service.Key, service.Value))];
    }

    /// <summary>The items of <c>links</c> and <c>external_links</c> that are in a project.</summary>
    public static IReadOnlyList<string> LinkItems(string config)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(config));
        return [.. stream.Documents.SelectMany(document => Entries(Get(document.RootNode, "services"))).SelectMany(service => Items(Get(service.Value, "links")).Concat(Items(Get(service.Value, "external_links"))))];
    }

    private static NamedService Service(YamlNode root, string project, string name, YamlNode body)
    {
        var mode = Text(Get(body, "network_mode"));
        var networks = Get(body, "networks");
        var names = Entries(networks).Select(entry => entry.Key).Concat(Items(networks)).ToList();
        return new NamedService(name)
        {
            ContainerName = Text(Get(body, "container_name")),
            Hostname = Text(Get(body, "hostname")),
            NetworkMode = mode,
            Networks = [.. (names.Count > 0 ? names : ["default"]).Select(network => Network(root, project, network, Get(networks, network)))],
            Links = [.. Items(Get(body, "links")).Select(NamedLink.Parse), .. Items(Get(body, "external_links")).Select(item => NamedLink.Parse(item) with { IsExternal = true })],
            ExtraHosts = Items(Get(body, "extra_hosts")).Select(item => item.Split([':', '='], 2)).Where(parts => parts.Length == 2)
                .Select(parts => (parts[0], parts[1])).Concat(Entries(Get(body, "extra_hosts")).Select(entry => (entry.Key, Text(entry.Value) ?? ""))).ToDictionary(),
            StartsAfter = [.. StartsAfter(body, mode).Distinct()],
        };
    }

    private static IEnumerable<string> StartsAfter(YamlNode body, string? mode)
    {
        var dependsOn = Get(body, "depends_on");
        var volumes = Items(Get(body, "volumes_from")).Where(item => !item.StartsWith("container:", StringComparison.Ordinal)).Select(item => item.Replace("service:", "", StringComparison.Ordinal).Split(':')[0]);
        var namespaces = new[] { mode, Text(Get(body, "pid")), Text(Get(body, "ipc")) }.OfType<string>().Where(text => text.StartsWith("service:", StringComparison.Ordinal)).Select(text => text["service:".Length..]);
        return Entries(dependsOn).Select(entry => entry.Key).Concat(Items(dependsOn)).Concat(Items(Get(body, "links")).Select(item => item.Split(':')[0])).Concat(volumes).Concat(namespaces);
    }

    private static NamedNetwork Network(YamlNode root, string project, string name, YamlNode? own)
    {
        var declared = Get(Get(root, "networks"), name);
        var external = Get(declared, "external");
        var fullName = Text(Get(declared, "name")) ?? Text(Get(external, "name")) ?? (Text(external) == "true" ? name : $"{project}_{name}");
        return new NamedNetwork(fullName, [.. Items(Get(own, "aliases"))]) { IsInternal = Text(Get(declared, "internal")) == "true" };
    }

    private static YamlNode? Get(YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode? node) =>
        node is YamlMappingNode mapping ? mapping.Children.Select(child => (Text(child.Key) ?? "", child.Value)) : [];

    private static IEnumerable<string> Items(YamlNode? node) => node is YamlSequenceNode sequence ? sequence.Select(Text).OfType<string>() : [];

    private static string? Text(YamlNode? node) => node is YamlScalarNode { Value: { Length: > 0 } value } && value is not ("null" or "~") ? value : null;
}
