using System.Diagnostics;
using System.Net.Sockets;
using Newtonsoft.Json.Linq;

namespace LspCompose.EndToEnd.Tests;

/// <summary>Docker engines that do not behave, beside a session that goes on.</summary>
public sealed class EngineTests
{
    private const int Hovers = 50;
    private const string Uri = "file:///shop/compose.yaml";
    private const string Text = "services:\n  web:\n    image: nginx\n";

    private static readonly object ShowsStatus = new { lspcompose = new { engineStatus = true } };

    [Fact]
    public async Task An_engine_that_takes_the_call_and_never_answers_holds_nothing_up()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The engine of this test is at a Unix socket.");
        var folder = Directory.CreateTempSubdirectory("lspcompose-").FullName;
        try
        {
            var socket = Path.Combine(folder, "engine.sock");
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(socket));
            listener.Listen();

            await using var alone = await ServerProcess.InitializedAsync(Editor.Capabilities);
            var without = await HoverTimesAsync(alone);

            await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities, ShowsStatus, $"unix://{socket}");
            await server.OpenAsync(Uri, Text);
            using var call = await listener.AcceptAsync(TestContext.Current.CancellationToken);
            var beside = await HoverTimesAsync(server);
            TestContext.Current.SendDiagnosticMessage($"hover, median of {Hovers}: {without.TotalMilliseconds:F1} ms without an engine, {beside.TotalMilliseconds:F1} ms beside one that hangs");

            var status = await StatusAsync(server, "notAnswering");
            Assert.Contains(socket, (string?)status.At("params.endpoint"), StringComparison.Ordinal);
            Assert.NotEqual("", (string?)status.At("params.reason"));
            Assert.Equal(0, await server.ShutDownAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Without_an_engine_everything_works_and_nothing_nags()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities, ShowsStatus);
        await server.OpenAsync(Uri, "services:\n  web:\n    image: nginx\n    links: [db]\n  db:\n    image: postgres\n");
        await StatusAsync(server, "notFound");
        Assert.Equal(["deprecated-link"], Editor.Rules(await server.Client.PushedAsync(Uri, 1)));
        Assert.Equal(0, await server.ShutDownAsync());
        Assert.DoesNotContain(server.Client.Received, message => (string?)message["method"] is "window/showMessage" or "window/logMessage");
    }

    private static async Task<TimeSpan> HoverTimesAsync(ServerProcess server)
    {
        var times = new List<TimeSpan>();
        for (var version = 2; version < Hovers + 2; version++)
        {
            await server.OpenAsync(Uri, $"{Text}    # {version}\n", version);
            var start = Stopwatch.GetTimestamp();
            var hover = await server.Client.ResultAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line = 1, character = 3 } });
            times.Add(Stopwatch.GetElapsedTime(start));
            Assert.Contains("web", (string?)hover.At("contents.value"), StringComparison.Ordinal);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static Task<JObject> StatusAsync(ServerProcess server, string state) =>
        server.Client.FindAsync(message => (string?)message["method"] == "lspcompose/engineStatus" && (string?)message["params"]?["state"] == state, $"the status '{state}'");
}
