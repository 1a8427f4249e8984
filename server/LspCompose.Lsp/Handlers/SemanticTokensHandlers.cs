using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>textDocument/semanticTokens/full</c>.</summary>
internal sealed class SemanticTokensHandler(TokenMemory memory) : IQueryHandler<SemanticTokensParams, SemanticTokens?>
{
    /// <summary>What the server does of it for a client; null for one that knows no tokens.</summary>
    public static SemanticTokensOptions? Options(ClientProfile client) =>
        client.Tokens is { } tokens ? new SemanticTokensOptions { Legend = tokens.Legend, Range = true, Full = new SemanticTokensFullDelta { Delta = true } } : null;

    public Task<SemanticTokens?> HandleAsync(Session snapshot, SemanticTokensParams parameters, CancellationToken cancellation)
    {
        var uri = parameters.TextDocument.Uri;
        return Task.FromResult(TokenWriter.Write(snapshot, uri, null, cancellation) is { } data ? new SemanticTokens { ResultId = memory.Add(uri, data), Data = data } : null);
    }
}

/// <summary><c>textDocument/semanticTokens/range</c>.</summary>
internal sealed class SemanticTokensRangeHandler : IQueryHandler<SemanticTokensRangeParams, SemanticTokens?>
{
    public Task<SemanticTokens?> HandleAsync(Session snapshot, SemanticTokensRangeParams parameters, CancellationToken cancellation) =>
        Task.FromResult(TokenWriter.Write(snapshot, parameters.TextDocument.Uri, parameters.Range, cancellation) is { } data ? new SemanticTokens { Data = data } : null);
}

/// <summary><c>textDocument/semanticTokens/full/delta</c>: one edit of what the client has, or all where that is no longer known.</summary>
internal sealed class SemanticTokensDeltaHandler(TokenMemory memory) : IQueryHandler<SemanticTokensDeltaParams, object?>
{
    private const int NumbersPerToken = 5;

    public Task<object?> HandleAsync(Session snapshot, SemanticTokensDeltaParams parameters, CancellationToken cancellation)
    {
        var uri = parameters.TextDocument.Uri;
        var before = memory.Find(uri, parameters.PreviousResultId);
        if (TokenWriter.Write(snapshot, uri, null, cancellation) is not { } data)
        {
            return Task.FromResult<object?>(null);
        }

        var id = memory.Add(uri, data);
        return Task.FromResult<object?>(before is null ? new SemanticTokens { ResultId = id, Data = data } : new SemanticTokensDelta { ResultId = id, Edits = Difference(before, data) });
    }

    private static IReadOnlyList<SemanticTokensEdit> Difference(int[] before, int[] after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var start = before.AsSpan().CommonPrefixLength(after) / NumbersPerToken * NumbersPerToken;
        var end = 0;
        while (end < shorter - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        end = end / NumbersPerToken * NumbersPerToken;
        return start + end == before.Length && before.Length == after.Length
            ? []
            : [new SemanticTokensEdit { Start = start, DeleteCount = before.Length - start - end, Data = start + end == after.Length ? null : after[start..^end] }];
    }
}
