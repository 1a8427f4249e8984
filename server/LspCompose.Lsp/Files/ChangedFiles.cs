using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Files;

/// <summary>What follows when files changed, came or went on disk: what was loaded of them is read again, and new Compose files are looked for.</summary>
internal sealed class ChangedFiles(ProjectFiles files, FolderSearch search)
{
    /// <summary>The files and folders that match what a client should tell of.</summary>
    public static FileOperationRegistrationOptions Operations { get; } = new() { Filters = [new FileOperationFilter { Scheme = "file", Pattern = new FileOperationPattern { Glob = "**" } }] };

    /// <summary>Reads again what was loaded from paths that came or went, and looks for Compose files anew.</summary>
    public Session Changed(Session session, IEnumerable<string> uris)
    {
        Refresh(session, uris);
        search.Search(session.Client);
        return session;
    }

    /// <summary>Reads again what was loaded from paths.</summary>
    public void Refresh(Session session, IEnumerable<string> uris)
    {
        var paths = uris.Select(FileUris.ToPath).Where(FileUris.IsFile).ToHashSet(StringComparer.Ordinal);
        var above = paths.SelectMany(Above).ToHashSet(StringComparer.Ordinal);

        // Of a folder that comes or goes only itself is told.
        files.Refresh(session.Workspace.LoadedPaths.Where(loaded => paths.Contains(loaded) || above.Contains(loaded) || Above(loaded).Any(paths.Contains)).ToList());
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}
