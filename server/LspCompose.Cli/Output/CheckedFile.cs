using LspCompose.Analysis;
using LspCompose.Analysis.Findings;
using LspCompose.Cli.Input;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Output;

/// <summary>A file that was checked, the workspace it was checked in and what was found.</summary>
internal sealed record CheckedFile(string Path, Workspace Workspace, IReadOnlyList<Finding> Findings)
{
    /// <summary>How files are shown.</summary>
    public DisplayNames Names { get; init; } = DisplayNames.AsIs;

    /// <summary>The file's name as it is shown.</summary>
    public string Shown => Names.Of(Path);

    /// <summary>The text of a file of the same workspace, empty for a file the workspace does not hold.</summary>
    public SourceText TextOf(string path) => Workspace.Find(path) is FileContent.Present present ? present.Text : SourceText.From("");
}
