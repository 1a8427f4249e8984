using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LspCompose.Analysis.Projects.Output;

/// <summary>A model as JSON, laid out as <c>docker compose config --format json</c> does.</summary>
public static class ModelJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>The model's text, lines ended by LF. It is a Compose file that means the same.</summary>
    public static string Write(ConfigMapping model) => Write(model, _ => null);

    /// <summary>
    /// The model's text with the origin of each value in <c>x-sources</c>: from JSON pointers (RFC 6901) to paths and 1-based lines. Values whose origin is null are not there.
    /// </summary>
    public static string Write(ConfigMapping model, Func<ConfigNode, (string Path, int Line)?> origin)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var sources = new List<(string Pointer, string Path, int Line)>();
            json.WriteStartObject();
            foreach (var entry in KeyOrder.Sort(model, ""))
            {
                json.WritePropertyName(ModelText.Escape(entry.Key));
                Write(entry.Value, KeyOrder.Below("", entry.Key), $"/{Part(entry.Key)}");
            }

            if (sources.Count > 0)
            {
                json.WriteStartObject("x-sources");
                foreach (var (pointer, path, line) in sources)
                {
                    json.WriteStartObject(ModelText.Escape(pointer));
                    json.WriteString("path", path);
                    json.WriteNumber("line", line);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();

            void Write(ConfigNode node, string pattern, string pointer)
            {
                if (node is ConfigScalar or ConfigMapping { Entries.Count: 0 } or ConfigSequence { Items.Count: 0 } && origin(node) is { } place)
                {
                    sources.Add((pointer, place.Path, place.Line));
                }

                switch (node)
                {
                    case ConfigMapping mapping:
                        json.WriteStartObject();
                        foreach (var entry in KeyOrder.Sort(mapping, pattern))
                        {
                            json.WritePropertyName(ModelText.Escape(entry.Key));
                            Write(entry.Value, KeyOrder.Below(pattern, entry.Key), $"{pointer}/{Part(entry.Key)}");
                        }

                        json.WriteEndObject();
                        break;
                    case ConfigSequence sequence:
                        json.WriteStartArray();
                        for (var index = 0; index < sequence.Items.Count; index++)
                        {
                            Write(sequence.Items[index], pattern + "/*", $"{pointer}/{index}");
                        }

                        json.WriteEndArray();
                        break;
                    case ConfigScalar scalar:
                        WriteValue(json, scalar);
                        break;
                    default:
                        json.WriteNullValue();
                        break;
                }
            }
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void WriteValue(Utf8JsonWriter json, ConfigScalar scalar)
    {
        switch (scalar.Value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(ModelText.Escape(scalar.Text ?? ModelText.Plain(scalar.Value)));
                break;
        }
    }

    private static string Part(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
