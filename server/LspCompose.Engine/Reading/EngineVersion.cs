using System.Text.Json;

namespace LspCompose.Engine.Reading;

/// <summary>What an engine says about itself.</summary>
internal sealed record EngineVersion(string Version, string ApiVersion, string Product, string Os, string Architecture)
{
    /// <summary>The engine's clock as it answered, to the second; null where it did not tell.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Reads the answer; null where it is none of an engine.</summary>
    public static EngineVersion? Of(JsonElement answer)
    {
        var version = Text(answer, "Version");
        return version.Length == 0 ? null : new EngineVersion(version, Text(answer, "ApiVersion"), ProductOf(answer), Text(answer, "Os"), Text(answer, "Arch"));
    }

    // Docker names its edition as the platform, which distributions leave empty; Podman and others name themselves as the first component.
    private static string ProductOf(JsonElement answer)
    {
        var components = TryGet(answer, "Components", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(component => Text(component, "Name")).ToList() : [];
        if (components.Find(name => name.Contains("Podman", StringComparison.OrdinalIgnoreCase)) is { } podman)
        {
            return podman;
        }

        var platform = TryGet(answer, "Platform", out var named) ? Text(named, "Name") : "";
        return platform.Length > 0 ? platform : components.FirstOrDefault() is { } first ? first == "Engine" ? "Docker Engine" : first : "";
    }

    private static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }

    private static string Text(JsonElement element, string name) =>
        TryGet(element, name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
