using Newtonsoft.Json.Linq;

namespace LspCompose.Analysis.Schema;

/// <summary>
/// Turns the schema into that of an older Compose. Docker Compose 2.26 of the distributions carries compose-go 2.4.8, which is far newer than its number
/// says, so <c>x-since</c> alone cannot tell and the differences are listed.
/// </summary>
internal static class SchemaHistory
{
    /// <summary>Keyword with the keys a newer Compose knows, and since when.</summary>
    public const string NewerKeys = "x-newer-keys";

    /// <summary>Takes out of the schema what compose-go 2.4.8 does not know.</summary>
    public static void BackTo226(JObject schema)
    {
        RemoveKeys(schema, "models");
        RemoveKeys(schema["$defs"]?["service"], "models", "pre_start", "provider", "pull_refresh_after", "use_api_socket");
        RemoveKeys(schema["$defs"]?["build"], "no_cache_filter", "provenance", "sbom");
        RemoveKeys(schema["$defs"]?["mount"], "image");
        RemoveKeys(Property(schema, "mount", "volume"), "labels");
        RemoveKeys(schema["$defs"]?["network_attachment"], "interface_name");
        RemoveKeys(schema["$defs"]?["watch_rule"], "include", "initial_sync");
        RemoveKeyword(schema["$defs"]?["hook"], "required");
        RemoveKeyword(Property(schema, "service", "container_name"), "pattern");
        RemoveKeyword(Property(schema, "mount", "type"), "enum");
        foreach (var grant in (string[])["config_grant", "secret_grant", "build_secret_grant"])
        {
            RemoveKeyword(schema["$defs"]?[grant]?["oneOf"]?[1]?["properties"]?["mode"], "x-refused");
        }

        Replace(schema, "watch_rule", "ignore", new JObject(new JProperty("type", "array"), new JProperty("items", new JObject(new JProperty("type", "string")))));
        if (Property(schema, "service", "pull_policy") is JObject pullPolicy)
        {
            pullPolicy.Remove("pattern");
            pullPolicy["enum"] = new JArray("always", "never", "if_not_present", "build", "missing");
        }

        if (Property(schema, "dependency", "required") is JObject required)
        {
            required.Remove("x-cast");
            required["type"] = "boolean";
        }
    }

    private static JToken? Property(JObject schema, string definition, string key) => schema["$defs"]?[definition]?["properties"]?[key];

    private static void RemoveKeys(JToken? mapping, params ReadOnlySpan<string> keys)
    {
        if (mapping is not JObject node || node["properties"] is not JObject properties)
        {
            return;
        }

        var newer = new JObject();
        foreach (var key in keys)
        {
            newer[key] = properties[key]?["x-since"]?.DeepClone() ?? "";
            properties.Remove(key);
        }

        node[NewerKeys] = newer;
    }

    private static void RemoveKeyword(JToken? token, string keyword) => (token as JObject)?.Remove(keyword);

    private static void Replace(JObject schema, string definition, string key, JObject node)
    {
        if (Property(schema, definition, key) is JObject old)
        {
            node["description"] = old["description"]?.DeepClone();
            old.Replace(node);
        }
    }
}
