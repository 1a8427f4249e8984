using LspCompose.Analysis;

namespace LspCompose.Cli.Input;

/// <summary>Files on disk as they are at the moment they are asked for; may be used from several threads.</summary>
internal sealed class LiveFileSource : IFileSource
{
    /// <inheritdoc/>
    public FileContent Read(string path) => DiskFile.Read(path).Content;
}
