using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features.Words;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Features.Hovers;

/// <summary>Networks and volumes as the engine has them.</summary>
internal static class ResourceStory
{
    private const int MaxUsers = 12;

    /// <summary>A network: its real name, driver and addresses, and who is on it. Null where its real name is not known.</summary>
    public static string? OfNetwork(ProjectOnEngine project, string key)
    {
        if (RealNames.Of(project.Project, "networks", key) is not { } name)
        {
            return null;
        }

        return RealNames.FindNetwork(project.Engine, name) is not { } network ? Missing(project, EngineParts.Networks, "networks", key, name, "network") : Found(
            $"has network {Code.Of(network.Name)}",
            ("driver", network.Driver.Length > 0 ? Code.Of(network.Driver) + (network.Scope is "" or "local" ? "" : $", {network.Scope}") + (network.IsInternal ? ", internal: nothing outside can be reached from it" : "") : ""),
            ("subnet", string.Join(", ", network.Subnets.Select(Code.Of))),
            ("on it", Users(project, container => container.Networks.Any(attachment => attachment.Network == network.Name))));
    }

    /// <summary>A volume: its real name and driver, and who mounts it. Null where its real name is not known.</summary>
    public static string? OfVolume(ProjectOnEngine project, string key)
    {
        if (RealNames.Of(project.Project, "volumes", key) is not { } name)
        {
            return null;
        }

        return project.Engine.Volumes.FirstOrDefault(known => known.Name == name) is not { } volume ? Missing(project, EngineParts.Volumes, "volumes", key, name, "volume") : Found(
            $"has volume {Code.Of(name)}",
            ("driver", volume.Driver.Length > 0 ? Code.Of(volume.Driver) : ""),
            ("mounted by", Users(project, container => container.Mounts.Any(mount => mount.Volume == name))));
    }

    private static string Found(string what, params (string Name, string Value)[] facts) =>
        string.Join("\n\n", new[] { $"**Engine:** {what}", string.Join('\n', facts.Where(fact => fact.Value.Length > 0).Select(fact => $"- {fact.Name}: {fact.Value}")) }.Where(part => part.Length > 0));

    private static string? Missing(ProjectOnEngine project, EngineParts part, string section, string key, string name, string kind) => project.Engine.Untold.HasFlag(part) ? null
        : RealNames.IsExternal((project.Project.Model.Get(section) as ConfigMapping)?.Get(key))
        ? $"**Engine:** no {kind} {Code.Of(name)}. `docker {kind} create` makes it."
        : $"**Engine:** not created yet. `docker compose up` makes it as {Code.Of(name)}.";

    // Services of this project by their names, once however many containers they have; everybody else by the name of the container.
    private static string Users(ProjectOnEngine project, Func<EngineContainer, bool> isUser)
    {
        var users = project.Engine.Containers.Where(isUser)
            .Select(container => container.Project == project.Containers.Project && container.Service is { } service && !container.IsOneOff ? (Order: 0, Text: Code.Of(service)) : (Order: 1, Text: $"container {Code.Of(container.Name)}"))
            .Distinct().OrderBy(user => user.Order).ThenBy(user => user.Text, StringComparer.Ordinal).Select(user => user.Text).ToList();
        return users.Count == 0 ? "nobody" : string.Join(", ", users.Take(MaxUsers)) + (users.Count > MaxUsers ? $" and {users.Count - MaxUsers} more" : "");
    }
}
