using LspCompose.Analysis;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;
using LspCompose.Yaml.Text;

namespace LspCompose.Lsp.Handlers;

/// <summary>A place of a file the client asks about: the workspace to answer from, the file's path and the 0-based UTF-16 offset in it.</summary>
internal sealed record Cursor(Session Session, Workspace Workspace, string Path, int Offset)
{
    /// <summary>The place of a position in an open document; null when it is none that is analysed.</summary>
    public static Cursor? At(Session session, TextDocumentIdentifier document, Position position) => session.TryGetAnalysed(document.Uri, out var open)
        ? new(session, session.ViewOf(open).Workspace, open.Path, session.Client.Encoding.ToOffset(open.Text, position))
        : null;

    /// <summary>The same once the files of the document's projects are read, or waiting for them is in vain: names are told apart by all of them.</summary>
    public static async Task<Cursor?> SettledAsync(ProjectFiles files, Session session, TextDocumentIdentifier document, Position position, CancellationToken cancellation) =>
        session.TryGetAnalysed(document.Uri, out var open) ? At(await files.SettledAsync(session, open, cancellation).ConfigureAwait(false), document, position) : null;

    /// <summary>The place of a position in any file that is known, open or not; null when it is none.</summary>
    public static Cursor? InAny(Session session, string uri, Position position)
    {
        var path = FileUris.ToPath(uri);
        var workspace = session.ViewOfPath(path)?.Workspace ?? session.Workspace;
        return workspace.Find(path) is FileContent.Present file ? new(session, workspace, path, session.Client.Encoding.ToOffset(file.Text, position)) : null;
    }

    /// <summary>The client's range of a span of a file; the start of one whose text is not known.</summary>
    public Range RangeIn(string path, TextSpan span) => RangeIn(Session, Workspace, path, span);

    /// <summary>The client's location of a span of a file.</summary>
    public Location LocationIn(string path, TextSpan span) => new() { Uri = Session.UriOf(path), Range = RangeIn(path, span) };

    /// <summary>The client's range of a span of a file; the start of one whose text is not known.</summary>
    public static Range RangeIn(Session session, Workspace workspace, string path, TextSpan span) => workspace.Find(path) is FileContent.Present file
        ? session.Client.Encoding.ToRange(file.Text, span)
        : new Range { Start = new Position { Line = 0, Character = 0 }, End = new Position { Line = 0, Character = 0 } };
}
