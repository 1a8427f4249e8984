using System.Text.Json;

namespace LspCompose.Engine.Watching;

/// <summary>What the events gathered so far have made stale.</summary>
internal sealed class EngineChanges
{
    // What containers do all the time and what changes nothing that is looked at: commands run in them, most of all for health checks, and the like.
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "attach", "detach", "top", "resize", "export", "commit", "copy", "archive-path", "extract-to-dir", "kill", "init", "mount", "unmount", "cleanup", "sync", "prune",
    };

    private readonly HashSet<string> containers = new(StringComparer.Ordinal);

    /// <summary>Containers to read again.</summary>
    public IReadOnlyCollection<string> Containers => containers;

    /// <summary>Whether all containers are to be read again.</summary>
    public bool AllContainers { get; private set; }

    /// <summary>Whether the images are to be read again.</summary>
    public bool Images { get; private set; }

    /// <summary>Whether the networks are to be read again.</summary>
    public bool Networks { get; private set; }

    /// <summary>Whether the volumes are to be read again.</summary>
    public bool Volumes { get; private set; }

    /// <summary>Whether what the swarm holds is to be read again.</summary>
    public bool Swarm { get; private set; }

    /// <summary>True when nothing is to be read again.</summary>
    public bool IsEmpty => containers.Count == 0 && !AllContainers && !Images && !Networks && !Volumes && !Swarm;

    /// <summary>Everything is to be read again.</summary>
    public void AddAll() => AllContainers = Images = Networks = Volumes = Swarm = true;

    /// <summary>Adds what an event, a line of JSON, makes stale.</summary>
    /// <exception cref="JsonException">The line is no event.</exception>
    public void Add(string line)
    {
        using var json = JsonDocument.Parse(line);
        var message = json.RootElement;
        var actor = Element(message, "Actor");
        var id = Text(actor, "ID") is { Length: > 0 } named ? named : Text(message, "id");
        var action = Text(message, "Action") is { Length: > 0 } told ? told : Text(message, "status");
        switch (Text(message, "Type"))
        {
            case "container" when !Noise.Contains(action) && !action.StartsWith("exec", StringComparison.Ordinal):
                AddContainer(id);

                // Links of others name it.
                AllContainers |= action == "rename";
                break;
            case "network" when action is "connect" or "disconnect":
                AddContainer(Text(Element(actor, "Attributes"), "container"));
                break;
            case "network":
                Networks = true;
                break;
            case "image" when action is not ("push" or "save"):
                Images = true;
                break;
            case "volume" when action is not ("mount" or "unmount"):
                Volumes = true;
                break;
            case "secret" or "config" or "node":
                Swarm = true;
                break;
        }
    }

    private void AddContainer(string id)
    {
        if (id.Length > 0)
        {
            containers.Add(id);
        }
    }

    private static JsonElement Element(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement element, string name) => Element(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";
}
