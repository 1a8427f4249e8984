using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/didOpen</c>. Every document is analysed: which ones are Compose files is for the client to select.</summary>
internal sealed class DidOpenHandler(ProjectFiles files, ServerLog log) : INotificationHandler<DidOpenTextDocumentParams>
{
    public Session Handle(Session session, DidOpenTextDocumentParams parameters)
    {
        var document = parameters.TextDocument;
        var next = session.WithDocument(document.Uri, document.Version, SourceText.From(document.Text));
        if (!next.TryGetAnalysed(document.Uri, out _))
        {
            log.Warn($"{document.Uri} is longer than {OpenDocument.LongestAnalysed / (1024 * 1024)} million characters and is not analysed.");
        }

        // A client that does not watch files tells of no change on disk: what was loaded before may be outdated.
        if (!session.Client.WatchesFiles)
        {
            files.Refresh(session.Workspace.LoadedPaths.ToList());
        }

        return next;
    }
}

/// <summary><c>textDocument/didChange</c>: the changes apply one after the other, each to the text the one before left.</summary>
internal sealed class DidChangeHandler(ServerLog log) : INotificationHandler<DidChangeTextDocumentParams>
{
    public Session Handle(Session session, DidChangeTextDocumentParams parameters)
    {
        var identifier = parameters.TextDocument;
        if (!session.Documents.TryGetValue(FileUris.ToPath(identifier.Uri), out var document))
        {
            log.WarnOnce($"{identifier.Uri} was changed without being open.");
            return session;
        }

        var text = document.Text;
        foreach (var change in parameters.ContentChanges)
        {
            text = change.Range is { } range
                ? text.With([new Yaml.Text.TextEdit(session.Client.Encoding.ToSpan(text, range), change.Text)])
                : SourceText.From(change.Text);
        }

        return session.WithDocument(identifier.Uri, identifier.Version, text);
    }
}

/// <summary><c>textDocument/didClose</c>.</summary>
internal sealed class DidCloseHandler(PushPolicy pushes) : INotificationHandler<DidCloseTextDocumentParams>
{
    public Session Handle(Session session, DidCloseTextDocumentParams parameters)
    {
        // Opened again, its versions start afresh.
        pushes.Closed(parameters.TextDocument.Uri);
        return session.WithoutDocument(parameters.TextDocument.Uri);
    }
}
