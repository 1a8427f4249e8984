using System.Text;

namespace LspCompose.Lsp.Files;

/// <summary>
/// Maps the client's URIs to the paths files go by in a workspace, and back. A <c>file:</c> URI becomes an absolute path with slashes (<c>/a/b</c>, <c>C:/a/b</c>,
/// <c>//server/share/a</c>), however the client escaped it; any other URI names no file on disk and stands for itself.
/// </summary>
internal static class FileUris
{
    private const string Scheme = "file:";

    /// <summary>The path of a URI.</summary>
    public static string ToPath(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || uri.Length == Scheme.Length || uri[Scheme.Length] != '/')
        {
            return uri;
        }

        var rest = uri[Scheme.Length..];
        var host = "";
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var end = rest.IndexOf('/', 2);
            if (end < 0)
            {
                return uri;
            }

            host = rest[2..end];
            rest = rest[end..];
        }

        var path = Clean(Uri.UnescapeDataString(rest).Replace('\\', '/'));
        if (IsDrive(path.AsSpan(1)))
        {
            return char.ToUpperInvariant(path[1]) + path[2..];
        }

        return host.Length == 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? path : $"//{Uri.UnescapeDataString(host)}{path}";
    }

    /// <summary>A well-formed URI for a path; one that stands for itself stays as it is.</summary>
    public static string ToUri(string path)
    {
        if (!IsFile(path))
        {
            return path;
        }

        var slashed = path.Replace('\\', '/');
        if (IsDrive(slashed))
        {
            return $"file:///{slashed[..2]}{Escape(slashed[2..])}";
        }

        return slashed.StartsWith("//", StringComparison.Ordinal) ? $"file:{Escape(slashed)}" : $"file://{Escape(slashed)}";
    }

    /// <summary>True for the path of a file, false for a URI that stands for itself.</summary>
    public static bool IsFile(string path) => path.StartsWith('/') || path.StartsWith('\\') || IsDrive(path);

    private static bool IsDrive(ReadOnlySpan<char> path) => path.Length >= 3 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '/' or '\\';

    private static string Escape(string path)
    {
        var uri = new StringBuilder(path.Length);
        foreach (var (index, part) in path.Split('/').Index())
        {
            uri.Append(index == 0 ? "" : "/").Append(Uri.EscapeDataString(part));
        }

        return uri.ToString();
    }

    // Two ways to write a path must not make two files of one.
    private static string Clean(string path) =>
        path.Contains("//", StringComparison.Ordinal) || path.Contains("/.", StringComparison.Ordinal) ? Analysis.Values.GoPath.Clean(path) : path;
}
