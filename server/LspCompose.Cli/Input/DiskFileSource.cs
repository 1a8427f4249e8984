using LspCompose.Analysis;

namespace LspCompose.Cli.Input;

/// <summary>Files on disk. Each is read once, so that everything in a run is judged by the same content.</summary>
internal sealed class DiskFileSource : IFileSource
{
    private readonly Host? host;
    private readonly Dictionary<string, DiskFile> files = new(StringComparer.Ordinal);

    /// <summary>Reads files.</summary>
    public DiskFileSource()
    {
    }

    /// <summary>Reads files, and standard input by the path it goes by.</summary>
    public DiskFileSource(Host host)
    {
        this.host = host;
    }

    /// <inheritdoc/>
    public FileContent Read(string path) => Open(path).Content;

    /// <inheritdoc/>
    public IReadOnlyList<FolderEntry> List(string folder, string prefix) => DiskFolder.List(folder, prefix);

    /// <summary>Reads a file with its bytes and encoding.</summary>
    public DiskFile Open(string path)
    {
        if (!files.TryGetValue(path, out var file))
        {
            file = host is not null && path == host.StandardInputPath ? DiskFile.Read(host.Input) : DiskFile.Read(path);
            files.Add(path, file);
        }

        return file;
    }
}
