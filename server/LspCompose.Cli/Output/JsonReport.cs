using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Output;

/// <summary>Findings for programs: one object, version 1, its keys in a fixed order, positions 0-based and in UTF-16 units as in LSP.</summary>
internal static class JsonReport
{
    // Arrows and letters stay readable; the output is no HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes every file that was checked, those without findings too.</summary>
    public static void Write(TextWriter output, IReadOnlyList<CheckedFile> files)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                WriteFile(json, file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteFile(Utf8JsonWriter json, CheckedFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteStartArray("findings");
        foreach (var finding in file.Findings)
        {
            WriteFinding(json, file, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, CheckedFile file, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("severity", SeverityNames.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        WriteRange(json, file.TextOf(file.Path), finding.Span);
        json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            json.WriteStartObject();
            json.WriteString("path", related.Path);
            WriteRange(json, file.TextOf(related.Path), related.Span);
            json.WriteString("message", related.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            WriteFix(json, file, fix);
        }

        json.WriteEndArray();
        json.WriteString("url", finding.Rule.Url.AbsoluteUri);
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, CheckedFile file, Fix fix)
    {
        json.WriteStartObject();
        json.WriteString("title", fix.Title);
        json.WriteString("kind", fix.Kind switch
        {
            FixKind.QuickFix => "quickfix",
            FixKind.Refactor => "refactor",
            _ => "source",
        });
        json.WriteBoolean("safe", fix.IsSafe);
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            json.WriteString("path", edit.Path);
            WriteRange(json, file.TextOf(edit.Path), edit.Edit.Span);
            json.WriteString("newText", edit.Edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, SourceText text, TextSpan span)
    {
        json.WriteStartObject("range");
        WritePosition(json, "start", text.PositionAt(span.Start));
        WritePosition(json, "end", text.PositionAt(span.End));
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("character", position.Character);
        json.WriteEndObject();
    }
}
