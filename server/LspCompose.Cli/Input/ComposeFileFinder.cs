using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Input;

/// <summary>
/// Finds the Compose files in a folder and those below it, in the order of their paths: by name, and YAML files of any name that are Compose files
/// by what they say. What git ignores is left out; links to folders are not followed, so no circle of links can trap the search.
/// </summary>
internal static class ComposeFileFinder
{
    private const int MaxBytesToLookInto = 4 * 1024 * 1024;

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The absolute paths of the Compose files below a folder. A folder that cannot be read is passed to <paramref name="unreadable"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<string> Find(string folder, Action<string, Exception> unreadable, CancellationToken cancellation = default)
    {
        var found = new List<string>();
        Search(folder, GitIgnores.For(folder), found, unreadable, cancellation);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static void Search(string top, GitIgnores topIgnores, List<string> found, Action<string, Exception> unreadable, CancellationToken cancellation)
    {
        var pending = new Stack<(string Folder, GitIgnores Ignores)>([(top, topIgnores)]);
        while (pending.TryPop(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            var (folder, ignores) = next;
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
                {
                    var isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
                    if (isFolder && entry.LinkTarget is null && entry.Name is not (".git" or "node_modules") && !ignores.IgnoresFolder(entry.FullName))
                    {
                        pending.Push((entry.FullName, ignores.In(entry.FullName)));
                    }
                    else if (!isFolder && ComposeFileNames.IsYaml(entry.Name) && !ignores.IgnoresFile(entry.FullName) && IsComposeFile(entry))
                    {
                        found.Add(entry.FullName);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                unreadable(folder, exception);
            }
        }
    }

    private static bool IsComposeFile(FileSystemInfo file)
    {
        // Compose's own names always count; "compose" elsewhere in the name does unless the content says otherwise.
        if (ComposeFileNames.Default.Contains(file.Name) || ComposeFileNames.Override.Contains(file.Name))
        {
            return true;
        }

        var named = ComposeFileNames.IsComposeNamed(file.Name);
        return TryLookInto(file.FullName, out var text) ? (named ? !ComposeContent.IsForeign(text) : ComposeContent.IsCompose(text)) : named;
    }

    private static bool TryLookInto(string path, out SourceText text)
    {
        text = SourceText.From("");
        try
        {
            if (new FileInfo(path).Length > MaxBytesToLookInto || !TextEncoding.TryDecode(File.ReadAllBytes(path), out _, out var content, out _))
            {
                return false;
            }

            text = SourceText.From(content);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
