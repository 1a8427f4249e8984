using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Navigation;

/// <summary>A definition found by its name: what it is, the 0-based UTF-16 spans of all of it and of its name, and the file it is in as users call it.</summary>
public sealed record FoundSymbol(SymbolKind Kind, string Name, string Path, TextSpan Whole, TextSpan Span, string Container);
