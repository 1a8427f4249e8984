using System.Diagnostics.CodeAnalysis;
using LspCompose.Analysis;

namespace LspCompose.Cli.Input;

/// <summary>Files on disk. Each is read once, so that everything in a run is judged by the same content.</summary>
internal sealed class DiskFileSource : IFileSource
{
    private readonly Dictionary<string, DiskFile> files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public FileContent Read(string path) => Open(path).Content;

    /// <summary>Reads a file with its bytes and encoding.</summary>
    public DiskFile Open(string path)
    {
        if (!files.TryGetValue(path, out var file))
        {
            file = DiskFile.Read(path);
            files.Add(path, file);
        }

        return file;
    }

    /// <summary>What was read at a path before, if anything.</summary>
    public bool TryGet(string path, [NotNullWhen(true)] out DiskFile? file) => files.TryGetValue(path, out file);

    /// <summary>Puts what was read from elsewhere, such as standard input, in the place of a file.</summary>
    public void Put(string path, DiskFile file) => files[path] = file;
}
