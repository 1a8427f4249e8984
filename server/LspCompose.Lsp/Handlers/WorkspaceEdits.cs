using LspCompose.Analysis;
using LspCompose.Analysis.Findings;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary>Writes edits in the form the client takes.</summary>
internal static class WorkspaceEdits
{
    private const string Annotation = "unsafe";

    private static readonly Position AtStart = new() { Line = 0, Character = 0 };

    /// <summary>Makes a workspace edit; where the client can ask, one that is not safe is confirmed by the user.</summary>
    public static WorkspaceEdit From(Session session, string title, IReadOnlyList<FileEdit> edits, bool isSafe)
    {
        var asks = !isSafe && session.Client.TakesChangeAnnotations;
        var byFile = edits.GroupBy(edit => edit.Path, StringComparer.Ordinal).Select(file => (Path: file.Key, Uri: session.UriOf(file.Key), Edits: ToTextEdits(session, file.Key, file, asks ? Annotation : null)));
        if (!session.Client.TakesDocumentChanges)
        {
            return new WorkspaceEdit { Changes = byFile.ToDictionary(file => file.Uri, file => file.Edits, StringComparer.Ordinal) };
        }

        return new WorkspaceEdit
        {
            DocumentChanges =
            [
                .. edits.Where(edit => edit.CreatesFile).Select(edit => new CreateFile { Kind = CreateFile.Create, Uri = session.UriOf(edit.Path), AnnotationId = asks ? Annotation : null }),
                .. byFile.Select(file => new TextDocumentEdit
                {
                    TextDocument = new OptionalVersionedTextDocumentIdentifier { Uri = file.Uri, Version = session.Documents.TryGetValue(file.Path, out var document) ? document.Version : null },
                    Edits = file.Edits,
                }),
            ],
            ChangeAnnotations = asks
                ? new Dictionary<string, ChangeAnnotation>
                {
                    [Annotation] = new() { Label = title, NeedsConfirmation = true, Description = "This changes how containers reach each other or start." },
                }
                : null,
        };
    }

    private static IReadOnlyList<TextEdit> ToTextEdits(Session session, string path, IEnumerable<FileEdit> edits, string? annotation) =>
        session.Workspace.Find(path) is FileContent.Present file
            ? [.. edits.Select(e => new TextEdit { Range = session.Client.Encoding.ToRange(file.Text, e.Edit.Span), NewText = e.Edit.NewText, AnnotationId = annotation })]
            : [.. edits.Where(e => e.CreatesFile).Select(e => new TextEdit { Range = new Protocol.Range { Start = AtStart, End = AtStart }, NewText = e.Edit.NewText, AnnotationId = annotation })];
}
