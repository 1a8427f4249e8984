using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>A place where a thing is named: the file, the 0-based UTF-16 span of the name in it, and whether it defines the thing there.</summary>
public sealed record NameUse(string Path, TextSpan Span, SymbolRole Role);
