using LspCompose.Analysis.Migration;
using LspCompose.Cli.Input;

namespace LspCompose.Cli.Changes;

/// <summary>A file and its migration.</summary>
internal sealed record FileMigration(InputFile File, MigrationResult Result)
{
    /// <summary>The change the migration makes.</summary>
    public FileChange Change { get; } = new(File, File.Text.With(Result.Edits));
}
