using LspCompose.Analysis;

namespace LspCompose.Cli.Input;

/// <summary>Reads the files the user named, or says in one line why it cannot.</summary>
internal static class InputReader
{
    /// <summary>Reads a file or standard input; null after the reason was reported.</summary>
    public static InputFile? Read(Host host, DiskFileSource source, InputPath path, Problems problems)
    {
        var file = source.Open(path.FullPath ?? host.StandardInputPath);
        switch (file.Content)
        {
            case FileContent.Present present:
                return new InputFile(path, file.Bytes, file.Encoding, present.Text);
            case FileContent.Unreadable unreadable:
                problems.Report($"{path.Display}: {unreadable.Reason}");
                return null;
            case FileContent.Folder:
                problems.Report($"{path.Display}: is a folder; name a file");
                return null;
            default:
                problems.Report($"{path.Display}: no such file or folder; check the path");
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
}
