namespace LspCompose.Lsp.Protocol;

internal sealed record FormattingOptions
{
    public required int TabSize { get; init; }

    public required bool InsertSpaces { get; init; }

    public bool? TrimTrailingWhitespace { get; init; }

    public bool? InsertFinalNewline { get; init; }

    public bool? TrimFinalNewlines { get; init; }
}

internal sealed record DocumentFormattingParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required FormattingOptions Options { get; init; }
}

internal sealed record DocumentRangeFormattingParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Range Range { get; init; }

    public required FormattingOptions Options { get; init; }
}

internal sealed record DocumentRangesFormattingParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required IReadOnlyList<Range> Ranges { get; init; }

    public required FormattingOptions Options { get; init; }
}

internal sealed record DocumentOnTypeFormattingParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    /// <summary>The character that was typed.</summary>
    public required string Ch { get; init; }

    public required FormattingOptions Options { get; init; }
}

internal sealed record DocumentRangeFormattingOptions
{
    public bool? RangesSupport { get; init; }
}

internal sealed record DocumentOnTypeFormattingOptions
{
    public required string FirstTriggerCharacter { get; init; }

    public IReadOnlyList<string>? MoreTriggerCharacter { get; init; }
}
