using LspCompose.Analysis;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Input;

/// <summary>What is at a path on disk. For a text also its bytes and encoding, so that it can be written back the same way.</summary>
internal sealed record DiskFile(FileContent Content, byte[] Bytes, TextEncoding Encoding)
{
    // No text that Compose reads comes near; beyond it memory, not time, becomes the problem.
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads what is at an absolute path. Never throws, and never waits for a pipe or device.</summary>
    public static DiskFile Read(string path)
    {
        if (path.Length == 0)
        {
            return Without(new FileContent.Missing());
        }

        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return Unreadable("has a name that no file can have");
        }

        try
        {
            if (Directory.Exists(path))
            {
                return Without(new FileContent.Folder());
            }

            // Special files have no length. Those the shell makes for "<(command)" are streams to read, though.
            var info = new FileInfo(path);
            if (info is { Exists: true, Length: 0 } && !IsStream(path) && SpecialFile.KindOf(path) is { } kind)
            {
                return IsNull(info) ? Read([]) : Unreadable($"is {kind}, which is not read; name a file");
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Read(stream);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Without(new FileContent.Missing());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or ArgumentException or NotSupportedException)
        {
            return Unreadable(Reason(path, exception));
        }
    }

    /// <summary>Reads a stream to its end.</summary>
    public static DiskFile Read(Stream stream) => ReadUpTo(stream, MaxBytes) is { } bytes
        ? Read(bytes)
        : Unreadable($"is larger than {MaxBytes / 1024 / 1024} MiB, no file for Compose is; name another file");

    private static DiskFile Read(byte[] bytes) => TextEncoding.TryDecode(bytes, out var encoding, out var text, out var problem)
        ? new DiskFile(new FileContent.Present(SourceText.From(text)), bytes, encoding)
        : Unreadable(problem);

    private static DiskFile Unreadable(string reason) => Without(new FileContent.Unreadable(reason));

    private static DiskFile Without(FileContent content) => new(content, [], TextEncoding.Detect([]));

    private static bool IsStream(string path) => path is "/dev/stdin" || path.StartsWith("/dev/fd/", StringComparison.Ordinal) || path.StartsWith("/proc/self/fd/", StringComparison.Ordinal);

    // Whoever wants an empty file names /dev/null, or a link to it.
    private static bool IsNull(FileInfo file) => (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName == "/dev/null";

    private static string Reason(string path, Exception exception) => exception switch
    {
        UnauthorizedAccessException => "cannot be read: permission denied; check its access rights",
        _ when IsLink(path) => "is a symbolic link that leads to no file; check where it points to",
        _ => $"cannot be read: {exception.Message}",
    };

    private static bool IsLink(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is not null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[]? ReadUpTo(Stream stream, int limit)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (content.Length + read > limit)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
