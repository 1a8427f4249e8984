using System.Diagnostics;
using System.Text;
using Newtonsoft.Json.Linq;

namespace LspCompose.Testing;

/// <summary>The program as a process, with a client at its standard streams. <c>LSPCOMPOSE_BINARY</c> names the native binary; without it the build's own program runs.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    // What happens to run on the machine must not be in the answers.
    private const string NoEngine = "unix:///no/engine.sock";

    private readonly Process process;
    private readonly StringBuilder log = new();

    /// <summary>Starts the program; it looks for a Docker engine at the address only.</summary>
    public ServerProcess(string engine = NoEngine)
    {
        var start = new ProcessStartInfo(Program, "lsp --stdio") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOCKER_HOST"] = engine;
        process = Process.Start(start)
            ?? throw new InvalidOperationException($"{Program} did not start.");
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log)
            {
                log.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        Client = new RawClient(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    public static string Program { get; } = Environment.GetEnvironmentVariable("LSPCOMPOSE_BINARY") is { Length: > 0 } binary
        ? binary
        : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "lspcompose.exe" : "lspcompose");

    public RawClient Client { get; }

    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public static async Task<ServerProcess> InitializedAsync(object? capabilities = null, object? options = null, string engine = NoEngine)
    {
        var server = new ServerProcess(engine);
        await server.InitializeAsync(capabilities, options);
        return server;
    }

    public async Task<JToken> InitializeAsync(object? capabilities = null, object? options = null)
    {
        var result = await Client.ResultAsync("initialize", new { processId = Environment.ProcessId, rootUri = (string?)null, capabilities = capabilities ?? new { }, initializationOptions = options });
        await Client.NotifyAsync("initialized", new { });
        return result;
    }

    public Task OpenAsync(string uri, string text, int version = 1) =>
        Client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, languageId = "dockercompose", version, text } });

    public Task ChangeAsync(string uri, int version, params object[] contentChanges) =>
        Client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri, version }, contentChanges });

    /// <summary>Says good-bye as the protocol asks and returns the exit code; what is on standard output must be messages only.</summary>
    public async Task<int> ShutDownAsync()
    {
        await Client.ResultAsync("shutdown");
        await Client.NotifyAsync("exit");
        return await ExitCodeAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await Client.Ended;
        return process.ExitCode;
    }

    public void CloseInput() => process.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
