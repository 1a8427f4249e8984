using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LspCompose.Analysis.Tests.Schema;

/// <summary>The schema of Compose files in <c>schemas</c>, and the official one it is held against.</summary>
internal static class SchemaFile
{
    /// <summary>The folder of the schemas.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile()) ?? "", "..", "..", "..", "schemas"));

    public static JsonElement Ours { get; } = Read(Path.Combine(Folder, "compose.schema.json"));

    public static JsonElement Official() => Read(SharedData.Find("compose-spec", "compose-spec.json"));

    /// <summary>The definition a <c>$ref</c> names; null when there is none.</summary>
    public static JsonElement? Resolve(JsonElement schema, string reference)
    {
        const string prefix = "#/$defs/";
        return reference.StartsWith(prefix, StringComparison.Ordinal) && schema.GetProperty("$defs").TryGetProperty(reference[prefix.Length..], out var definition) ? definition : null;
    }

    private static JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
