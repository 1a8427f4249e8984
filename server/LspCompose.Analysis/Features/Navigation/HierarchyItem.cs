using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>A service in the hierarchy of dependencies: its file, the 0-based UTF-16 spans of all of it and of its name, and what it runs where that is known.</summary>
public sealed record HierarchyItem(string Name, string Path, TextSpan Whole, TextSpan Span, string? Image);
