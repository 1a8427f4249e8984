using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Model;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Refactorings;

namespace LspCompose.Analysis.Migration;

/// <summary>Works out what becomes of the running containers of a project once its migrated files are brought up.</summary>
internal static class EngineRollouts
{
    // Compose leaves these out when it compares a service with its containers.
    private static readonly string[] NotCompared = ["build", "pull_policy", "scale", "profiles"];

    private static readonly string[] Namespaces = ["network_mode", "ipc", "pid"];

    /// <summary>What happens on the engine; null without one.</summary>
    public static EngineRollout? Of(Workspace workspace, string path, MigrationResult migration)
    {
        if (workspace.Engine is not { } engine || engine.Untold.HasFlag(EngineParts.Containers) || !migration.IsChange)
        {
            return null;
        }

        var project = workspace.Projects.For(path);
        var request = project.Request with { RunsHere = true };
        var migrated = migration.Files.Where(file => file.Edits.Count > 0).Aggregate(workspace, (known, file) => known.FindComposeFile(file.Path) is { } old ? known.WithFile(file.Path, old.Text.With(file.Edits)) : known);
        var (before, after) = (ProjectLoader.Load(workspace, request), ProjectLoader.Load(migrated, request));
        var containers = engine.Containers.Where(container => container.Project == project.Name && container is { IsOneOff: false, Service: not null }).ToLookup(container => container.Service ?? "", StringComparer.Ordinal);
        if (containers.Count == 0)
        {
            return new EngineRollout([], [], []);
        }

        var (old, now) = (Mapping(before, "services"), Mapping(after, "services"));
        var isLegacy = project.Request.Files.Any(file => workspace.FindComposeFile(file)?.Model.Format == ComposeFormat.Legacy);
        var changed = now.Where(service => isLegacy || containers[service.Key].Any(IsOfComposeOne) || !old.TryGetValue(service.Key, out var was) || !IsSame(workspace, was, service.Value)).Select(service => service.Key).ToHashSet(StringComparer.Ordinal);
        AddDependents(workspace, now, changed);
        var isStanding = engine.Networks.Select(network => network.Name).ToHashSet(StringComparer.Ordinal);
        return new EngineRollout(
            [.. now.Keys.Where(service => changed.Contains(service) && containers.Contains(service))],
            [.. containers.Where(service => !now.ContainsKey(service.Key) && IsService(workspace, project, service.Key)).SelectMany(service => service).Select(container => container.Name).Order(StringComparer.Ordinal)],
            [.. Mapping(after, "networks").Where(network => !Mapping(before, "networks").ContainsKey(network.Key)).Select(network => network.Value).OfType<ConfigMapping>()
                .Where(network => network.Get("external") is not ConfigScalar { Value: true }).Select(network => (network.Get("name") as ConfigScalar)?.Text).OfType<string>().Where(name => !isStanding.Contains(name))]);
    }

    // Later ones compare nothing with what the first one made.
    private static bool IsOfComposeOne(EngineContainer container) => container.Labels.GetValueOrDefault("com.docker.compose.version")?.StartsWith("1.", StringComparison.Ordinal) == true;

    private static bool IsService(Workspace workspace, Project project, string name) => project.Request.Files.Any(file => workspace.FindComposeFile(file)?.Model.Find(name) is not null);

    // Compose 2.26 counts the start order among what makes a container, later ones do not.
    private static bool IsSame(Workspace workspace, ConfigNode before, ConfigNode after) => SameModel.AreEqual(Compared(workspace, before), Compared(workspace, after));

    private static ConfigNode Compared(Workspace workspace, ConfigNode service) => service is ConfigMapping mapping
        ? new ConfigMapping(mapping.Place, [.. mapping.Entries.Where(entry => !NotCompared.Contains(entry.Key) && (entry.Key != "depends_on" || workspace.Settings.Target == ComposeTarget.Compose226))])
        : service;

    // A container holds on to the very container whose namespace it shares; Compose 2.26 makes all that depend on a new one anew.
    private static void AddDependents(Workspace workspace, Dictionary<string, ConfigNode> services, HashSet<string> changed)
    {
        var dependents = services.SelectMany(service => Needed(workspace, service.Value).Select(needed => (needed, service.Key))).ToLookup(edge => edge.needed, edge => edge.Key, StringComparer.Ordinal);
        var open = new Stack<string>(changed);
        while (open.TryPop(out var next))
        {
            foreach (var dependent in dependents[next].Where(changed.Add))
            {
                open.Push(dependent);
            }
        }
    }

    private static IEnumerable<string> Needed(Workspace workspace, ConfigNode service)
    {
        if (service is not ConfigMapping mapping)
        {
            return [];
        }

        var shared = Namespaces.Select(key => ServiceReader.ServiceOf((mapping.Get(key) as ConfigScalar)?.Text)).OfType<string>();
        var mounted = ((mapping.Get("volumes_from") as ConfigSequence)?.Items ?? []).Select(item => (item as ConfigScalar)?.Text).OfType<string>().Select(item => item.Split(':')[0]);
        var ordered = workspace.Settings.Target == ComposeTarget.Compose226 ? ((mapping.Get("depends_on") as ConfigMapping)?.Entries ?? []).Select(entry => entry.Key) : [];
        return shared.Concat(mounted).Concat(ordered);
    }

    private static Dictionary<string, ConfigNode> Mapping(Project project, string key) =>
        ((project.Model.Get(key) as ConfigMapping)?.Entries ?? []).DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}
