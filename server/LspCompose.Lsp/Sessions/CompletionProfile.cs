using LspCompose.Analysis.Features.Completion;
using LspCompose.Lsp.Protocol;

namespace LspCompose.Lsp.Sessions;

/// <summary>What the client can do with completion items.</summary>
internal sealed record CompletionProfile
{
    // VS Code and what is built from it.
    private static readonly string[] Relatives = ["Visual Studio Code", "VSCodium", "Code - OSS", "code-server", "Cursor", "Windsurf"];

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

    /// <summary>True when it has the command of VS Code that offers again behind what was taken.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Reads the capabilities a client announces. That it knows a command of an editor no capability tells, only its name.</summary>
    public static CompletionProfile From(CompletionClientCapabilities? capabilities, string client)
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
            GoesOn = Array.Exists(Relatives, client.Contains),
        };
    }
}
