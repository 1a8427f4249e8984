using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Output;

/// <summary>What all JSON output has in common: readable letters, one object, positions 0-based and in UTF-16 units as in LSP.</summary>
internal static class JsonOutput
{
    // Arrows and letters stay readable; the output is no HTML.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object and a line break.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>Writes an array of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> content)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            content(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an array of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a range as LSP does.</summary>
    public static void WriteRange(this Utf8JsonWriter json, SourceText text, TextSpan span)
    {
        json.WriteStartObject("range");
        json.WritePosition("start", text.PositionAt(span.Start));
        json.WritePosition("end", text.PositionAt(span.End));
        json.WriteEndObject();
    }

    private static void WritePosition(this Utf8JsonWriter json, string name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("character", position.Character);
        json.WriteEndObject();
    }
}
