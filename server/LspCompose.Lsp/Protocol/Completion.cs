using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Protocol;

internal sealed record CompletionParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public CompletionContext? Context { get; init; }
}

internal sealed record CompletionContext
{
    public required CompletionTriggerKind TriggerKind { get; init; }

    public string? TriggerCharacter { get; init; }
}

internal enum CompletionTriggerKind
{
    Invoked = 1,
    TriggerCharacter = 2,
    TriggerForIncompleteCompletions = 3,
}

internal sealed record CompletionOptions
{
    public IReadOnlyList<string>? TriggerCharacters { get; init; }

    public bool? ResolveProvider { get; init; }
}

internal sealed record CompletionList
{
    public required bool IsIncomplete { get; init; }

    public required IReadOnlyList<CompletionItem> Items { get; init; }
}

internal sealed record CompletionItem
{
    public required string Label { get; init; }

    public CompletionItemKind? Kind { get; init; }

    public IReadOnlyList<CompletionItemTag>? Tags { get; init; }

    public string? Detail { get; init; }

    public MarkupContent? Documentation { get; init; }

    public bool? Deprecated { get; init; }

    public string? SortText { get; init; }

    public string? FilterText { get; init; }

    public InsertTextFormat? InsertTextFormat { get; init; }

    public InsertTextMode? InsertTextMode { get; init; }

    /// <summary>A <see cref="Protocol.TextEdit"/> or an <see cref="InsertReplaceEdit"/>.</summary>
    public JToken? TextEdit { get; init; }

    public IReadOnlyList<TextEdit>? AdditionalTextEdits { get; init; }

    public Command? Command { get; init; }

    public JToken? Data { get; init; }
}

internal sealed record InsertReplaceEdit
{
    public required string NewText { get; init; }

    public required Range Insert { get; init; }

    public required Range Replace { get; init; }
}

internal enum CompletionItemKind
{
    Module = 9,
    Property = 10,
    Unit = 11,
    Value = 12,
    Snippet = 15,
    File = 17,
    Reference = 18,
    Folder = 19,
    EnumMember = 20,
    Constant = 21,
    Variable = 6,
    Class = 7,
}

internal enum CompletionItemTag
{
    Deprecated = 1,
}

internal enum InsertTextFormat
{
    PlainText = 1,
    Snippet = 2,
}

internal enum InsertTextMode
{
    AsIs = 1,
    AdjustIndentation = 2,
}

internal sealed record CompletionClientCapabilities
{
    public ClientCompletionItemOptions? CompletionItem { get; init; }
}

internal sealed record ClientCompletionItemOptions
{
    public bool? SnippetSupport { get; init; }

    public IReadOnlyList<string>? DocumentationFormat { get; init; }

    public bool? DeprecatedSupport { get; init; }

    public CompletionItemTagOptions? TagSupport { get; init; }

    public bool? InsertReplaceSupport { get; init; }

    public ClientCompletionItemInsertTextModeOptions? InsertTextModeSupport { get; init; }
}

internal sealed record CompletionItemTagOptions
{
    /// <summary>Numbers, read as text: lists of enumeration values cannot be made by reflection in the native binary.</summary>
    public required IReadOnlyList<string> ValueSet { get; init; }
}

internal sealed record ClientCompletionItemInsertTextModeOptions
{
    /// <summary>Numbers, read as text as above.</summary>
    public required IReadOnlyList<string> ValueSet { get; init; }
}
