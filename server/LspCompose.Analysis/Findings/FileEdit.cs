using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Findings;

/// <summary>A text edit of one file of the workspace, in the coordinates of its current text.</summary>
public sealed record FileEdit(string Path, TextEdit Edit);
