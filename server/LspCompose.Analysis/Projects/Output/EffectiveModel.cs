using LspCompose.Analysis.Fixes;

namespace LspCompose.Analysis.Projects.Output;

/// <summary>The part of a project's model that runs, as Compose prints it.</summary>
public static class EffectiveModel
{
    private static readonly string[] Kinds = ["networks", "volumes", "secrets", "configs", "models"];

    /// <summary>
    /// The active services, or the named ones with those they depend on, and what these refer to at the top level; unused networks, volumes, secrets, configs
    /// and models are left out. Names no service goes by are told in <paramref name="unknown"/>, with the nearest name there is.
    /// </summary>
    public static ConfigMapping Of(Project project, IReadOnlyList<string> named, out IReadOnlyList<(string Name, string? Nearest)> unknown)
    {
        var all = project.Model.Get("services") as ConfigMapping ?? new ConfigMapping(project.Model.Place, []);
        unknown = [.. named.Where(name => all.Get(name) is null).Select(name => (name, Spelling.Nearest(name, all.Entries.Select(entry => entry.Key))))];
        var active = new HashSet<string>(project.ActiveServices.Concat(named), StringComparer.Ordinal);
        var chosen = named.Count == 0 ? active : WithDependencies(all, named, active);
        var services = new ConfigMapping(all.Place, all.Entries.Where(entry => chosen.Contains(entry.Key)).Select(entry => entry with { Value = WithoutLeftOut(entry.Value, chosen) }));
        var used = Kinds.ToDictionary(kind => kind, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var service in services.Entries)
        {
            if (service.Value is ConfigMapping body)
            {
                Collect(body, used);
            }
        }

        var entries = new List<ConfigEntry>();
        foreach (var entry in project.Model.Entries)
        {
            if (entry.Key == "services")
            {
                entries.Add(entry with { Value = services });
            }
            else if (used.TryGetValue(entry.Key, out var names) && entry.Value is ConfigMapping resources)
            {
                var kept = new ConfigMapping(resources.Place, resources.Entries.Where(resource => names.Contains(resource.Key)));
                if (kept.Entries.Count > 0)
                {
                    entries.Add(entry with { Value = kept });
                }
            }
            else if (entry.Key is not ("version" or "include") && !used.ContainsKey(entry.Key))
            {
                entries.Add(entry);
            }
        }

        var model = new ConfigMapping(project.Model.Place, entries);
        return model.Get("name") is null && project.Name.Length > 0 ? model.With(new ConfigEntry("name", default, new ConfigScalar(default, project.Name))) : model;
    }

    private static HashSet<string> WithDependencies(ConfigMapping services, IReadOnlyList<string> named, HashSet<string> active)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(named);
        while (pending.TryPop(out var name))
        {
            if (active.Contains(name) && chosen.Add(name) && services.Get(name) is ConfigMapping service)
            {
                foreach (var dependency in Names(service.Get("depends_on")))
                {
                    pending.Push(dependency);
                }
            }
        }

        return chosen;
    }

    // What a service would wait for if only it were started is not printed.
    private static ConfigNode WithoutLeftOut(ConfigNode service, HashSet<string> chosen)
    {
        if (service is not ConfigMapping body || body.Get("depends_on") is not ConfigMapping dependencies || dependencies.Entries.All(entry => chosen.Contains(entry.Key)))
        {
            return service;
        }

        var kept = new ConfigMapping(dependencies.Place, dependencies.Entries.Where(entry => chosen.Contains(entry.Key)));
        return kept.Entries.Count == 0 ? body.Without("depends_on") : body.WithValue("depends_on", kept);
    }

    private static void Collect(ConfigMapping service, Dictionary<string, HashSet<string>> used)
    {
        used["networks"].UnionWith(Names(service.Get("networks")));
        used["models"].UnionWith(Names(service.Get("models")));
        used["secrets"].UnionWith(Sources(service.Get("secrets")));
        used["configs"].UnionWith(Sources(service.Get("configs")));
        if (service.Get("build") is ConfigMapping build)
        {
            used["secrets"].UnionWith(Sources(build.Get("secrets")));
        }

        if (service.Get("volumes") is ConfigSequence volumes)
        {
            used["volumes"].UnionWith(volumes.Items.OfType<ConfigMapping>()
                .Where(volume => volume.Get("type") is ConfigScalar { Text: "volume" })
                .Select(volume => (volume.Get("source") as ConfigScalar)?.Text ?? ""));
        }
    }

    private static IEnumerable<string> Names(ConfigNode? node) => node switch
    {
        ConfigMapping mapping => mapping.Entries.Select(entry => entry.Key),
        ConfigSequence sequence => sequence.Items.OfType<ConfigScalar>().Select(item => item.Text ?? ""),
        _ => [],
    };

    private static IEnumerable<string> Sources(ConfigNode? node) => node is ConfigSequence sequence
        ? sequence.Items.Select(item => item is ConfigMapping mapping ? (mapping.Get("source") as ConfigScalar)?.Text ?? "" : (item as ConfigScalar)?.Text ?? "")
        : [];
}
