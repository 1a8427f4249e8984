using System.Diagnostics;
using LspCompose.Testing;

namespace LspCompose.Benchmarks;

/// <summary>A running server, initialized.</summary>
internal sealed class Server : IDisposable
{
    // What happens to run on the machine must not be measured.
    private const string NoEngine = "unix:///no/engine.sock";

    private readonly Process process;

    private Server(Process process)
    {
        this.process = process;
        Client = new RawClient(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    public RawClient Client { get; }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <summary>Starts the program; it looks for a Docker engine at the address only.</summary>
    public static async Task<Server> StartAsync(string program, string engine = NoEngine)
    {
        var start = new ProcessStartInfo(program, "lsp --stdio") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOCKER_HOST"] = engine;
        var process = Process.Start(start)
            ?? throw new InvalidOperationException($"{program} did not start.");
        var server = new Server(process);
        await server.Client.ResultAsync("initialize", new { processId = Environment.ProcessId, capabilities = new { } });
        await server.Client.NotifyAsync("initialized", new { });
        return server;
    }

    public async Task OpenAsync(string uri, string text)
    {
        await Client.NotifyAsync("textDocument/didOpen", new { textDocument = new { uri, languageId = "dockercompose", version = 1, text } });
        await Client.PushedAsync(uri, 1);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
