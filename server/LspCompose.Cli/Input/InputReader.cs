using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Input;

/// <summary>Reads files, or says in one line why it cannot.</summary>
internal static class InputReader
{
    // No Compose file comes near; beyond it memory, not time, becomes the problem.
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads a file or standard input; null after the reason was reported.</summary>
    public static InputFile? Read(Host host, InputPath path, Problems problems)
    {
        try
        {
            using var stream = path.FullPath is null ? host.Input : new FileStream(path.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (ReadUpTo(stream, MaxBytes) is not { } bytes)
            {
                problems.Report($"{path.Display}: is larger than {MaxBytes / 1024 / 1024} MiB, no Compose file is; name another file");
                return null;
            }

            if (!TextEncoding.TryDecode(bytes, out var encoding, out var text, out var problem))
            {
                problems.Report($"{path.Display}: {problem}");
                return null;
            }

            return new InputFile(path, bytes, encoding, SourceText.From(text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Report($"{path.Display}: {Reason(exception)}");
            return null;
        }
    }

    /// <summary>Says why a file or folder could not be used, and what to do.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder; check the path",
        UnauthorizedAccessException => "permission denied; check its access rights",
        _ => $"cannot be read: {exception.Message}",
    };

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
