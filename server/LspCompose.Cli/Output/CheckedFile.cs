using LspCompose.Analysis;
using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Output;

/// <summary>A file that was checked, the workspace it was checked in and what was found.</summary>
internal sealed record CheckedFile(string Path, Workspace Workspace, IReadOnlyList<Finding> Findings)
{
    /// <summary>The text of a file of the same workspace, empty for a file the workspace does not hold.</summary>
    public SourceText TextOf(string path) => Workspace.TryGetFile(path, out var file) ? file.Text : SourceText.From("");
}
