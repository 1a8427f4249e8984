namespace LspCompose.Analysis.Model;

/// <summary>Reads the attributes that tie services together, in every form they may be written in.</summary>
internal static class ServiceReader
{
    private static readonly string[] NamespaceAttributes = ["pid", "ipc", "uts", "cgroup"];

    public static IReadOnlyList<Link> Links(Service service, string attribute)
    {
        if (service.Attribute(attribute) is not { IsSequence: true } sequence)
        {
            return [];
        }

        var links = new List<Link>(sequence.Items.Count);
        foreach (var item in sequence.Items)
        {
            // An item that is still empty links nothing yet.
            if (service.Resolve(item.Value) is { IsScalar: true, Value: not "" } scalar)
            {
                var parsed = LinkItem.Parse(scalar.Value);
                links.Add(new Link(service, parsed.Target, parsed.Alias ?? parsed.Target, scalar) { Attribute = attribute, IsInherited = !service.IsOwn(scalar) });
            }
        }

        return links;
    }

    public static IReadOnlyList<Dependency> Dependencies(Service service)
    {
        var result = new List<Dependency>();
        foreach (var link in service.Links)
        {
            result.Add(new Dependency(DependencyKind.Link, link.Target, link.Item.Span) { Attribute = "links" });
        }

        if (service.Attribute("depends_on") is { } dependsOn)
        {
            foreach (var entry in dependsOn.Entries)
            {
                var required = service.Resolve(entry.Value).Get("required") is not { Value: "false" };
                result.Add(new Dependency(DependencyKind.DependsOn, entry.Name, entry.Key.Span, required) { Attribute = "depends_on" });
            }

            foreach (var item in dependsOn.Items)
            {
                var value = service.Resolve(item.Value);
                if (value.IsScalar)
                {
                    result.Add(new Dependency(DependencyKind.DependsOn, value.Value, value.Span) { Attribute = "depends_on" });
                }
            }
        }

        if (service.Attribute("volumes_from") is { } volumesFrom)
        {
            foreach (var item in volumesFrom.Items)
            {
                var value = service.Resolve(item.Value);
                if (value.IsScalar && !value.Value.StartsWith("container:", StringComparison.Ordinal))
                {
                    result.Add(new Dependency(DependencyKind.VolumesFrom, value.Value.Split(':')[0], value.Span) { Attribute = "volumes_from" });
                }
            }
        }

        if (ServiceOf(service.NetworkMode) is { } owner)
        {
            var attribute = service.Attribute("network_mode") is null ? "net" : "network_mode";
            if (service.Attribute(attribute) is { } value)
            {
                result.Add(new Dependency(DependencyKind.NetworkMode, owner, value.Span) { Attribute = attribute });
            }
        }

        foreach (var attribute in NamespaceAttributes)
        {
            if (service.Attribute(attribute) is { IsScalar: true } value && ServiceOf(value.Value) is { } target)
            {
                result.Add(new Dependency(DependencyKind.Namespace, target, value.Span) { Attribute = attribute });
            }
        }

        return result;
    }

    public static IReadOnlyList<ServiceNetwork>? Networks(Service service)
    {
        if (service.Attribute("networks") is not { } networks || networks is { IsMapping: false, IsSequence: false })
        {
            return null;
        }

        // An empty collection means the default network to Compose v2.
        if (networks.Entries.Count + networks.Items.Count == 0)
        {
            return null;
        }

        var result = new List<ServiceNetwork>();
        foreach (var entry in networks.Entries)
        {
            var aliases = service.Resolve(entry.Value).Get("aliases") is { } list
                ? service.Resolve(list).Items.Select(item => item.Value.Value).ToList()
                : [];
            result.Add(new ServiceNetwork(entry.Name, aliases));
        }

        result.AddRange(networks.Items.Select(item => new ServiceNetwork(service.Resolve(item.Value).Value, [])));
        return result;
    }

    /// <summary>
    /// The first format's <c>net</c> in today's words: <c>bridge</c> was its default, and <c>container:X</c> names a service when there is one of that name.
    /// </summary>
    public static string? ModeOfNet(ComposeModel model, string? net) => net switch
    {
        null or "bridge" or "default" => null,
        _ when net.StartsWith("container:", StringComparison.Ordinal) && model.IsServiceName(net["container:".Length..]) => "service:" + net["container:".Length..],
        _ => net,
    };

    /// <summary>The service a namespace mode names, null for another mode.</summary>
    public static string? ServiceOf(string? mode) =>
        mode is not null && mode.StartsWith("service:", StringComparison.Ordinal) ? mode["service:".Length..] : null;
}
