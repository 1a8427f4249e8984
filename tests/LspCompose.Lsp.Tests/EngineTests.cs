using LspCompose.Analysis.Engines;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>The Docker engine beside the files, as clients see it.</summary>
public sealed class EngineTests
{
    private const string Uri = "file:///shop/compose.yaml";
    private const string Text = "services:\n  web: {image: nginx, networks: [front]}\nnetworks:\n  front: {external: true}\n";

    private static readonly EngineView Bare = new() { Version = "28.0.0" };

    private static readonly EngineView WithNetwork = Bare with { Networks = [new EngineNetwork { Id = "1", Name = "front", Driver = "bridge" }] };

    private static readonly object ShowsStatus = new { lspcompose = new { engineStatus = true } };

    private readonly MadeUpEngine engine = new();

    [Fact]
    public async Task Findings_follow_the_engine()
    {
        await using var server = await StartAsync();
        await server.OpenAsync(Uri, Text);
        Assert.Empty(await server.Client.PushedAsync(Uri, 1));

        engine.Tell(Bare);
        await UntilPushedAsync(server, codes => codes.Contains("missing-external-network"));
        engine.Tell(WithNetwork);
        await UntilPushedAsync(server, codes => codes.Count == 0);
    }

    [Fact]
    public async Task An_engine_that_goes_takes_what_it_told_along()
    {
        await using var server = await StartAsync(ShowsStatus);
        await server.OpenAsync(Uri, Text);
        engine.Tell(Bare);
        await UntilPushedAsync(server, codes => codes.Contains("missing-external-network"));
        engine.Tell(new EngineState { Connection = EngineConnection.NotFound, Endpoint = "unix:///var/run/docker.sock", Reason = "Nothing listens there." });
        await UntilPushedAsync(server, codes => codes.Count == 0);

        var status = (await StatusAsync(server, "notFound")).At("params");
        Assert.Equal("Nothing listens there.", (string?)status["reason"]);
        Assert.DoesNotContain(server.Client.Received, message => (string?)message["method"] is "window/showMessage" or "window/logMessage");
    }

    [Fact]
    public async Task A_client_that_shows_it_is_told_how_things_stand_and_any_other_is_not()
    {
        await using var server = await StartAsync(ShowsStatus);
        await server.OpenAsync(Uri, Text);
        engine.Tell(new EngineState { Connection = EngineConnection.Looking });
        engine.Tell(Bare);
        var told = (await StatusAsync(server, "connected")).At("params");
        Assert.Equal(("28.0.0", "default", "unix:///var/run/docker.sock"), ((string?)told["version"], (string?)told["context"], (string?)told["endpoint"]));
        Assert.Contains(server.Client.Received, message => IsStatus(message, "looking"));

        var another = new MadeUpEngine();
        await using var silent = await InProcessServer.InitializedAsync(host: new ServerHost { Files = new MemoryFiles(), Engine = another });
        await silent.OpenAsync(Uri, Text);
        another.Tell(Bare);
        await UntilPushedAsync(silent, codes => codes.Contains("missing-external-network"));
        Assert.DoesNotContain(silent.Client.Received, message => (string?)message["method"] == "lspcompose/engineStatus");
    }

    [Fact]
    public async Task Nobody_looks_until_a_Compose_file_is_open_nor_after_the_last_one_is_closed()
    {
        await using var server = await StartAsync();
        await server.OpenAsync("file:///shop/.env", "A=1\n");
        await server.Client.ResultAsync("workspace/symbol", new { query = "" });
        Assert.Equal(0, engine.Watches);

        await server.OpenAsync(Uri, Text);
        engine.Tell(Bare);
        await UntilPushedAsync(server, codes => codes.Contains("missing-external-network"));
        Assert.Equal(1, engine.Watches);
        await server.Client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = Uri } });
        await engine.Stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_user_can_forbid_it_before_anybody_looks_and_while_somebody_does()
    {
        var isEnabled = false;
        await using var server = new InProcessServer(new ServerHost { Files = new MemoryFiles(), Engine = engine });
        server.Client.Answer = (method, _) => method == "workspace/configuration" ? new JArray(new JObject { ["engine"] = new JObject { ["enabled"] = isEnabled } }) : JValue.CreateNull();
        await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = new { workspace = new { configuration = true } }, initializationOptions = ShowsStatus });
        await server.OpenAsync(Uri, Text);
        await server.Client.NotifyAsync("initialized", new { });
        await server.Client.FindAsync(message => (string?)message["method"] == "workspace/configuration", "a question for the settings");
        await server.Client.PushedAsync(Uri, 1);
        await server.Client.ResultAsync("workspace/symbol", new { query = "" });
        Assert.Equal(0, engine.Watches);

        isEnabled = true;
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = (object?)null });
        engine.Tell(Bare);
        await UntilPushedAsync(server, codes => codes.Contains("missing-external-network"));

        isEnabled = false;
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = (object?)null });
        await UntilPushedAsync(server, codes => codes.Count == 0);
        await StatusAsync(server, "off");
        await engine.Stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Hints_are_asked_for_anew_when_the_engine_changes()
    {
        await using var server = await InProcessServer.InitializedAsync(new { workspace = new { inlayHint = new { refreshSupport = true } } }, host: new ServerHost { Files = new MemoryFiles(), Engine = engine });
        await server.OpenAsync(Uri, Text);
        await server.Client.PushedAsync(Uri, 1);
        var asked = server.Client.WaitForAsync(message => (string?)message["method"] == "workspace/inlayHint/refresh", "a refresh of the hints");
        engine.Tell(WithNetwork);
        await asked;
    }

    private static Task<JObject> StatusAsync(InProcessServer server, string state) => server.Client.FindAsync(message => IsStatus(message, state), $"the status '{state}'");

    private static bool IsStatus(JObject message, string state) => (string?)message["method"] == "lspcompose/engineStatus" && (string?)message["params"]?["state"] == state;

    private static Task<JObject> UntilPushedAsync(InProcessServer server, Func<IReadOnlyList<string?>, bool> holds) =>
        server.Client.UntilLastAsync(message => RawClient.IsPush(message, Uri), message => holds([.. message.At("params.diagnostics").Select(diagnostic => (string?)diagnostic["code"])]), "diagnostics beside the engine");

    private Task<InProcessServer> StartAsync(object? options = null) => InProcessServer.InitializedAsync(options: options, host: new ServerHost { Files = new MemoryFiles(), Engine = engine });
}
