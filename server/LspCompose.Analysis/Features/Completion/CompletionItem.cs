using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>An offer as the editor gets it: what it shows, and the exact text it puts in the place of what is typed.</summary>
public sealed record CompletionItem
{
    /// <summary>What the list shows.</summary>
    public required string Label { get; init; }

    /// <summary>What it is.</summary>
    public required CompletionKind Kind { get; init; }

    /// <summary>A few words beside the label.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The documentation in Markdown, worked out when it is asked for; empty for none.</summary>
    public Func<string> Documentation { get; init; } = () => "";

    /// <summary>Orders the list.</summary>
    public required string SortText { get; init; }

    /// <summary>What the typed text is compared with.</summary>
    public required string FilterText { get; init; }

    /// <summary>The text to insert, in snippet syntax where <see cref="IsSnippet"/>; its lines after the first are fully indented.</summary>
    public required string InsertText { get; init; }

    /// <summary>True when <see cref="InsertText"/> is in snippet syntax.</summary>
    public bool IsSnippet { get; init; }

    /// <summary>From the start of what is typed to the cursor, on one line: replaced when the rest of the word is kept.</summary>
    public required TextSpan InsertSpan { get; init; }

    /// <summary>From the start of what is typed to the end of the word at the cursor: replaced when the word is.</summary>
    public required TextSpan ReplaceSpan { get; init; }

    /// <summary>True for what should not be used any more.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Edits elsewhere in the file that go with it.</summary>
    public IReadOnlyList<TextEdit> AdditionalEdits { get; init; } = [];
}
