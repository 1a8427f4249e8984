namespace LspCompose.Lsp.Protocol;

internal sealed record SemanticTokensParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

internal sealed record SemanticTokensDeltaParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required string PreviousResultId { get; init; }
}

internal sealed record SemanticTokensRangeParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Range Range { get; init; }
}

internal sealed record SemanticTokens
{
    public string? ResultId { get; init; }

    /// <summary>Five numbers a token: lines and characters from the one before, length, type, modifiers.</summary>
    public required IReadOnlyList<int> Data { get; init; }
}

internal sealed record SemanticTokensDelta
{
    public string? ResultId { get; init; }

    public required IReadOnlyList<SemanticTokensEdit> Edits { get; init; }
}

internal sealed record SemanticTokensEdit
{
    public required int Start { get; init; }

    public required int DeleteCount { get; init; }

    public IReadOnlyList<int>? Data { get; init; }
}

internal sealed record SemanticTokensOptions
{
    public required SemanticTokensLegend Legend { get; init; }

    public bool? Range { get; init; }

    public SemanticTokensFullDelta? Full { get; init; }
}

internal sealed record SemanticTokensFullDelta
{
    public bool? Delta { get; init; }
}

internal sealed record SemanticTokensLegend
{
    public required IReadOnlyList<string> TokenTypes { get; init; }

    public required IReadOnlyList<string> TokenModifiers { get; init; }
}

internal sealed record SemanticTokensClientCapabilities
{
    public IReadOnlyList<string> TokenTypes { get; init; } = [];

    public IReadOnlyList<string> TokenModifiers { get; init; } = [];

    public bool? MultilineTokenSupport { get; init; }
}
