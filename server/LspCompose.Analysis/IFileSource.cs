namespace LspCompose.Analysis;

/// <summary>Reads files for a snapshot: from disk, or from memory in tests. The only way file contents get into the analysis.</summary>
public interface IFileSource
{
    /// <summary>Reads what is at an absolute path. Never throws; what cannot be read is told as <see cref="FileContent.Unreadable"/>.</summary>
    FileContent Read(string path);

    /// <summary>
    /// What is in the folder at an absolute path, in no particular order; nothing where there is no folder that can be read. Never throws. Of a folder with very many
    /// entries not all are told; those whose names begin with the prefix come before others.
    /// </summary>
    IReadOnlyList<FolderEntry> List(string folder, string prefix);
}
