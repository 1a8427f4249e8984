using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>workspace/didChangeWatchedFiles</c>: what was loaded from these paths is read again.</summary>
internal sealed class DidChangeWatchedFilesHandler(ChangedFiles files) : INotificationHandler<DidChangeWatchedFilesParams>
{
    public Session Handle(Session session, DidChangeWatchedFilesParams parameters)
    {
        var uris = parameters.Changes.Select(change => change.Uri);
        if (parameters.Changes.Any(change => change.Type != FileChangeType.Changed))
        {
            return files.Changed(session, uris);
        }

        files.Refresh(session, uris);
        return session;
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
