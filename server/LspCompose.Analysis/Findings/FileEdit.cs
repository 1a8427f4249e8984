using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Findings;

/// <summary>A text edit of one file of the workspace, in the coordinates of its current text.</summary>
public sealed record FileEdit(string Path, TextEdit Edit)
{
    /// <summary>True when the file does not exist yet: it is made, and the edit gives it its text.</summary>
    public bool CreatesFile { get; init; }

    /// <summary>An edit that makes a file.</summary>
    public static FileEdit Create(string path, string text) => new(path, TextEdit.Insert(0, text)) { CreatesFile = true };
}
