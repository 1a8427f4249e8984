using LspCompose.Analysis.Features.Completion;
using LspCompose.Lsp.Protocol;

namespace LspCompose.Lsp.Sessions;

/// <summary>What the client can do with completion items.</summary>
internal sealed record CompletionProfile
{
    /// <summary>What the analysis has to know of it.</summary>
    public CompletionClient Client { get; init; } = CompletionClient.Plain;

    public bool ReadsMarkdown { get; init; } = true;

    /// <summary>True when it shows items as deprecated by their tags.</summary>
    public bool TakesTags { get; init; }

    /// <summary>True when it shows items as deprecated by the member that was there before tags.</summary>
    public bool TakesDeprecated { get; init; }

    public bool TakesInsertReplace { get; init; }

    /// <summary>True when it can be told to leave the indentation of new lines alone.</summary>
    public bool TakesInsertTextMode { get; init; }

    /// <summary>Reads the capabilities a client announces.</summary>
    public static CompletionProfile From(CompletionClientCapabilities? capabilities)
    {
        var item = capabilities?.CompletionItem;
        var takesTags = item?.TagSupport?.ValueSet.Contains($"{(int)CompletionItemTag.Deprecated}") is true;
        return new CompletionProfile
        {
            Client = new CompletionClient { TakesSnippets = item?.SnippetSupport is true },
            ReadsMarkdown = item?.DocumentationFormat is not [not "markdown", ..],
            TakesTags = takesTags,
            TakesDeprecated = !takesTags && item?.DeprecatedSupport is true,
            TakesInsertReplace = item?.InsertReplaceSupport is true,
            TakesInsertTextMode = item?.InsertTextModeSupport?.ValueSet.Contains($"{(int)InsertTextMode.AsIs}") is true,
        };
    }
}
