using LspCompose.Lsp.Files;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Text;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Sessions;

/// <summary>What the client said it can do, as far as it changes what the server does.</summary>
internal sealed record ClientProfile
{
    private static readonly string[] Refreshable = ["semanticTokens", "inlayHint", "codeLens"];

    public PositionEncoding Encoding { get; init; } = PositionEncoding.Utf16;

    public DiagnosticsMode Diagnostics { get; init; }

    public bool PullsDiagnostics { get; init; }

    public bool RefreshesDiagnostics { get; init; }

    public bool ReadsMarkdown { get; init; } = true;

    public CompletionProfile Completion { get; init; } = new();

    public bool ResolvesEdits { get; init; }

    public bool TakesDefinitionLinks { get; init; }

    public bool PreparesRenames { get; init; }

    public bool TakesDocumentChanges { get; init; }

    /// <summary>True when the client makes files as part of an edit.</summary>
    public bool CreatesFiles { get; init; }

    public bool TakesChangeAnnotations { get; init; }

    public bool AppliesEdits { get; init; }

    public bool FormatsRanges { get; init; }

    public bool AnswersConfiguration { get; init; }

    public bool RegistersConfiguration { get; init; }

    public bool WatchesFiles { get; init; }

    /// <summary>True when files outside of the workspace's folders can be watched.</summary>
    public bool WatchesFolders { get; init; }

    /// <summary>The requests by which the client is told to ask anew for what it shows beside the text.</summary>
    public IReadOnlyList<string> Refreshes { get; init; } = [];

    /// <summary>True when the client shows progress the server begins by itself.</summary>
    public bool ShowsProgress { get; init; }

    public SymbolProfile Symbols { get; init; } = new();

    public bool FoldsLinesOnly { get; init; }

    /// <summary>What the client can do with semantic tokens; null for nothing.</summary>
    public TokenProfile? Tokens { get; init; }

    /// <summary>The commands of ours that the client has.</summary>
    public IReadOnlySet<string> Commands { get; init; } = new HashSet<string>();

    /// <summary>True when the client shows whether a Docker engine was found.</summary>
    public bool ShowsEngineStatus { get; init; }

    public bool ShowsLinkTooltips { get; init; }

    /// <summary>How many folding ranges the client takes at most; null for any number.</summary>
    public int? FoldingLimit { get; init; }

    /// <summary>Paths of the workspace's folders.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>What the client announced, as sent.</summary>
    public JToken Announced { private get; init; } = new JObject();

    /// <summary>True when the client takes a registration for a method instead of an announcement.</summary>
    public bool Registers(string method) =>
        Announced.SelectToken($"{CapabilityOf(method)}.dynamicRegistration") is JValue { Value: true };

    /// <summary>Reads the capabilities a client announces.</summary>
    public static ClientProfile From(InitializeParams parameters, DiagnosticsMode diagnostics)
    {
        var client = ProtocolJson.To<ClientCapabilities>(parameters.Capabilities);
        var watching = client.Workspace?.DidChangeWatchedFiles;
        var folders = parameters.WorkspaceFolders?.Select(folder => folder.Uri) ?? (parameters.RootUri is { } root ? [root] : []);
        var edits = client.Workspace?.WorkspaceEdit;
        var codeAction = client.TextDocument?.CodeAction;
        var takesDocumentChanges = edits?.DocumentChanges is true;
        return new ClientProfile
        {
            Encoding = PositionEncoding.Choose(client.General?.PositionEncodings ?? []),
            Diagnostics = diagnostics,
            PullsDiagnostics = client.TextDocument?.Diagnostic is not null,
            RefreshesDiagnostics = client.Workspace?.Diagnostics?.RefreshSupport is true,
            ReadsMarkdown = client.TextDocument?.Hover?.ContentFormat is not [not "markdown", ..],
            Completion = CompletionProfile.From(client.TextDocument?.Completion, parameters.ClientInfo?.Name ?? ""),
            ResolvesEdits = codeAction?.ResolveSupport?.Properties.Contains("edit") is true && codeAction.DataSupport is true,
            TakesDefinitionLinks = client.TextDocument?.Definition?.LinkSupport is true,
            PreparesRenames = client.TextDocument?.Rename?.PrepareSupport is true,
            TakesDocumentChanges = takesDocumentChanges,
            CreatesFiles = takesDocumentChanges && edits?.ResourceOperations?.Contains("create") is true,
            TakesChangeAnnotations = takesDocumentChanges && edits?.ChangeAnnotationSupport is not null,
            FormatsRanges = client.TextDocument?.RangeFormatting?.RangesSupport is true,
            AppliesEdits = client.Workspace?.ApplyEdit is true,
            AnswersConfiguration = client.Workspace?.Configuration is true,
            RegistersConfiguration = client.Workspace?.DidChangeConfiguration?.DynamicRegistration is true,
            WatchesFiles = watching?.DynamicRegistration is true,
            Refreshes = [.. Refreshable.Where(feature => parameters.Capabilities.SelectToken($"workspace.{feature}.refreshSupport") is JValue { Value: true }).Select(feature => $"workspace/{feature}/refresh")],
            ShowsProgress = client.Window?.WorkDoneProgress is true,
            WatchesFolders = watching?.RelativePatternSupport is true,
            Symbols = SymbolProfile.From(client.TextDocument?.DocumentSymbol, parameters.Capabilities),
            FoldsLinesOnly = client.TextDocument?.FoldingRange?.LineFoldingOnly is true,
            ShowsLinkTooltips = client.TextDocument?.DocumentLink?.TooltipSupport is true,
            Tokens = TokenProfile.From(client.TextDocument?.SemanticTokens),
            Commands = SettingsReader.Commands(parameters.InitializationOptions),
            ShowsEngineStatus = SettingsReader.ShowsEngineStatus(parameters.InitializationOptions),
            FoldingLimit = client.TextDocument?.FoldingRange?.RangeLimit,
            Folders = [.. folders.Select(FileUris.ToPath)],
            Announced = parameters.Capabilities,
        };
    }

    // Nearly always the method with dots.
    private static string CapabilityOf(string method) => method switch
    {
        "textDocument/prepareCallHierarchy" => "textDocument.callHierarchy",
        "workspace/willRenameFiles" or "workspace/didCreateFiles" or "workspace/didRenameFiles" or "workspace/didDeleteFiles" => "workspace.fileOperations",
        _ => method.Replace('/', '.'),
    };
}
