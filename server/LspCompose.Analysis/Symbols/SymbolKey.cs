namespace LspCompose.Analysis.Symbols;

/// <summary>What a name means: names with the same key mean the same thing.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Name">Its name.</param>
/// <param name="Home">Where the name counts: empty for the project of the file asked about.</param>
internal readonly record struct SymbolKey(SymbolKind Kind, string Name, string Home);
