namespace LspCompose.Analysis.Projects.Loading;

/// <summary>One YAML document with variables filled in, and what it takes out of the documents merged before it.</summary>
internal sealed record ReadDocument(ConfigMapping Root, IReadOnlyList<PathReset> Resets);
