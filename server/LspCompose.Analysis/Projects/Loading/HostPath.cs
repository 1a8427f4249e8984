using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Projects.Loading;

/// <summary>Paths on the host as Compose files write them.</summary>
internal static class HostPath
{
    /// <summary>A path made absolute from a folder and cleaned up; <c>~</c> is the home folder. Windows paths stay as they are.</summary>
    public static string Absolute(string folder, string path, IReadOnlyDictionary<string, string> environment)
    {
        if (path == "~" || path.StartsWith("~/", StringComparison.Ordinal))
        {
            var home = environment.GetValueOrDefault("HOME") ?? environment.GetValueOrDefault("USERPROFILE") ?? "";
            return home.Length == 0 ? path : GoPath.Clean(home + path[1..]);
        }

        return path.StartsWith('/') || IsWindows(path) ? path : GoPath.Clean($"{folder.Replace('\\', '/')}/{path}");
    }

    /// <summary>The folder of a file.</summary>
    public static string Folder(string path) => path.LastIndexOfAny(['/', '\\']) switch { < 0 => "", 0 => "/", var at => path[..at] };

    /// <summary>The name of a file without its folder.</summary>
    public static string Name(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>True for a build context that is no folder of this machine: a repository, an archive, an image or another service.</summary>
    public static bool IsElsewhere(string context) =>
        context.Contains("://", StringComparison.Ordinal) || context.StartsWith("service:", StringComparison.Ordinal) || context.StartsWith("github.com/", StringComparison.Ordinal) || context.StartsWith("git@", StringComparison.Ordinal);

    private static bool IsWindows(string path) =>
        path.StartsWith(@"\\", StringComparison.Ordinal) || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/');
}
