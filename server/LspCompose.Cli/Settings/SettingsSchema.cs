using System.Text;
using System.Text.Json;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Rules;
using LspCompose.Analysis.Settings;

namespace LspCompose.Cli.Settings;

/// <summary>The JSON Schema of <c>.lspcompose.yaml</c>, made from the rules, so that editors complete and check the settings.</summary>
internal static class SettingsSchema
{
    /// <summary>The schema (draft 2020-12), lines ended by LF.</summary>
    public static string Json()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "Settings of LspCompose");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            json.WriteStartObject("rules");
            json.WriteString("description", "Severity of each rule; 'off' switches it off. Rules not named keep their own.");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            foreach (var rule in RuleCatalogue.All)
            {
                json.WriteStartObject(rule.Id);
                json.WriteString("description", rule.Title);
                json.WriteStartArray("enum");
                foreach (var severity in SettingsFile.Severities)
                {
                    json.WriteStringValue(severity);
                }

                // YAML 1.1 reads a plain off as false.
                json.WriteBooleanValue(false);
                json.WriteEndArray();
                json.WriteString("default", SeverityNames.Of(rule.DefaultSeverity));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            WriteChoice(json, "strategy", "What links give way to: a network of its own name that every service moves to, or the project's default network.", StrategyNames.All);
            WriteChoice(json, "target", "The Docker Compose to agree with: the newest one known, or 2.26 as Linux distributions ship it.", TargetNames.All);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteChoice(Utf8JsonWriter json, string key, string description, IReadOnlyList<string> values)
    {
        json.WriteStartObject(key);
        json.WriteString("description", description);
        json.WriteStartArray("enum");
        foreach (var name in values)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteString("default", values[0]);
        json.WriteEndObject();
    }
}
