using System.Text.Json;
using LspCompose.Analysis.Findings;

namespace LspCompose.Cli.Output;

/// <summary>Findings for programs: one object, version 1, its keys in a fixed order.</summary>
internal static class JsonReport
{
    /// <summary>Writes every file that was checked, those without findings too.</summary>
    public static void Write(TextWriter output, IReadOnlyList<CheckedFile> files) => JsonOutput.Write(output, json =>
    {
        json.WriteNumber("version", 1);
        json.WriteObjects("files", files, file =>
        {
            json.WriteString("path", file.Shown);
            json.WriteObjects("findings", file.Findings, finding => WriteFinding(json, file, finding));
        });
    });

    private static void WriteFinding(Utf8JsonWriter json, CheckedFile file, Finding finding)
    {
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("severity", SeverityNames.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteRange(file.TextOf(file.Path), finding.Span);
        json.WriteObjects("related", finding.Related, related =>
        {
            json.WriteString("path", file.Names.Of(related.Path));
            json.WriteRange(file.TextOf(related.Path), related.Span);
            json.WriteString("message", related.Message);
        });
        json.WriteObjects("fixes", finding.Fixes, fix => WriteFix(json, file, fix));
        json.WriteString("url", finding.Rule.Url.AbsoluteUri);
    }

    private static void WriteFix(Utf8JsonWriter json, CheckedFile file, Fix fix)
    {
        json.WriteString("title", fix.Title);
        json.WriteString("kind", fix.Kind switch
        {
            FixKind.QuickFix => "quickfix",
            FixKind.Rewrite or FixKind.Extract or FixKind.Inline => "refactor",
            _ => "source",
        });
        json.WriteBoolean("safe", fix.IsSafe);
        json.WriteObjects("edits", fix.Edits, edit =>
        {
            json.WriteString("path", file.Names.Of(edit.Path));
            json.WriteRange(file.TextOf(edit.Path), edit.Edit.Span);
            json.WriteString("newText", edit.Edit.NewText);
        });
    }
}
