using Newtonsoft.Json.Linq;

namespace LspCompose.EndToEnd.Tests;

public sealed class DiagnosticsTests
{
    private const string Uri = "file:///project/compose.yaml";

    [Fact]
    public async Task Closing_a_document_clears_its_diagnostics()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));
        await server.Client.PushedAsync(Uri, 1);
        var cleared = server.Client.WaitForAsync(m => RawClient.IsPush(m, Uri), "the last push");
        await server.Client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = Uri } });

        Assert.Empty((await cleared).At("params.diagnostics"));
    }

    [Fact]
    public async Task Of_a_burst_of_changes_the_last_one_is_always_answered()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));
        for (var version = 2; version <= 500; version++)
        {
            await server.ChangeAsync(Uri, version, new { range = new { start = new { line = 0, character = 0 }, end = new { line = 0, character = 0 } }, text = "#\n" });
        }

        var last = await server.Client.PushedAsync(Uri, 500);
        Assert.Contains(last, d => (string?)d["code"] == "circular-link" && (int?)d["range"]?["start"]?["line"] == 499 + 3);
        var versions = server.Client.Received.Where(m => RawClient.IsPush(m, Uri)).Select(m => (int)m.At("params.version")).ToList();
        Assert.Equal(versions.Order(), versions);
    }

    [Fact]
    public async Task Pulled_diagnostics_are_sent_once_for_each_text()
    {
        await using var server = new ServerProcess();
        await server.InitializeAsync(Editor.PullingCapabilities);
        var registered = await server.Client.FindAsync(message => (string?)message["method"] == "client/registerCapability" && message.At("params.registrations").Any(IsDiagnostic), "the registration");
        Assert.Equal("lspcompose", registered.At("params.registrations").Single(IsDiagnostic).SelectToken("registerOptions.identifier"));
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));
        var first = await PullAsync(server, null);
        Assert.Equal("full", first["kind"]);
        Assert.Contains("circular-link", Editor.Rules(first.At("items")));

        var second = await PullAsync(server, (string?)first["resultId"]);
        Assert.Equal("unchanged", second["kind"]);
        Assert.Equal(first["resultId"], second["resultId"]);

        await server.ChangeAsync(Uri, 2, new { text = Editor.Sample("modern.yml") });
        var third = await PullAsync(server, (string?)second["resultId"]);
        Assert.Equal("full", third["kind"]);
        Assert.Empty(third.At("items"));
    }

    [Fact]
    public async Task A_client_that_could_pull_but_never_does_gets_pushes()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.PullingCapabilities);
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));
        Assert.NotEmpty(await server.Client.PushedAsync(Uri, 1));
        await server.ChangeAsync(Uri, 2, new { text = Editor.Sample("modern.yml") });
        Assert.Empty(await server.Client.PushedAsync(Uri, 2));
    }

    [Theory]
    [InlineData("push", false, true)]
    [InlineData("pull", true, false)]
    public async Task The_user_can_choose_how_diagnostics_come(string mode, bool isPullOffered, bool isPushed)
    {
        await using var server = new ServerProcess();
        var result = await server.InitializeAsync(null, new { lspcompose = new { diagnostics = new { mode } } });
        Assert.Equal(isPullOffered, result["capabilities"]?["diagnosticProvider"] is not null);
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));
        if (isPushed)
        {
            Assert.NotEmpty(await server.Client.PushedAsync(Uri, 1));
        }

        Assert.NotEmpty((await PullAsync(server, null)).At("items"));
        Assert.Equal(0, await server.ShutDownAsync());
        Assert.Equal(isPushed, server.Client.Received.Any(m => RawClient.IsPush(m, Uri)));
    }

    [Fact]
    public async Task Settings_sent_by_the_client_change_severities_at_once()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync(Uri, Editor.Sample("circular-services.yml"));
        await server.Client.PushedAsync(Uri, 1);
        var next = server.Client.WaitForAsync(m => RawClient.IsPush(m, Uri), "diagnostics with the new settings");
        var rules = new Dictionary<string, object> { ["circular-link"] = "hint", ["deprecated-link"] = "off", ["obsolete-version"] = "loud" };
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = new { lspcompose = new { rules } } });

        var finding = Assert.Single((await next).At("params.diagnostics"));
        Assert.Equal("circular-link", finding["code"]);
        Assert.Equal(4, finding["severity"]);
        var warning = await server.Client.FindAsync(m => (string?)m["method"] == "window/logMessage", "a warning about the unknown severity");
        Assert.Contains("obsolete-version", (string?)warning["params"]?["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_asked_for_where_the_client_answers_that()
    {
        await using var server = new ServerProcess();
        var severity = "off";
        server.Client.Answer = (method, parameters) => method switch
        {
            "workspace/configuration" when (string?)parameters?["items"]?[0]?["section"] == "lspcompose" =>
                new JArray(JObject.FromObject(new { rules = new Dictionary<string, string> { ["circular-link"] = severity, ["deprecated-link"] = "off" } })),
            _ => JValue.CreateNull(),
        };
        await server.InitializeAsync(Editor.Capabilities);
        await server.Client.FindAsync(m => (string?)m["method"] == "client/registerCapability" && (string?)m["params"]?["registrations"]?[0]?["method"] == "workspace/didChangeConfiguration", "the registration");
        await server.OpenAsync(Uri, Editor.Sample("circular-services.yml"));
        await server.Client.FindAsync(m => RawClient.IsPush(m, Uri) && !m.At("params.diagnostics").Any(), "diagnostics with the rules off");

        severity = "info";
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = (object?)null });
        await server.Client.FindAsync(m => RawClient.IsPush(m, Uri) && m.At("params.diagnostics").Any(d => (int?)d["severity"] == 3), "diagnostics with the changed settings");
    }

    [Fact]
    public async Task A_client_that_pulls_is_told_to_pull_again_when_settings_change()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.PullingCapabilities);
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = new { lspcompose = new { rules = new Dictionary<string, string> { ["circular-link"] = "off" } } } });

        await server.Client.FindAsync(m => (string?)m["method"] == "workspace/diagnostic/refresh" && m["id"] is not null, "the refresh");
    }

    private static Task<JToken> PullAsync(ServerProcess server, string? previousResultId) =>
        server.Client.ResultAsync("textDocument/diagnostic", previousResultId is null
            ? new { textDocument = new { uri = Uri } }
            : new { textDocument = new { uri = Uri }, previousResultId });

    private static bool IsDiagnostic(JToken registration) => (string?)registration["method"] == "textDocument/diagnostic";
}
