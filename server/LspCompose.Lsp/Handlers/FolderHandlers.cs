using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>workspace/didChangeWorkspaceFolders</c>: other folders are searched for Compose files.</summary>
internal sealed class DidChangeWorkspaceFoldersHandler(FolderSearch search) : INotificationHandler<DidChangeWorkspaceFoldersParams>
{
    /// <summary>What the server does of it.</summary>
    public static WorkspaceFoldersServerCapabilities Options { get; } = new() { Supported = true, ChangeNotifications = true };

    public Session Handle(Session session, DidChangeWorkspaceFoldersParams parameters)
    {
        var removed = parameters.Event.Removed.Select(folder => FileUris.ToPath(folder.Uri)).ToHashSet(StringComparer.Ordinal);
        var folders = session.Client.Folders.Where(folder => !removed.Contains(folder)).Union(parameters.Event.Added.Select(folder => FileUris.ToPath(folder.Uri)), StringComparer.Ordinal);
        var next = session.WithFolders([.. folders]);
        search.Search(next.Client);
        return next;
    }
}

/// <summary><c>workspace/didCreateFiles</c>: what the client made need not be watched to be seen.</summary>
internal sealed class DidCreateFilesHandler(ChangedFiles files) : INotificationHandler<CreateFilesParams>
{
    public Session Handle(Session session, CreateFilesParams parameters) => files.Changed(session, parameters.Files.Select(file => file.Uri));
}

/// <summary><c>workspace/didDeleteFiles</c>.</summary>
internal sealed class DidDeleteFilesHandler(ChangedFiles files) : INotificationHandler<DeleteFilesParams>
{
    public Session Handle(Session session, DeleteFilesParams parameters) => files.Changed(session, parameters.Files.Select(file => file.Uri));
}

/// <summary><c>workspace/didRenameFiles</c>.</summary>
internal sealed class DidRenameFilesHandler(ChangedFiles files) : INotificationHandler<RenameFilesParams>
{
    public Session Handle(Session session, RenameFilesParams parameters) => files.Changed(session, parameters.Files.SelectMany(file => new[] { file.OldUri, file.NewUri }));
}
