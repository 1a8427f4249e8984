namespace LspCompose.Analysis.Features;

/// <summary>A file or folder that gets another path; both are absolute.</summary>
public sealed record FileRename(string OldPath, string NewPath);
