namespace LspCompose.Cli.Input;

/// <summary>Turns what the user named into the files to work on, each once.</summary>
internal static class InputPaths
{
    /// <summary>
    /// The files, in the order named; folders are searched, <c>-</c> is standard input.
    /// </summary>
    public static IReadOnlyList<InputPath> Resolve(Host host, IReadOnlyList<string> named, Problems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. named.SelectMany(path => Expand(host, path, problems)).Where(path => seen.Add(path.FullPath ?? path.Display))];
    }

    private static IEnumerable<InputPath> Expand(Host host, string named, Problems problems)
    {
        if (named == "-")
        {
            return [InputPath.StandardInput];
        }

        if (named.Length == 0 || named.Contains('\0', StringComparison.Ordinal))
        {
            problems.Report("an empty path names no file; name a file or a folder");
            return [];
        }

        var full = host.FullPath(named);
        if (!Directory.Exists(full))
        {
            return [InputPath.File(host, named, full)];
        }

        // A link that was named is followed: the user asked for it.
        var folder = Path.TrimEndingDirectorySeparator(full);
        var found = ComposeFileFinder.Find(
            folder,
            (path, exception) => problems.Report($"{InputPath.File(host, named, path).Display}: {InputReader.Reason(exception)}"));
        if (found.Count == 0)
        {
            host.Error.WriteLine($"lspcompose: no Compose files found in {Output.Printable.Line(named)}");
        }

        return found.Select(path => InputPath.File(host, named, path));
    }
}
