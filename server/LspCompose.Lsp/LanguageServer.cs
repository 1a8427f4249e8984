using LspCompose.Lsp.Engines;
using LspCompose.Lsp.Files;
using LspCompose.Lsp.Handlers;
using LspCompose.Lsp.Protocol;
using LspCompose.Lsp.Publishing;
using LspCompose.Lsp.Queue;
using LspCompose.Lsp.Rpc;
using LspCompose.Lsp.Sessions;

namespace LspCompose.Lsp;

/// <summary>The language server: one session over a pair of streams.</summary>
public static class LanguageServer
{
    /// <summary>Serves one client until it says <c>exit</c>, its process dies or the input ends. Returns the process exit code the protocol asks for.</summary>
    public static Task<int> RunAsync(Stream input, Stream output, TextWriter log, ServerHost host, CancellationToken cancellation) =>
        RunAsync(input, output, log, host, TimeProvider.System, cancellation);

    /// <summary>As above, with the clock to wait by.</summary>
    internal static async Task<int> RunAsync(Stream input, Stream output, TextWriter log, ServerHost host, TimeProvider time, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var client = new Connection(input, output);
        var exit = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var serverLog = new ServerLog(log, client);
        var diagnostics = new DiagnosticsSource(serverLog);
        var pushes = new PushPolicy(time);
        var watch = new FileWatch(client);
        var refresh = new ViewRefresh(client);
        using var files = new ProjectFiles(host.Files, time, serverLog);
        using var publisher = new DiagnosticsPublisher(diagnostics, files, pushes, client, serverLog);
        using var engine = new EngineWatch(host.Engine, client, serverLog);
        var queue = new RequestQueue<Session>(Session.WithEnvironment(host.Environment), Observe);
        engine.PostTo(queue);
        var settings = new ClientSettings(client, queue, serverLog);
        var progress = new Progress(client, time);
        using var search = new FolderSearch(host, client, queue, progress, time, serverLog);
        var changedFiles = new ChangedFiles(files, search);
        Task? parent = null;

        // What is offered stands beside what answers it.
        var providers = new List<Provider>();
        var registrations = new Registrations(client, providers);
        var router = new Router(client, queue, progress, serverLog);
        router.Mutation("initialize", new InitializeHandler(registrations, WatchParent, serverLog));
        router.Notification("initialized", new InitializedHandler(registrations, settings, watch, search));
        router.Mutation("shutdown", new ShutdownHandler());
        router.Notification("exit", new ExitHandler(code => exit.TrySetResult(code)));
        router.Notification("textDocument/didOpen", new DidOpenHandler(files, serverLog));
        router.Notification("textDocument/didChange", new DidChangeHandler(serverLog));
        router.Notification("textDocument/didClose", new DidCloseHandler(pushes));
        router.Notification("textDocument/didSave", new DidSaveHandler(files));
        router.Notification("workspace/didChangeWatchedFiles", new DidChangeWatchedFilesHandler(changedFiles));
        router.Notification("workspace/didChangeConfiguration", new DidChangeConfigurationHandler(settings));

        Offer("workspace/didChangeWorkspaceFolders", "workspace.workspaceFolders", _ => DidChangeWorkspaceFoldersHandler.Options);
        router.Notification("workspace/didChangeWorkspaceFolders", new DidChangeWorkspaceFoldersHandler(search));

        Offer("workspace/didCreateFiles", "workspace.fileOperations.didCreate", _ => ChangedFiles.Operations);
        router.Notification("workspace/didCreateFiles", new DidCreateFilesHandler(changedFiles));
        Offer("workspace/didRenameFiles", "workspace.fileOperations.didRename", _ => ChangedFiles.Operations);
        router.Notification("workspace/didRenameFiles", new DidRenameFilesHandler(changedFiles));
        Offer("workspace/didDeleteFiles", "workspace.fileOperations.didDelete", _ => ChangedFiles.Operations);
        router.Notification("workspace/didDeleteFiles", new DidDeleteFilesHandler(changedFiles));

        Offer("textDocument/diagnostic", "diagnosticProvider", profile => profile.Diagnostics == DiagnosticsMode.Push ? null : DocumentDiagnosticHandler.Options);
        router.Query("textDocument/diagnostic", new DocumentDiagnosticHandler(diagnostics, files, pushes));
        router.Query("workspace/diagnostic", new WorkspaceDiagnosticHandler(diagnostics, files, pushes, progress, queue));

        Offer("textDocument/codeAction", "codeActionProvider", _ => CodeActionHandler.Options);
        router.Query("textDocument/codeAction", new CodeActionHandler());
        router.Query("codeAction/resolve", new CodeActionResolveHandler());

        Offer("textDocument/hover", "hoverProvider", Provider.Plain);
        router.Query("textDocument/hover", new HoverHandler(files));

        Offer("textDocument/inlayHint", "inlayHintProvider", Provider.Plain);
        router.Query("textDocument/inlayHint", new InlayHintHandler(files));

        var looks = new HostLooks(host.Files, time, serverLog);
        var offeredItems = new CompletionMemory();
        Offer("textDocument/completion", "completionProvider", _ => CompletionHandler.Options);
        router.Query("textDocument/completion", new CompletionHandler(offeredItems, looks));
        router.Query("completionItem/resolve", new CompletionResolveHandler(offeredItems));

        Offer("textDocument/formatting", "documentFormattingProvider", Provider.Plain);
        router.Query("textDocument/formatting", new FormattingHandler());

        var rangeFormatting = new RangeFormattingHandler();
        Offer("textDocument/rangeFormatting", "documentRangeFormattingProvider", RangeFormattingHandler.Options);
        router.Query<DocumentRangeFormattingParams, IReadOnlyList<TextEdit>?>("textDocument/rangeFormatting", rangeFormatting);
        router.Query<DocumentRangesFormattingParams, IReadOnlyList<TextEdit>?>("textDocument/rangesFormatting", rangeFormatting);

        Offer("textDocument/onTypeFormatting", "documentOnTypeFormattingProvider", _ => OnTypeFormattingHandler.Options);
        router.Query("textDocument/onTypeFormatting", new OnTypeFormattingHandler());

        Offer("textDocument/definition", "definitionProvider", Provider.Plain);
        router.Query("textDocument/definition", new DefinitionHandler(files, looks));
        Offer("textDocument/references", "referencesProvider", Provider.Plain);
        router.Query("textDocument/references", new ReferencesHandler(files));
        Offer("textDocument/documentHighlight", "documentHighlightProvider", Provider.Plain);
        router.Query("textDocument/documentHighlight", new DocumentHighlightHandler());
        Offer("textDocument/rename", "renameProvider", RenameHandler.Options);
        router.Query("textDocument/prepareRename", new PrepareRenameHandler(files));
        router.Query("textDocument/rename", new RenameHandler(files));
        Offer("textDocument/linkedEditingRange", "linkedEditingRangeProvider", Provider.Plain);
        router.Query("textDocument/linkedEditingRange", new LinkedEditingRangeHandler());
        Offer("textDocument/prepareCallHierarchy", "callHierarchyProvider", Provider.Plain);
        router.Query("textDocument/prepareCallHierarchy", new CallHierarchyPrepareHandler(files));
        router.Query("callHierarchy/incomingCalls", new CallHierarchyIncomingHandler());
        router.Query("callHierarchy/outgoingCalls", new CallHierarchyOutgoingHandler());
        Offer("workspace/symbol", "workspaceSymbolProvider", Provider.Plain);
        router.Query("workspace/symbol", new WorkspaceSymbolHandler(files));

        Offer("textDocument/documentSymbol", "documentSymbolProvider", Provider.Plain);
        router.Query("textDocument/documentSymbol", new DocumentSymbolHandler());

        Offer("textDocument/foldingRange", "foldingRangeProvider", Provider.Plain);
        router.Query("textDocument/foldingRange", new FoldingRangeHandler());

        Offer("textDocument/selectionRange", "selectionRangeProvider", Provider.Plain);
        router.Query("textDocument/selectionRange", new SelectionRangeHandler());

        Offer("textDocument/documentLink", "documentLinkProvider", _ => DocumentLinkHandler.Options);
        router.Query("textDocument/documentLink", new DocumentLinkHandler());

        Offer("workspace/willRenameFiles", "workspace.fileOperations.willRename", _ => ChangedFiles.Operations);
        router.Query("workspace/willRenameFiles", new WillRenameFilesHandler());

        var sentTokens = new TokenMemory();
        Offer("textDocument/semanticTokens", "semanticTokensProvider", SemanticTokensHandler.Options);
        router.Query("textDocument/semanticTokens/full", new SemanticTokensHandler(sentTokens));
        router.Query("textDocument/semanticTokens/full/delta", new SemanticTokensDeltaHandler(sentTokens));
        router.Query("textDocument/semanticTokens/range", new SemanticTokensRangeHandler());

        Offer("textDocument/codeLens", "codeLensProvider", CodeLensHandler.Options);
        router.Query("textDocument/codeLens", new CodeLensHandler());
        router.Query("codeLens/resolve", new CodeLensResolveHandler());

        Offer("workspace/executeCommand", "executeCommandProvider", _ => ExecuteCommandHandler.Options);
        router.Query("workspace/executeCommand", new ExecuteCommandHandler(client));

        var work = Task.WhenAll(queue.RunAsync(), publisher.RunAsync(), files.RunAsync(queue));
        client.Start();
        await Task.WhenAny(exit.Task, client.Completion, WhenCancelledAsync(ended.Token)).ConfigureAwait(false);
        var isEndOfInput = client.Completion.IsCompleted;

        queue.Complete();
        publisher.Complete();
        files.Complete();
        search.Complete();
        await work.ConfigureAwait(false);
        await engine.CompleteAsync().ConfigureAwait(false);
        await client.DrainAsync().ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        if (parent is not null)
        {
            await parent.ConfigureAwait(false);
        }

        if (exit.Task.IsCompleted)
        {
            return await exit.Task.ConfigureAwait(false);
        }

        serverLog.Info(isEndOfInput ? "The input ended without 'exit'." : "Stopped.");
        return 1;

        void Observe(Session session)
        {
            files.Observe(session);
            publisher.Observe(session);
            watch.Observe(session);
            refresh.Observe(session);
            engine.Observe(session);
        }

        void Offer(string method, string capability, Func<ClientProfile, object?> options) => providers.Add(new Provider(method, capability, options));

        void WatchParent(int processId) => parent = WatchParentAsync(processId);

        async Task WatchParentAsync(int processId)
        {
            try
            {
                await ParentProcess.WaitForExitAsync(processId, ended.Token).ConfigureAwait(false);
                serverLog.Info($"The client's process {processId} ended.");
                exit.TrySetResult(1);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // The session ended first.
            }
        }
    }

    private static async Task WhenCancelledAsync(CancellationToken cancellation) =>
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
