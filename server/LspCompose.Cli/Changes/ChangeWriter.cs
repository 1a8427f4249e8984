using System.Text;
using LspCompose.Cli.Output;

namespace LspCompose.Cli.Changes;

/// <summary>Prints changes as patches or writes them to their files.</summary>
internal static class ChangeWriter
{
    /// <summary>Prints the patch of a change, coloured on a terminal.</summary>
    public static void Print(Host host, FileChange change)
    {
        if (change.IsChange && change.File.Encoding.Encoding is not UTF8Encoding)
        {
            host.Error.WriteLine($"{change.File.Path.Display}: is {change.File.Encoding.Encoding.WebName.ToUpperInvariant()}: its diff can be read but not applied; use --write");
        }

        // A byte order mark is part of the first line to whoever applies the patch.
        var mark = change.File.Encoding is { Encoding: UTF8Encoding, Preamble.Length: > 0 } ? "\uFEFF" : "";
        var path = change.File.Path.FullPath is { } full ? InputPathIn(host, full) : "stdin";
        var patch = UnifiedDiff.Render(path, mark + change.File.Text.Content, mark + change.After.Content);
        if (ReferenceEquals(host.Palette, Palette.None))
        {
            host.Output.Write(patch);
            return;
        }

        foreach (var line in patch.Split('\n')[..^1])
        {
            host.Output.WriteLine(Paint(host.Palette, Printable.Line(line.TrimEnd('\r'))));
        }
    }

    /// <summary>Writes a change to its file; what cannot be written is reported. Returns true when it was written.</summary>
    public static bool Write(FileChange change, Problems problems)
    {
        if (change.File.Path.FullPath is not { } path)
        {
            problems.Report($"{change.File.Path.Display}: standard input cannot be written; use --diff, or name the file");
            return false;
        }

        var reason = AtomicFile.Replace(path, change.File.Bytes, change.File.Encoding.Encode(change.After.Content));
        if (reason is not null)
        {
            problems.Report($"{change.File.Path.Display}: {reason}");
        }

        return reason is null;
    }

    private static string InputPathIn(Host host, string fullPath) =>
        Path.GetRelativePath(host.CurrentDirectory, fullPath).Replace(Path.DirectorySeparatorChar, '/');

    private static string Paint(Palette palette, string line) => line switch
    {
        ['-', '-', '-', ' ', ..] or ['+', '+', '+', ' ', ..] => palette.Bold(line),
        ['@', ..] => palette.Help(line),
        ['-', ..] => palette.Deleted(line),
        ['+', ..] => palette.Added(line),
        _ => line,
    };
}
