using LspCompose.Analysis.Composition;
using LspCompose.Analysis.Migration;

namespace LspCompose.Analysis.Graphs;

/// <summary>A project before and after its migration, and the paths of the files it is made of.</summary>
public sealed record ProjectPicture(IReadOnlyList<string> Files, ProjectGraph Before, ProjectGraph After)
{
    /// <summary>The picture of the project of some files, in the order they are merged.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ProjectPicture Of(Workspace workspace, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        List<string> files = [.. ProjectComposition.OfFiles(workspace, paths).Files.Select(file => file.Path)];
        var migrated = Migrate(workspace, [.. files.Select(workspace.FindComposeFile).OfType<ComposeFile>()], cancellation);
        return new ProjectPicture(files, ProjectGraphs.Of(workspace, paths), ProjectGraphs.Of(migrated, paths));
    }

    /// <summary>The workspace with the files migrated, as <c>lspcompose migrate</c> would.</summary>
    private static Workspace Migrate(Workspace workspace, IReadOnlyList<ComposeFile> files, CancellationToken cancellation)
    {
        // A file that was only loaded is migrated like one the user works on.
        var before = files.Aggregate(workspace, (known, file) => known.TryGetFile(file.Path, out _) ? known : known.WithFile(file.Path, file.Text));
        var migration = NetworkMigration.Run(before, [.. files.Select(file => file.Path)], new MigrationOptions(), cancellation);
        return files.Aggregate(before, (known, file) => known.WithFile(file.Path, file.Text.With(migration.For(file.Path).Edits)));
    }
}
