using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record TextEdit
{
    public required Range Range { get; init; }

    public required string NewText { get; init; }

    /// <summary>Set on an AnnotatedTextEdit only.</summary>
    public string? AnnotationId { get; init; }
}

internal sealed record CreateFile
{
    public const string Create = "create";

    public required string Kind { get; init; }

    public required string Uri { get; init; }

    public string? AnnotationId { get; init; }
}

internal sealed record TextDocumentEdit
{
    public required OptionalVersionedTextDocumentIdentifier TextDocument { get; init; }

    public required IReadOnlyList<TextEdit> Edits { get; init; }
}

internal sealed record WorkspaceEdit
{
    public IReadOnlyDictionary<string, IReadOnlyList<TextEdit>>? Changes { get; init; }

    /// <summary><see cref="TextDocumentEdit"/> and <see cref="CreateFile"/>, carried out in this order.</summary>
    public IReadOnlyList<object>? DocumentChanges { get; init; }

    public IReadOnlyDictionary<string, ChangeAnnotation>? ChangeAnnotations { get; init; }
}

internal sealed record ChangeAnnotation
{
    public required string Label { get; init; }

    public bool? NeedsConfirmation { get; init; }

    public string? Description { get; init; }
}

internal sealed record CodeActionParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Range Range { get; init; }

    public required CodeActionContext Context { get; init; }
}

internal sealed record CodeActionContext
{
    public IReadOnlyList<string>? Only { get; init; }

    public CodeActionTriggerKind? TriggerKind { get; init; }
}

internal enum CodeActionTriggerKind
{
    Invoked = 1,
    Automatic = 2,
}

internal sealed record CodeAction
{
    public required string Title { get; init; }

    public string? Kind { get; init; }

    public IReadOnlyList<Diagnostic>? Diagnostics { get; init; }

    public bool? IsPreferred { get; init; }

    public WorkspaceEdit? Edit { get; init; }

    public JToken? Data { get; init; }
}

internal sealed record HoverParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

internal sealed record Hover
{
    public required MarkupContent Contents { get; init; }

    public Range? Range { get; init; }
}
