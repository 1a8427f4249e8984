using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Features.Completion;

/// <summary>
/// What could stand at the cursor, said without regard to what is typed, quotes, indentation or the editor; <see cref="SuggestionWriter"/> makes an offer of it.
/// </summary>
internal sealed record Suggestion(string Label, CompletionKind Kind)
{
    /// <summary>The text that will stand there, without quotes and escapes; the label where it is not said.</summary>
    public string Text { get; init; } = Label;

    /// <summary>
    /// For a key: the lines of its value, indented as below a key in the first column and without the key, in snippet syntax (<c>${1:text}</c>, <c>$0</c>; a client without snippets gets the bare texts). For a value: the
    /// same as <see cref="Text"/> with places to fill in. Empty for none.
    /// </summary>
    public IReadOnlyList<string> Snippet { get; init; } = [];

    /// <summary>A few words beside the label.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Markdown, worked out when it is asked for.</summary>
    public Func<string> Documentation { get; init; } = () => "";

    /// <summary>Lower is more useful; what is equal keeps the order it is given in.</summary>
    public int Rank { get; init; } = SuggestionRank.Usual;

    /// <summary>What the typed text is compared with; <see cref="Text"/> where it is not said.</summary>
    public string? FilterText { get; init; }

    /// <summary>The part of the file it takes the place of, on the cursor's line; <see cref="CompletionContext.Span"/> where it is not said.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>True when more is to be typed after it, such as for a folder: a quote that is opened for it stays open.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>True for a boolean, a number or null: never put in quotes.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>True for what is best put in quotes though it need not be, such as a port.</summary>
    public bool PrefersQuotes { get; init; }

    /// <summary>True for what should not be used any more.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Edits elsewhere in the file that go with it.</summary>
    public IReadOnlyList<TextEdit> AdditionalEdits { get; init; } = [];
}
