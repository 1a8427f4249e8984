using Newtonsoft.Json.Linq;

namespace LspCompose.EndToEnd.Tests;

/// <summary>A user with an editor: types, looks, fixes.</summary>
public sealed class LiveEditingTests
{
    private const string Uri = "file:///project/circular.yml";

    [Fact]
    public async Task A_circle_typed_key_by_key_is_flagged_fixed_and_gone()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities);
        var sample = Editor.Sample("circular.yml");
        await server.OpenAsync(Uri, "", 0);
        var version = 0;
        var (line, character) = (0, 0);
        foreach (var key in sample)
        {
            var position = new { line, character };
            await server.ChangeAsync(Uri, ++version, new { range = new { start = position, end = position }, text = key.ToString() });
            (line, character) = key == '\n' ? (line + 1, 0) : (line, character + 1);
        }

        var pushed = await server.Client.PushedAsync(Uri, version);
        Assert.Equal(["legacy-file-format", "circular-link", "deprecated-link", "deprecated-link"], Editor.Rules(pushed));
        var circle = pushed.Single(d => (string?)d["code"] == "circular-link");
        Assert.Equal("lspcompose", circle["source"]);
        Assert.Equal(1, circle["severity"]);
        Assert.EndsWith("circular-link.md", (string?)circle["codeDescription"]?["href"], StringComparison.Ordinal);
        Assert.Equal(2, circle["relatedInformation"]?.Count());
        Assert.All(pushed.Where(d => (string?)d["code"] == "deprecated-link"), d => Assert.Equal([2], d["tags"]?.Values<int>() ?? []));

        var actions = await server.Client.ResultAsync("textDocument/codeAction", Context(circle["range"], null));
        var preferred = actions.First(action => (bool?)action["isPreferred"] == true);
        Assert.Equal("quickfix", preferred["kind"]);
        Assert.Contains(preferred["diagnostics"] ?? new JArray(), d => (string?)d["code"] == "circular-link");
        Assert.Null(preferred["edit"]);
        Assert.Null(preferred["data"]?["$type"]);

        var resolved = await server.Client.ResultAsync("codeAction/resolve", preferred);
        Assert.Equal(version, resolved["edit"]?["documentChanges"]?[0]?["textDocument"]?["version"]);
        var mended = EditedText.Apply(sample, resolved.At("edit"), Uri);
        await server.ChangeAsync(Uri, ++version, new { text = mended });
        Assert.Empty(await server.Client.PushedAsync(Uri, version));
        Assert.Equal(0, await server.ShutDownAsync());
    }

    [Theory]
    [InlineData("one-way.yml")]
    [InlineData("circular.yml")]
    [InlineData("ambassador.yml")]
    [InlineData("one-way-services.yml")]
    [InlineData("circular-services.yml")]
    [InlineData("ambassador-services.yml")]
    public async Task Fix_all_leaves_a_sample_without_findings(string name)
    {
        await using var server = await ServerProcess.InitializedAsync();
        var sample = Editor.Sample(name);
        await server.OpenAsync(Uri, sample);
        Assert.NotEmpty(await server.Client.PushedAsync(Uri, 1));

        // A client that resolves nothing gets the edits at once.
        var actions = await server.Client.ResultAsync("textDocument/codeAction", Context(Range(0, 0), ["source.fixAll"]));
        var action = Assert.Single(actions);
        Assert.Equal("source.fixAll.lspcompose", action["kind"]);
        var mended = EditedText.Apply(sample, action.At("edit"), Uri);
        await server.ChangeAsync(Uri, 2, new { text = mended });
        Assert.Empty(await server.Client.PushedAsync(Uri, 2));
    }

    [Fact]
    public async Task A_modern_file_has_no_findings_and_nothing_to_mend()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync(Uri, Editor.Sample("modern.yml"));

        Assert.Empty(await server.Client.PushedAsync(Uri, 1));
        Assert.Empty(await server.Client.ResultAsync("textDocument/codeAction", Context(Range(0, 0), ["quickfix", "source"])));
    }

    [Theory]
    [InlineData("quickfix", "quickfix")]
    [InlineData("source", "source.fixAll.lspcompose")]
    [InlineData("source.fixAll", "source.fixAll.lspcompose")]
    [InlineData("source.fixAll.lspcompose", "source.fixAll.lspcompose")]
    [InlineData("source.fix", null)]
    [InlineData("source.organizeImports", null)]
    [InlineData("refactor.extract", null)]
    public async Task Only_the_kinds_asked_for_are_offered(string only, string? expected)
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync(Uri, Editor.Sample("circular-services.yml"));

        var actions = await server.Client.ResultAsync("textDocument/codeAction", Context(Range(0, 99), [only]));
        Assert.Equal(expected is null ? [] : [expected], actions.Select(action => (string?)action["kind"]).Distinct());
    }

    [Fact]
    public async Task An_action_offered_for_an_older_text_is_not_resolved()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities);
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));
        var actions = await server.Client.ResultAsync("textDocument/codeAction", Context(Range(0, 99), null));
        await server.ChangeAsync(Uri, 2, new { range = Range(0, 0), text = "# new\n" });

        Assert.Equal(-32801, await server.Client.ErrorCodeAsync("codeAction/resolve", actions.First()));
        Assert.Equal(-32602, await server.Client.ErrorCodeAsync("codeAction/resolve", new { title = "x" }));
    }

    [Fact]
    public async Task The_convert_command_has_the_client_apply_the_edit_and_reports()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities);
        JToken edit = JValue.CreateNull();
        server.Client.Answer = (method, parameters) =>
        {
            edit = method == "workspace/applyEdit" ? parameters.At("edit") : edit;
            return method == "workspace/applyEdit" ? new JObject { ["applied"] = true } : JValue.CreateNull();
        };
        var sample = Editor.Sample("circular.yml");
        await server.OpenAsync(Uri, sample);
        var report = await server.Client.ResultAsync("workspace/executeCommand", new { command = "lspcompose.convertLinks", arguments = new[] { Uri, "backend" } });

        Assert.Equal(true, report["applied"]);
        Assert.Equal(2, report["converted"]?.Count());
        Assert.Contains("backend", EditedText.Apply(sample, edit, Uri), StringComparison.Ordinal);
        Assert.Equal(-32602, await server.Client.ErrorCodeAsync("workspace/executeCommand", new { command = "lspcompose.convertLinks" }));
        Assert.Equal(-32602, await server.Client.ErrorCodeAsync("workspace/executeCommand", new { command = "rm" }));
    }

    [Fact]
    public async Task The_graph_command_draws_the_text_as_it_is_now()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities);
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));

        var drawn = await GraphAsync(Uri);
        Assert.Contains("before_service_fpm -->|\"links\"| before_service_nginx", (string?)drawn["mermaid"], StringComparison.Ordinal);
        Assert.Contains("subgraph after", (string?)drawn["mermaid"], StringComparison.Ordinal);
        Assert.StartsWith("<svg ", (string?)drawn["svg"], StringComparison.Ordinal);
        Assert.DoesNotContain("links", (string?)(await GraphAsync(Uri, "after"))["mermaid"], StringComparison.Ordinal);

        await server.ChangeAsync(Uri, 2, new { text = Editor.Sample("modern.yml") });
        Assert.DoesNotContain("subgraph", (string?)(await GraphAsync(Uri))["mermaid"], StringComparison.Ordinal);

        Assert.Equal(-32602, await server.Client.ErrorCodeAsync("workspace/executeCommand", new { command = "lspcompose.graph", arguments = new[] { Uri, "now" } }));
        Assert.Equal(-32602, await server.Client.ErrorCodeAsync("workspace/executeCommand", new { command = "lspcompose.graph", arguments = new[] { Uri + ".other" } }));
        Assert.Equal(-32602, await server.Client.ErrorCodeAsync("workspace/executeCommand", new { command = "lspcompose.graph" }));

        Task<JToken> GraphAsync(params string[] arguments) => server.Client.ResultAsync("workspace/executeCommand", new { command = "lspcompose.graph", arguments });
    }

    [Fact]
    public async Task Hover_explains_a_link_in_the_format_the_client_reads()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities);
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));
        var hover = await HoverAsync(server, 3, 7);
        Assert.Equal("markdown", hover["contents"]?["kind"]);
        Assert.Contains("](https://", (string?)hover["contents"]?["value"], StringComparison.Ordinal);
        Assert.Equal(3, hover["range"]?["start"]?["line"]);

        await using var plain = await ServerProcess.InitializedAsync(new { textDocument = new { hover = new { contentFormat = new[] { "plaintext" } } } });
        await plain.OpenAsync(Uri, Editor.Sample("circular.yml"));
        var text = await HoverAsync(plain, 3, 7);
        Assert.Equal("plaintext", text["contents"]?["kind"]);
        Assert.DoesNotContain("**", (string?)text["contents"]?["value"], StringComparison.Ordinal);
        Assert.DoesNotContain("](", (string?)text["contents"]?["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_sees_every_change_sent_before_it()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync(Uri, "x: y\n");
        byte[] burst =
        [
            .. RawClient.Frame(RawClient.Message(null, "textDocument/didChange", new { textDocument = new { uri = Uri, version = 2 }, contentChanges = new[] { new { text = Editor.Sample("circular.yml") } } })),
            .. RawClient.Frame(RawClient.Message("new", "textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line = 3, character = 7 } })),
            .. RawClient.Frame(RawClient.Message(null, "textDocument/didChange", new { textDocument = new { uri = Uri, version = 3 }, contentChanges = new[] { new { text = "" } } })),
            .. RawClient.Frame(RawClient.Message("empty", "textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line = 3, character = 7 } })),
        ];
        await server.Client.SendBytesAsync(burst);

        Assert.Equal(JTokenType.Object, (await server.Client.FindAsync(m => (string?)m["id"] == "new", "the first hover"))["result"]?.Type);
        Assert.Equal(JTokenType.Null, (await server.Client.FindAsync(m => (string?)m["id"] == "empty", "the second hover"))["result"]?.Type);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public async Task Ranges_are_in_the_encoding_agreed_on(string encoding)
    {
        await using var server = new ServerProcess();
        var result = await server.InitializeAsync(new { general = new { positionEncodings = new[] { encoding, "utf-16" } } });
        Assert.Equal(encoding, result["capabilities"]?["positionEncoding"]);

        // ä: 2 bytes, 1 unit. 😀: 4 bytes, 2 units. Both before the finding on its line.
        await server.OpenAsync(Uri, "services:\n  web: { image: nginx, labels: [ 'ä😀' ], links: [ db ] }\n  db: { image: db }\n");
        var before = encoding switch { "utf-8" => 6, "utf-16" => 3, _ => 2 };
        var link = Assert.Single(await server.Client.PushedAsync(Uri, 1));
        var start = "  web: { image: nginx, labels: [ '".Length + before + "' ], links: [ ".Length;
        Assert.Equal("deprecated-link", link["code"]);
        Assert.Equal((start, start + 2), ((int)link.At("range.start.character"), (int)link.At("range.end.character")));

        // The same place as an incremental change: 'db' becomes 'xy', which is no service.
        var range = link["range"];
        await server.Client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri = Uri, version = 2 }, contentChanges = new[] { new { range, text = "xy" } } });
        var undefined = Assert.Single(await server.Client.PushedAsync(Uri, 2), d => (string?)d["code"] == "undefined-service");
        Assert.Contains("xy", (string?)undefined["message"], StringComparison.Ordinal);
    }

    private static object Context(JToken? range, string[]? only) => new { textDocument = new { uri = Uri }, range, context = new { diagnostics = Array.Empty<object>(), only } };

    private static JObject Range(int start, int end) => new() { ["start"] = new JObject { ["line"] = start, ["character"] = 0 }, ["end"] = new JObject { ["line"] = end, ["character"] = 0 } };

    private static Task<JToken> HoverAsync(ServerProcess server, int line, int character) =>
        server.Client.ResultAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line, character } });
}
