using LspCompose.Analysis.Migration;
using LspCompose.Cli.Input;

namespace LspCompose.Cli.Changes;

/// <summary>A file and what the migration of its project does to it. What changes at run time is told with the project's first file that changes.</summary>
internal sealed record FileMigration(InputFile File, FileMigrationResult Result, IReadOnlyList<string> RuntimeChanges, IReadOnlyList<string> Doubts)
{
    /// <summary>What bringing the migrated project up does to the containers of the engine; null without an engine, and told with the same file as what changes at run time.</summary>
    public EngineRollout? Rollout { get; init; }

    /// <summary>The change the migration makes.</summary>
    public FileChange Change { get; } = new(File, File.Text.With(Result.Edits));

    /// <summary>The migration of each file of a project.</summary>
    public static IEnumerable<FileMigration> Of(MigrationResult migration, Func<string, InputFile> open)
    {
        var first = migration.Files.FirstOrDefault(file => file.Edits.Count > 0) ?? (migration.Files.Count > 0 ? migration.Files[0] : null);
        return migration.Files.Select(file => new FileMigration(open(file.Path), file, file == first ? migration.RuntimeChanges : [], file == first ? migration.Doubts : []) { Rollout = file == first ? migration.Rollout : null });
    }
}
