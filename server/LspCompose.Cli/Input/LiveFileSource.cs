using LspCompose.Analysis;

namespace LspCompose.Cli.Input;

/// <summary>Files on disk as they are at the moment they are asked for; may be used from several threads.</summary>
internal sealed class LiveFileSource : IFileSource
{
    /// <inheritdoc/>
    public FileContent Read(string path) => DiskFile.Read(path).Content;

    /// <inheritdoc/>
    public IReadOnlyList<FolderEntry> List(string folder, string prefix) => DiskFolder.List(folder, prefix);
}
