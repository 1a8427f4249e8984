using LspCompose.Analysis.Migration;
using LspCompose.Cli.Changes;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Output;

/// <summary>What a migration converts, leaves and changes at run time.</summary>
internal static class MigrationReport
{
    /// <summary>Writes one line for each thing to tell about a file, for people.</summary>
    public static void Write(TextWriter output, FileMigration migration)
    {
        var path = Printable.Line(migration.File.Path.Display);
        WriteNotes(output, migration, "converted", migration.Result.Converted);
        WriteNotes(output, migration, "left", migration.Result.Left);
        foreach (var change in migration.RuntimeChanges)
        {
            output.WriteLine($"{path}: at run time: {Printable.Line(change)}");
        }

        if (!migration.Change.IsChange && migration.Result.Left.Count == 0)
        {
            output.WriteLine($"{path}: nothing to migrate");
        }
    }

    /// <summary>Writes the migrations of all files as one object, version 1, for programs.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<FileMigration> migrations) => JsonOutput.Write(output, json =>
    {
        json.WriteNumber("version", 1);
        json.WriteObjects("files", migrations, migration =>
        {
            var text = migration.File.Text;
            json.WriteString("path", migration.File.Path.Display);
            json.WriteBoolean("safe", migration.Doubts.Count == 0);
            json.WriteObjects("edits", migration.Result.Edits, edit =>
            {
                json.WriteRange(text, edit.Span);
                json.WriteString("newText", edit.NewText);
            });
            json.WriteObjects("converted", migration.Result.Converted, note => WriteNote(json, text, note));
            json.WriteObjects("left", migration.Result.Left, note => WriteNote(json, text, note));
            json.WriteTexts("runtimeChanges", migration.RuntimeChanges);
            if (migration.Rollout is { } rollout)
            {
                json.WriteStartObject("rollout");
                json.WriteTexts("recreated", rollout.Recreated);
                json.WriteTexts("orphaned", rollout.Orphaned);
                json.WriteTexts("networks", rollout.Networks);
                json.WriteEndObject();
            }
        });
    });

    private static void WriteNote(System.Text.Json.Utf8JsonWriter json, SourceText text, MigrationNote note)
    {
        json.WriteRange(text, note.Span);
        json.WriteString("message", note.Message);
    }

    private static void WriteNotes(TextWriter output, FileMigration migration, string kind, IReadOnlyList<MigrationNote> notes)
    {
        foreach (var note in notes)
        {
            var position = migration.File.Text.PositionAt(note.Span.Start);
            output.WriteLine($"{Printable.Line(migration.File.Path.Display)}:{position.Line + 1}:{position.Character + 1}: {kind}: {Printable.Line(note.Message)}");
        }
    }
}
