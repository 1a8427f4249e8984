using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>Settings of the editor and of <c>.lspcompose.yaml</c>.</summary>
public sealed class SettingsTests
{
    private const string Uri = "file:///project/app/compose.yaml";
    private const string File = "file:///project/.lspcompose.yaml";
    private const string Text = "version: '3.8'\nservices:\n  web:\n    image: nginx\n    links: [db]\n  db:\n    image: db\n";

    private static readonly object Watching = new { workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true } } };

    private readonly MemoryFiles files = new();

    [Fact]
    public async Task The_nearest_settings_file_holds_and_the_editor_wins_over_it()
    {
        files["/.lspcompose.yaml"] = "rules:\n  deprecated-link: error\n";
        files["/project/.lspcompose.yaml"] = "rules:\n  obsolete-version: off\n  deprecated-link: hint\n";
        await using var server = await StartAsync(null);
        await server.OpenAsync(Uri, Text);
        Assert.Equal([("deprecated-link", 4)], Severities(await server.Client.PushedAsync(Uri, 1)));

        var next = server.Client.WaitForAsync(message => RawClient.IsPush(message, Uri), "diagnostics with the editor's settings");
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = new { lspcompose = new { rules = new Dictionary<string, string> { ["deprecated-link"] = "info" } } } });
        Assert.Equal([("deprecated-link", 3)], Severities((await next).At("params.diagnostics")));
    }

    [Fact]
    public async Task Changes_of_the_settings_file_count_at_once()
    {
        await using var server = await StartAsync(Watching);
        await server.OpenAsync(Uri, Text);
        Assert.Equal(2, (await server.Client.PushedAsync(Uri, 1)).Count);

        var next = server.Client.WaitForAsync(message => RawClient.IsPush(message, Uri), "diagnostics with the settings file");
        files["/project/.lspcompose.yaml"] = "rules:\n  obsolete-version: off\n  deprecated-link: off\n";
        await server.Client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = File, type = 1 } } });
        Assert.Empty((await next).At("params.diagnostics"));

        next = server.Client.WaitForAsync(message => RawClient.IsPush(message, Uri), "diagnostics with the open settings file");
        await server.OpenAsync(File, "rules:\n  obsolete-version: off\n");
        Assert.Equal([("deprecated-link", 2)], Severities((await next).At("params.diagnostics")));
    }

    [Fact]
    public async Task Problems_of_a_settings_file_are_told_of_it_open_or_not_until_nothing_refers_to_it()
    {
        files["/project/.lspcompose.yaml"] = "rules:\n  deprecated-lnk: off\n";
        await using var server = await StartAsync(null);
        await server.OpenAsync(Uri, Text);
        var closed = await server.Client.FindAsync(message => RawClient.IsPush(message, File), "diagnostics of the settings file");
        Assert.Equal([("unknown-setting", 2)], Severities(closed.At("params.diagnostics")));

        await server.OpenAsync(File, "rules:\n  deprecated-link: of\nstrict: true\n", 5);
        Assert.Equal([("unknown-setting", 2), ("unknown-setting", 2)], Severities(await server.Client.PushedAsync(File, 5)));
        await server.Client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = File } });
        await server.Client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = Uri } });

        // What is pushed for a later document comes after all that was due before.
        await server.OpenAsync("untitled:Untitled-1", "services: {}\n");
        await server.Client.PushedAsync("untitled:Untitled-1", 1);
        Assert.Empty(server.Client.Received.Last(message => RawClient.IsPush(message, File)).At("params.diagnostics"));
    }

    [Fact]
    public async Task Wrong_settings_of_the_editor_are_shown_once()
    {
        await using var server = await StartAsync(null);
        var settings = new { lspcompose = new { target = "compose-1", rules = new Dictionary<string, string> { ["deprecated-lnk"] = "off" } } };
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings });
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings });
        await server.Client.ResultAsync("shutdown");

        var shown = server.Client.Received.Where(message => (string?)message["method"] == "window/showMessage").ToList();
        Assert.Equal(2, shown.Count);
        Assert.All(shown, message => Assert.Equal(2, (int?)message["params"]?["type"]));
        Assert.Contains(shown, message => message.ToString().Contains("deprecated-lnk", StringComparison.Ordinal));
        Assert.Contains(shown, message => message.ToString().Contains("compose-2.26", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_target_can_be_set_in_the_editor_and_in_the_settings_file()
    {
        // Newer Composes take it, 2.26 does not.
        const string Models = "services:\n  web:\n    image: nginx\nmodels:\n  llm:\n    model: ai/model\n";
        files["/project/.lspcompose.yaml"] = "target: compose-2.26\n";
        await using var server = await StartAsync(null);
        await server.OpenAsync(Uri, Models);
        Assert.Contains(await server.Client.PushedAsync(Uri, 1), d => (int?)d["severity"] == 1);

        var next = server.Client.WaitForAsync(message => RawClient.IsPush(message, Uri), "diagnostics for the newest Compose");
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = new { lspcompose = new { target = "latest" } } });
        Assert.DoesNotContain((await next).At("params.diagnostics"), d => (int?)d["severity"] == 1);
    }

    private static IEnumerable<(string?, int?)> Severities(JToken diagnostics) => diagnostics.Select(diagnostic => ((string?)diagnostic["code"], (int?)diagnostic["severity"]));

    private Task<InProcessServer> StartAsync(object? capabilities) => InProcessServer.InitializedAsync(capabilities, host: new ServerHost { Files = files });
}
