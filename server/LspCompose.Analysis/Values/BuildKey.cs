namespace LspCompose.Analysis.Values;

/// <summary>An SSH key or agent that a build may use; the path is null when only the name is written.</summary>
public sealed record BuildKey(string Id, string? Path);
