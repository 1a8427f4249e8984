namespace LspCompose.Cli.Input;

/// <summary>How files are shown: as the user typed them, else relative to the current folder when they lie in it.</summary>
internal sealed class DisplayNames(string? currentDirectory)
{
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);

    /// <summary>Shows every path as it is.</summary>
    public static DisplayNames AsIs { get; } = new(null);

    /// <summary>Remembers how a file was typed; what was typed first stays.</summary>
    public void Add(string fullPath, InputPath path) => typed.TryAdd(fullPath, path.Display);

    /// <summary>A file's name, with slashes on every system.</summary>
    public string Of(string path)
    {
        if (typed.TryGetValue(path, out var display))
        {
            return display;
        }

        var relative = currentDirectory is not null && Path.IsPathRooted(path) ? Path.GetRelativePath(currentDirectory, path) : path;
        var isBelow = relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return (isBelow ? relative : path).Replace(Path.DirectorySeparatorChar, '/');
    }
}
