using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Projects;

/// <summary>A place in a file: the file's path and a span in 0-based UTF-16 offsets of its text.</summary>
public readonly record struct SourcePlace(string Path, TextSpan Span);
