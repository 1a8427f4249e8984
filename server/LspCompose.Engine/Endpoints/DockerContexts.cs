using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LspCompose.Engine.Endpoints;

/// <summary>Reads the contexts the docker CLI keeps in its folder.</summary>
internal static class DockerContexts
{
    /// <summary>The name of the context in use; empty for none, and where the file that names it cannot be read: the docker CLI goes on then, too.</summary>
    public static string Current(string configFolder)
    {
        var path = Path.Combine(configFolder, "config.json");
        if (configFolder.Length == 0 || !File.Exists(path))
        {
            return "";
        }

        try
        {
            using var json = Open(path);
            return Text(json.RootElement, "currentContext");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Reads a context by its name.</summary>
    public static DockerContext Read(string configFolder, string name, string chosenBy)
    {
        // The CLI names the folders so, whatever characters the context's name has.
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var path = Path.Combine(configFolder, "contexts", "meta", id, "meta.json");
        if (!File.Exists(path))
        {
            return Wrong($"There is no context '{name}', which {chosenBy} names; 'docker context ls' lists those there are, 'docker context use' chooses one.");
        }

        try
        {
            using var json = Open(path);
            if (!TryGet(json.RootElement, "Endpoints", out var endpoints) || !TryGet(endpoints, "docker", out var docker) || docker.ValueKind != JsonValueKind.Object)
            {
                return Wrong($"Context '{name}' names no Docker engine ({path}); choose another with 'docker context use'.");
            }

            return new DockerContext
            {
                Host = Text(docker, "Host").Trim(),
                Trust = TryGet(docker, "SkipTLSVerify", out var skip) && skip.ValueKind == JsonValueKind.True ? EngineTrust.Anybody : EngineTrust.Verified,
                TlsFolder = Path.Combine(configFolder, "contexts", "tls", id, "docker"),
            };
        }
        catch (JsonException exception)
        {
            return Wrong($"{path}, the file of context '{name}', is no JSON (line {exception.LineNumber + 1}); make the context anew.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Wrong($"{path}, the file of context '{name}', cannot be read ({exception.Message.TrimEnd('.')}); make it readable.");
        }
    }

    private static DockerContext Wrong(string problem) => new() { Problem = problem };

    private static JsonDocument Open(string path)
    {
        using var file = File.OpenRead(path);
        return JsonDocument.Parse(file);
    }

    private static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }

    private static string Text(JsonElement element, string name) =>
        TryGet(element, name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
