namespace LspCompose.Cli.Input;

/// <summary>A file to work on: the name to show it by (slashes on every system) and its absolute path, null for standard input.</summary>
internal sealed record InputPath(string Display, string? FullPath)
{
    /// <summary>Standard input.</summary>
    public static InputPath StandardInput { get; } = new("<stdin>", null);

    /// <summary>A file shown relative to the current folder, or absolute where it was named so.</summary>
    public static InputPath File(Host host, string named, string fullPath)
    {
        var shown = Path.IsPathRooted(named) ? fullPath : Path.GetRelativePath(host.CurrentDirectory, fullPath);
        return new InputPath(shown.Replace(Path.DirectorySeparatorChar, '/'), fullPath);
    }
}
