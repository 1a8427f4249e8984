using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Model;

/// <summary>A service as its file defines it, merge keys and aliases followed.</summary>
public sealed class Service
{
    private readonly ComposeModel model;
    private readonly Lazy<IReadOnlyList<Link>> links;
    private readonly Lazy<IReadOnlyList<Link>> externalLinks;
    private readonly Lazy<IReadOnlyList<Dependency>> dependencies;
    private readonly Lazy<IReadOnlyList<ServiceNetwork>?> networks;

    internal Service(ComposeModel model, YamlEntry entry)
    {
        this.model = model;
        Entry = entry;
        Body = model.Resolve(entry.Value);
        links = new(() => ServiceReader.Links(this, "links"));
        externalLinks = new(() => ServiceReader.Links(this, "external_links"));
        dependencies = new(() => ServiceReader.Dependencies(this));
        networks = new(() => ServiceReader.Networks(this));
    }

    /// <summary>The service's name.</summary>
    public string Name => Entry.Name;

    /// <summary>The entry that defines it.</summary>
    public YamlEntry Entry { get; }

    /// <summary>The mapping of its attributes, an alias followed.</summary>
    public YamlNode Body { get; }

    /// <summary>The items of <c>links</c> that can be read as links.</summary>
    public IReadOnlyList<Link> Links => links.Value;

    /// <summary>The items of <c>external_links</c>; their targets are containers.</summary>
    public IReadOnlyList<Link> ExternalLinks => externalLinks.Value;

    /// <summary>Everything that makes it depend on another service, links first.</summary>
    public IReadOnlyList<Dependency> Dependencies => dependencies.Value;

    /// <summary>The networks it declares, null when it declares none and so is on <c>default</c>.</summary>
    public IReadOnlyList<ServiceNetwork>? Networks => networks.Value;

    /// <summary>Names of the networks it is on, none when it shares or lacks a network stack.</summary>
    public IReadOnlyList<string> JoinedNetworks => NetworkMode is not null ? [] : Networks is { } declared ? [.. declared.Select(network => network.Name)] : ["default"];

    /// <summary>Its image, null without one.</summary>
    public string? Image => Text("image");

    /// <summary>Its fixed container name, null without one.</summary>
    public string? ContainerName => Text("container_name");

    /// <summary>Its host name, null without one.</summary>
    public string? Hostname => Text("hostname");

    /// <summary>
    /// Its <c>network_mode</c>, in the first format its <c>net</c> in today's words; null without one.
    /// </summary>
    public string? NetworkMode => Text("network_mode") ?? (model.Format == ComposeFormat.Legacy ? ServiceReader.ModeOfNet(model, Text("net")) : null);

    /// <summary>True when it has an image, a build or a service it extends, so it can run by itself.</summary>
    public bool IsRunnable => Attribute("image") is not null || Attribute("build") is not null || Attribute("extends") is not null || Attribute("provider") is not null;

    /// <summary>An attribute of the service, its own first, then through merge keys; null when it has none.</summary>
    public YamlNode? Attribute(string key) => model.Lookup(Body, key) is { } value ? model.Resolve(value) : null;

    /// <summary>An attribute written in the service itself, null when there is none or it comes through a merge key or an alias.</summary>
    public YamlEntry? OwnEntry(string key) =>
        Body == Entry.Value && Body.TryGetEntry(key, out var entry) ? entry : null;

    internal bool IsShared(TextSpan span) => model.IsSharedOutside(span);

    internal bool IsOwn(YamlNode node) => Entry.Span.Contains(node.FullSpan);

    internal YamlNode Resolve(YamlNode node) => model.Resolve(node);

    private string? Text(string key) => Attribute(key) is { IsScalar: true, IsNull: false } value ? value.Value : null;
}
