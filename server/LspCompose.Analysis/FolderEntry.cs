namespace LspCompose.Analysis;

/// <summary>A file or folder in a folder.</summary>
public readonly record struct FolderEntry(string Name, FolderEntryKind Kind);
