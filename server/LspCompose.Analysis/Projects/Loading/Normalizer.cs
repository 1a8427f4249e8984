namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Adds what Compose takes for granted: names, the default network, build defaults, and the dependencies that follow from links and shared namespaces.</summary>
internal static class Normalizer
{
    private static readonly string[] Namespaces = ["network_mode", "ipc", "pid", "uts", "cgroup"];

    /// <summary>The root with what is implicit written out.</summary>
    public static ConfigMapping Apply(LoadContext context, ConfigMapping root, string projectName, Variables variables)
    {
        var usesDefault = false;
        if (root.Get("services") is ConfigMapping services)
        {
            var entries = new List<ConfigEntry>(services.Entries.Count);
            foreach (var entry in services.Entries)
            {
                entries.Add(entry.Value is ConfigMapping service ? entry with { Value = Service(context, service, entry.KeyPlace, variables, ref usesDefault) } : entry);
            }

            root = root.WithValue("services", new ConfigMapping(services.Place, entries));
        }

        if (usesDefault)
        {
            var networks = root.TryGet("networks", out var section) && section.Value is ConfigMapping declared ? declared : new ConfigMapping(root.Place, []);
            if (networks.Get("default") is null && (section.Value is null or ConfigMapping or ConfigScalar { IsNull: true }))
            {
                root = root.With(new ConfigEntry("networks", root.Place, networks.With(new ConfigEntry("default", root.Place, new ConfigScalar(root.Place, null)))));
            }
        }

        foreach (var kind in new[] { "networks", "volumes", "configs", "secrets" })
        {
            if (root.Get(kind) is ConfigMapping resources)
            {
                root = root.WithValue(kind, new ConfigMapping(resources.Place, resources.Entries.Select(entry => Named(entry, projectName))));
            }
        }

        return root;
    }

    private static ConfigEntry Named(ConfigEntry entry, string projectName)
    {
        var resource = entry.Value as ConfigMapping ?? (entry.Value is ConfigScalar { IsNull: true } ? new ConfigMapping(entry.KeyPlace, []) : null);
        if (resource is null)
        {
            return entry;
        }

        var isExternal = resource.Get("external") is ConfigScalar { Value: true };
        return entry with
        {
            Value = resource.Get("name") is null or ConfigScalar { IsNull: true }
                ? resource.With(new ConfigEntry("name", entry.KeyPlace, new ConfigScalar(entry.KeyPlace, isExternal ? entry.Key : $"{projectName}_{entry.Key}")))
                : resource,
        };
    }

    private static ConfigMapping Service(LoadContext context, ConfigMapping service, SourcePlace place, Variables variables, ref bool usesDefault)
    {
        if (service.Get("pull_policy") is ConfigScalar { Text: "if_not_present" } policy)
        {
            service = service.WithValue("pull_policy", new ConfigScalar(policy.Place, "missing"));
        }

        if (service.Get("network_mode") is null && service.Get("provider") is null)
        {
            var networks = service.Get("networks");
            if (networks is null or ConfigMapping { Entries.Count: 0 } or ConfigScalar { IsNull: true })
            {
                service = service.With(new ConfigEntry("networks", place, new ConfigMapping(place, [new ConfigEntry("default", place, new ConfigScalar(place, null))])));
                usesDefault = true;
            }
            else
            {
                usesDefault |= networks is ConfigMapping named && named.Get("default") is not null;
            }
        }

        if (service.Get("build") is ConfigMapping build)
        {
            service = service.WithValue("build", Build(build, variables));
        }

        if (service.Get("environment") is ConfigMapping or ConfigSequence && service.TryGet("environment", out var environment))
        {
            service = service.WithValue("environment", KeyValues.Resolve(environment.Value, variables));
        }

        return Dependencies(context, service);
    }

    private static ConfigMapping Build(ConfigMapping build, Variables variables)
    {
        var place = build.Place;
        if (build.Get("dockerfile") is null && build.Get("dockerfile_inline") is null)
        {
            build = build.With(new ConfigEntry("dockerfile", place, new ConfigScalar(place, "Dockerfile")));
        }

        return build.TryGet("args", out var args) ? build.WithValue("args", KeyValues.WithoutUnset(KeyValues.Resolve(args.Value, variables))) : build;
    }

    private static ConfigMapping Dependencies(LoadContext context, ConfigMapping service)
    {
        var implied = new List<ConfigEntry>();
        foreach (var item in Items(service.Get("links")))
        {
            if (item is ConfigScalar { Text: { } text } link)
            {
                var parts = text.Split(':');
                implied.Add(Dependency(parts.Length == 2 ? parts[0] : text, link, 0, restart: RestartWith.Dependency));
            }
        }

        foreach (var name in Namespaces)
        {
            if (service.Get(name) is ConfigScalar { Text: { } text } shared && text.StartsWith("service:", StringComparison.Ordinal))
            {
                implied.Add(Dependency(text["service:".Length..], shared, "service:".Length, RestartWith.Dependency));
            }
        }

        foreach (var item in Items(service.Get("volumes_from")))
        {
            if (item is ConfigScalar { Text: { } text } source && !text.StartsWith("container:", StringComparison.Ordinal))
            {
                implied.Add(Dependency(text.Split(':')[0], source, 0, RestartWith.Nothing));
            }
        }

        if (implied.Count == 0 || service.Get("depends_on") is not (null or ConfigMapping))
        {
            return service;
        }

        var dependencies = service.Get("depends_on") as ConfigMapping ?? new ConfigMapping(service.Place, []);
        return service.With(new ConfigEntry("depends_on", service.TryGet("depends_on", out var own) ? own.KeyPlace : service.Place,
            new ConfigMapping(dependencies.Place, dependencies.Entries.Concat(implied).DistinctBy(entry => entry.Key, StringComparer.Ordinal))));
    }

    private static ConfigEntry Dependency(string name, ConfigScalar reference, int offset, RestartWith restart)
    {
        var place = reference.PlaceOf(new Yaml.Text.TextSpan(offset, offset + name.Length));
        List<ConfigEntry> entries =
        [
            new("condition", place, new ConfigScalar(place, "service_started")),
            new("required", place, new ConfigScalar(place, true)),
        ];
        if (restart == RestartWith.Dependency)
        {
            entries.Insert(1, new("restart", place, new ConfigScalar(place, true)));
        }

        return new ConfigEntry(name, place, new ConfigMapping(place, entries));
    }

    private static IReadOnlyList<ConfigNode> Items(ConfigNode? node) => node is ConfigSequence list ? list.Items : [];

    private enum RestartWith
    {
        Nothing,
        Dependency,
    }
}
