using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>workspace/didChangeWatchedFiles</c>: what was loaded from these paths is read again.</summary>
internal sealed class DidChangeWatchedFilesHandler(ProjectFiles files) : INotificationHandler<DidChangeWatchedFilesParams>
{
    public Session Handle(Session session, DidChangeWatchedFilesParams parameters)
    {
        var paths = parameters.Changes.Select(change => FileUris.ToPath(change.Uri)).Where(FileUris.IsFile).ToHashSet(StringComparer.Ordinal);
        var above = paths.SelectMany(Above).ToHashSet(StringComparer.Ordinal);

        // Of a folder that comes or goes only itself is told.
        files.Refresh(session.Workspace.LoadedPaths.Where(loaded => paths.Contains(loaded) || above.Contains(loaded) || Above(loaded).Any(paths.Contains)).ToList());
        return session;
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}

/// <summary><c>textDocument/didSave</c>: a good moment to look at the disk again when the client does not watch it.</summary>
internal sealed class DidSaveHandler(ProjectFiles files) : INotificationHandler<DidSaveTextDocumentParams>
{
    public Session Handle(Session session, DidSaveTextDocumentParams parameters)
    {
        if (!session.Client.WatchesFiles)
        {
            files.Refresh(session.Workspace.LoadedPaths.ToList());
        }

        return session;
    }
}
