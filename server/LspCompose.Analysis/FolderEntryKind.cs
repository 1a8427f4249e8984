namespace LspCompose.Analysis;

/// <summary>What is in a folder; a symbolic link is what it leads to.</summary>
public enum FolderEntryKind
{
    /// <summary>A file of any kind.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}
