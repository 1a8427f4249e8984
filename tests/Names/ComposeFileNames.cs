using LspCompose.Analysis;
using LspCompose.Analysis.Model;
using LspCompose.Yaml.Syntax;

namespace LspCompose.Testing.Names;

/// <summary>Reads the services of one file, in either format, for the name model.</summary>
internal static class ComposeFileNames
{
    public static IReadOnlyList<NamedService> Read(ComposeFile file, string project)
    {
        var model = file.Model;
        return [.. model.Services.Select(service => new NamedService(service.Name)
        {
            ContainerName = service.ContainerName,
            Hostname = service.Hostname,
            NetworkMode = service.NetworkMode ?? (model.Format == ComposeFormat.Legacy ? "bridge" : null),
            Networks = [.. (service.Networks ?? [new ServiceNetwork("default", [])]).Select(network => Network(model, project, network))],
            Links = Links(model, service),
            ExtraHosts = ExtraHosts(service),
            StartsAfter = [.. service.Dependencies.Select(dependency => dependency.Target)],
        })];
    }

    private static NamedNetwork Network(ComposeModel model, string project, ServiceNetwork network)
    {
        var declared = model.Roots.Select(root => root.Get("networks")?.Get(network.Name)).FirstOrDefault(node => node is not null);
        var external = declared?.Get("external");
        var name = Text(declared?.Get("name")) ?? Text(external?.Get("name")) ?? (Text(external) == "true" ? network.Name : $"{project}_{network.Name}");
        return new NamedNetwork(name, network.Aliases) { IsInternal = Text(declared?.Get("internal")) == "true" };
    }

    // On the default bridge Compose v2 has the engine take the first link of an alias.
    private static IReadOnlyList<NamedLink> Links(ComposeModel model, Service service)
    {
        IReadOnlyList<NamedLink> links = [.. service.Links.Select(link => new NamedLink(link.Target, link.Alias)), .. ExternalLinks(service)];
        return model.Format == ComposeFormat.Current && service.NetworkMode == "bridge" ? [.. links.DistinctBy(link => link.Alias)] : links;
    }

    private static IEnumerable<NamedLink> ExternalLinks(Service service) =>
        Items(service, "external_links").Select(text => NamedLink.Parse(text) with { IsExternal = true });

    private static Dictionary<string, string> ExtraHosts(Service service)
    {
        var hosts = new Dictionary<string, string>();
        foreach (var text in Items(service, "extra_hosts"))
        {
            if (text.Split([':', '='], 2) is [var name, var address])
            {
                hosts[name] = address;
            }
        }

        return hosts;
    }

    private static IEnumerable<string> Items(Service service, string key) =>
        service.Attribute(key) is { } list ? list.Items.Select(item => Text(item.Value)).OfType<string>() : [];

    private static string? Text(YamlNode? node) => node is { IsScalar: true, IsNull: false } scalar ? scalar.Value : null;
}
