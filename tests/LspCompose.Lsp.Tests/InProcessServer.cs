using System.IO.Pipelines;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>The server in this process, over two pipes.</summary>
internal sealed class InProcessServer : IAsyncDisposable
{
    private readonly Pipe toServer = new();
    private readonly Pipe fromServer = new();
    private readonly CancellationTokenSource stop = new();

    public InProcessServer(ServerHost? host = null, TimeProvider? time = null)
    {
        Client = new RawClient(toServer.Writer.AsStream(), fromServer.Reader.AsStream());
        ExitCode = RunAsync(host ?? new ServerHost { Files = new MemoryFiles() }, time ?? new PatientClock());
    }

    public RawClient Client { get; }

    public StringWriter Log { get; } = new();

    public Task<int> ExitCode { get; }

    public static async Task<InProcessServer> InitializedAsync(object? capabilities = null, object? options = null, ServerHost? host = null, TimeProvider? time = null)
    {
        var server = new InProcessServer(host, time);
        await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = capabilities ?? new { }, initializationOptions = options });
        await server.Client.NotifyAsync("initialized", new { });
        return server;
    }

    public Task OpenAsync(string uri, string text, int version = 1) =>
        Client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, languageId = "dockercompose", version, text } });

    public Task ChangeAsync(string uri, int version, params object[] contentChanges) =>
        Client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri, version }, contentChanges });

    public Task<JToken> HoverAsync(string uri, int line, int character) =>
        Client.ResultAsync("textDocument/hover", new { textDocument = new { uri }, position = new { line, character } });

    private async Task<int> RunAsync(ServerHost host, TimeProvider time)
    {
        var code = await LanguageServer.RunAsync(toServer.Reader.AsStream(), fromServer.Writer.AsStream(), TextWriter.Synchronized(Log), host, time, stop.Token);
        await fromServer.Writer.CompleteAsync();
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await toServer.Writer.CompleteAsync();
        await ExitCode;
        stop.Dispose();
    }
}
