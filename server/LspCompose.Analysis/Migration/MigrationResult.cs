using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Migration;

/// <summary>The migration of a project: what happens to each of its files, and what changes for the running system.</summary>
public sealed record MigrationResult(IReadOnlyList<FileMigrationResult> Files)
{
    /// <summary>The migration that does nothing.</summary>
    public static MigrationResult Nothing { get; } = new([]);

    /// <summary>What changes at run time, one sentence each.</summary>
    public IReadOnlyList<string> RuntimeChanges { get; init; } = [];

    /// <summary>What bringing the migrated files up does to the containers of an engine, told in <see cref="RuntimeChanges"/> too; null without an engine.</summary>
    public EngineRollout? Rollout { get; init; }

    /// <summary>What may need the old form, one sentence each; empty when the migration is safe.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Name of the network the edits create for all services, null when they create none.</summary>
    public string? NetworkName { get; init; }

    /// <summary>True when names resolve to the same services as before, so the edits may be applied without asking.</summary>
    public bool IsSafe => Doubts.Count == 0;

    /// <summary>True when any file changes.</summary>
    public bool IsChange => Files.Any(file => file.Edits.Count > 0);

    /// <summary>What is converted in any of the files.</summary>
    public IReadOnlyList<MigrationNote> Converted => [.. Files.SelectMany(file => file.Converted)];

    /// <summary>What is left in any of the files.</summary>
    public IReadOnlyList<MigrationNote> Left => [.. Files.SelectMany(file => file.Left)];

    /// <summary>The services among which a start order is given up, in quotes.</summary>
    internal IReadOnlyList<string> Unordered { get; init; } = [];

    /// <summary>The networks made outside of the project that services join, by their names there.</summary>
    internal IReadOnlyList<string> JoinedNetworks { get; init; } = [];

    /// <summary>True when a service gets a network alias.</summary>
    internal bool HasNewAliases { get; init; }

    /// <summary>The edits of all files.</summary>
    public IReadOnlyList<FileEdit> Edits => [.. Files.SelectMany(file => file.Edits.Select(edit => new FileEdit(file.Path, edit)))];

    /// <summary>What happens to one file; nothing where the migration does not know it.</summary>
    public FileMigrationResult For(string path) => Files.FirstOrDefault(file => file.Path == path) ?? new FileMigrationResult(path, []);
}
