namespace LspCompose.Analysis;

/// <summary>Reads files for a snapshot: from disk, or from memory in tests. The only way file contents get into the analysis.</summary>
public interface IFileSource
{
    /// <summary>Reads what is at an absolute path. Never throws; what cannot be read is told as <see cref="FileContent.Unreadable"/>.</summary>
    FileContent Read(string path);
}
