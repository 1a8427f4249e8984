using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Makes the paths of a project absolute, from the folder of the files that name them.</summary>
internal sealed class RelativePaths(LoadContext context, string folder)
{
    /// <summary>The root with absolute paths; a bind mount without a source is reported.</summary>
    public ConfigMapping Apply(ConfigMapping root)
    {
        root = Change(root, "services", services => EachValue(services, service => service is ConfigMapping mapping ? Service(mapping) : service));
        root = Change(root, "configs", configs => EachValue(configs, File));
        root = Change(root, "secrets", secrets => EachValue(secrets, File));
        return Change(root, "volumes", volumes => EachValue(volumes, VolumeDevice));
    }

    /// <summary>A service with absolute paths.</summary>
    public ConfigMapping Service(ConfigMapping service)
    {
        service = Change(service, "build", build => build is ConfigMapping mapping ? Build(mapping) : build);
        service = Change(service, "env_file", files => EachItem(files, file => file is ConfigMapping mapping ? Change(mapping, "path", AbsoluteText) : AbsoluteText(file)));
        service = Change(service, "label_file", files => files is ConfigScalar ? AbsoluteText(files) : EachItem(files, AbsoluteText));
        service = Change(service, "volumes", volumes => EachItem(volumes, volume => volume is ConfigMapping mapping ? Volume(mapping) : volume));
        return Change(service, "develop", develop => develop is ConfigMapping mapping
            ? Change(mapping, "watch", watches => EachItem(watches, watch => watch is ConfigMapping rule ? Change(rule, "path", AbsoluteText) : watch))
            : develop);
    }

    private ConfigMapping Build(ConfigMapping build)
    {
        build = Change(build, "context", BuildContext);
        build = Change(build, "additional_contexts", contexts => EachValue(contexts, NamedContext));
        return Change(build, "ssh", keys => EachValue(keys, AbsoluteText));
    }

    private ConfigNode NamedContext(ConfigNode node)
    {
        if (node is ConfigScalar { Text: null })
        {
            context.Invalid(node.Place, $"A build context is a folder, a URL, 'docker-image://IMAGE' or 'service:NAME', not {node.KindName}.");
        }

        return BuildContext(node);
    }

    private ConfigNode BuildContext(ConfigNode node) => node is ConfigScalar { Text: { } text } && HostPath.IsElsewhere(text) ? node : AbsoluteText(node);

    private ConfigNode File(ConfigNode node) => node is ConfigMapping mapping ? Change(mapping, "file", file => file is ConfigScalar { Text: "" } ? new ConfigScalar(file.Place, folder) : AbsoluteText(file)) : node;

    private ConfigMapping Volume(ConfigMapping mount)
    {
        if (mount.Get("type") is not ConfigScalar { Text: "bind" } type)
        {
            return mount;
        }

        if (mount.Get("source") is null or ConfigScalar { IsNull: true })
        {
            context.Problems.Add(new Problem("invalid-value", type.Place, "A bind mount needs 'source', the path on the host.") { IsAboutMissing = true });
        }

        return Change(mount, "source", AbsoluteText);
    }

    private ConfigNode VolumeDevice(ConfigNode node)
    {
        if (node is not ConfigMapping volume || volume.Get("driver") is ConfigScalar { Text: not ("local" or "") } || volume.Get("driver_opts") is not ConfigMapping options || options.Get("o") is not ConfigScalar { Text: "bind" })
        {
            return node;
        }

        return volume.WithValue("driver_opts", Change(options, "device", AbsoluteText));
    }

    private ConfigNode AbsoluteText(ConfigNode node) => node is ConfigScalar { Text: { Length: > 0 } text } scalar && HostPath.Absolute(folder, text, context.Request.Environment) is var path && path != text
        ? new ConfigScalar(scalar.Place, path) { Origin = scalar.Origin is null ? null : new WholeOrigin(scalar.PlaceOf(new TextSpan(0, text.Length)).Span) }
        : node;

    private static ConfigNode EachItem(ConfigNode node, Func<ConfigNode, ConfigNode> change) =>
        node is ConfigSequence list ? new ConfigSequence(list.Place, list.Items.Select(change)) : node;

    private static ConfigNode EachValue(ConfigNode node, Func<ConfigNode, ConfigNode> change) =>
        node is ConfigMapping mapping ? new ConfigMapping(mapping.Place, mapping.Entries.Select(entry => entry with { Value = change(entry.Value) })) : node;

    private static ConfigMapping Change(ConfigMapping mapping, string key, Func<ConfigNode, ConfigNode> change) =>
        mapping.TryGet(key, out var entry) && change(entry.Value) is var value && !ReferenceEquals(value, entry.Value) ? mapping.With(entry with { Value = value }) : mapping;
}
