using System.Diagnostics;
using LspCompose.Testing;
using Newtonsoft.Json.Linq;

namespace LspCompose.Engine.Tests.Live;

/// <summary>The language server beside a real engine, as an editor sees it.</summary>
public sealed class EngineSessionTests
{
    private const string Uri = "file:///shop/compose.yaml";

    private static readonly object ShowsStatus = new { lspcompose = new { engineStatus = true } };

    [Fact]
    public async Task Of_two_projects_that_run_a_file_shows_its_own_and_follows_it()
    {
        var socket = await LiveEngine.RequireSocketAsync();
        await using var shop = await LiveProject.UpAsync("services:\n  web:\n    image: busybox:local\n    ports: [\"127.0.0.1::80\"]\n");
        await using var blog = await LiveProject.UpAsync("services:\n  web:\n    image: busybox:local\n");
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities, ShowsStatus, $"unix://{socket}");
        await server.OpenAsync(Uri, $"name: {shop.Name}\n{shop.Content}");

        await UntilHoverAsync(server, hover => hover.Contains($"{shop.Name}-web-1", StringComparison.Ordinal) && hover.Contains("running", StringComparison.Ordinal));
        Assert.DoesNotContain(blog.Name, await HoverAsync(server), StringComparison.Ordinal);
        Assert.Contains("running", await HintsAsync(server), StringComparison.Ordinal);

        (await shop.ComposeAsync("stop", "-t", "0")).AssertSuccess();
        await UntilHoverAsync(server, hover => hover.Contains("exited", StringComparison.Ordinal));
        Assert.Contains("exited", await HintsAsync(server), StringComparison.Ordinal);
        Assert.Equal(0, await server.ShutDownAsync());
    }

    [Fact]
    public async Task An_engine_that_is_killed_and_started_again_in_the_middle_of_a_session()
    {
        await using var proxy = new EngineProxy(await LiveEngine.RequireSocketAsync());
        proxy.Open();
        await using var shop = await LiveProject.UpAsync("services:\n  web:\n    image: busybox:local\n");
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities, ShowsStatus, $"unix://{proxy.Path}");
        await server.OpenAsync(Uri, $"name: {shop.Name}\n{shop.Content}");
        await UntilHoverAsync(server, hover => hover.Contains("running", StringComparison.Ordinal));

        await proxy.CloseAsync();
        await StatusAsync(server, "notFound", 1);
        Assert.DoesNotContain("running", await HoverAsync(server), StringComparison.Ordinal);

        proxy.Open();
        await StatusAsync(server, "connected", 2);
        await UntilHoverAsync(server, hover => hover.Contains("running", StringComparison.Ordinal));
        Assert.Equal(0, await server.ShutDownAsync());
        Assert.All(proxy.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    private static Task<JObject> StatusAsync(ServerProcess server, string state, int times) => server.Client.FindAsync(
        _ => server.Client.Received.Count(message => (string?)message["method"] == "lspcompose/engineStatus" && (string?)message["params"]?["state"] == state) >= times, $"the status '{state}' {times} times");

    // A new state of the engine has the client asked to look anew.
    private static async Task UntilHoverAsync(ServerProcess server, Func<string, bool> holds)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var refreshed = server.Client.WaitForAsync(message => (string?)message["method"] == "workspace/inlayHint/refresh", "another state of the engine");
            var hover = await HoverAsync(server);
            if (holds(hover))
            {
                return;
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1), hover);
            await refreshed;
        }
    }

    private static async Task<string> HoverAsync(ServerProcess server) =>
        (string?)(await server.Client.ResultAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line = 2, character = 3 } })).At("contents.value") ?? "";

    private static async Task<string> HintsAsync(ServerProcess server) =>
        (await server.Client.ResultAsync("textDocument/inlayHint", new { textDocument = new { uri = Uri }, range = new { start = new { line = 0, character = 0 }, end = new { line = 9, character = 0 } } })).ToString();
}
