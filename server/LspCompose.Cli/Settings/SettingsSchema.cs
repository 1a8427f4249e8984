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
            WriteFormat(json);
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

    private static void WriteFormat(Utf8JsonWriter json)
    {
        json.WriteStartObject("format");
        json.WriteString("description", "How 'lspcompose format' and editors lay out files.");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var setting in FormatSettings.All)
        {
            json.WriteStartObject(setting.Key);
            json.WriteString("description", setting.Description);
            json.WriteStartArray("enum");
            foreach (var word in setting.Words)
            {
                if (int.TryParse(word, out var number))
                {
                    json.WriteNumberValue(number);
                }
                else
                {
                    json.WriteStringValue(word);
                }
            }

            json.WriteEndArray();
            if (setting.Default is { } value)
            {
                json.WriteString("default", value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
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
