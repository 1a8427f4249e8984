using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features;

/// <summary>What can be changed at a place of a file.</summary>
public static class CodeActions
{
    /// <summary>
    /// The fixes of the findings that touch the span, best first, and then those for the whole file (kind <see cref="Findings.FixKind.Source"/>).
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<CodeAction> At(Workspace workspace, string path, TextSpan span, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return [];
    }
}
