using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp.Handlers;

/// <summary><c>initialize</c>: agrees on capabilities and starts to watch the client's process.</summary>
internal sealed class InitializeHandler(Action<int> watchProcess, ServerLog log) : IMutationHandler<InitializeParams, InitializeResult>
{
    private static readonly string Version = typeof(InitializeHandler).Assembly.GetName().Version?.ToString(3) ?? "0";

    public (Session Next, InitializeResult Result) Handle(Session session, InitializeParams parameters)
    {
        if (parameters.ProcessId is { } processId)
        {
            watchProcess(processId);
        }

        var client = ClientProfile.From(parameters, SettingsReader.Mode(parameters.InitializationOptions));
        var settings = SettingsReader.Section(parameters.InitializationOptions) is { } section ? SettingsReader.Read(section, log.WarnUserOnce) : EditorSettings.None;
        var result = new InitializeResult
        {
            ServerInfo = new ServerInfo { Name = "lspcompose", Version = Version },
            Capabilities = new ServerCapabilities
            {
                PositionEncoding = client.Encoding.Name,
                TextDocumentSync = new TextDocumentSyncOptions { OpenClose = true, Change = TextDocumentSyncKind.Incremental, Save = true },
                HoverProvider = true,
                CodeActionProvider = new CodeActionOptions { CodeActionKinds = CodeActionKinds.All, ResolveProvider = true },
                DiagnosticProvider = client.Diagnostics == DiagnosticsMode.Push
                    ? null
                    : new DiagnosticOptions { Identifier = "lspcompose", InterFileDependencies = true, WorkspaceDiagnostics = false },
                ExecuteCommandProvider = new ExecuteCommandOptions { Commands = [ExecuteCommandHandler.ConvertLinks, ExecuteCommandHandler.Graph] },
            },
        };
        return (session.WithSettings(settings) with { Phase = Phase.Running, Client = client }, result);
    }
}
