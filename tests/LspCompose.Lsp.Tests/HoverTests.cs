using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>Hovers and inlay hints as clients see them.</summary>
public sealed class HoverTests
{
    private const string Uri = "file:///p/compose.yaml";
    private const string Text = "services:\n  web: {x-a: '😀é', hostname: 'h-$TAG', image: a}\n  db: {ports: ['80:80']}\nnetworks: {n: {}}\n";

    private readonly MemoryFiles files = new()
    {
        ["/p/compose.override.yaml"] = "services:\n  web: {image: b}\n",
        ["/p/.env"] = "TAG=1\n",
    };

    [Fact]
    public async Task A_hover_is_Markdown_with_its_range_in_the_agreed_encoding()
    {
        await using var server = await StartAsync(new { general = new { positionEncodings = new[] { "utf-8" } } });
        var hover = await HoverAsync(server, 1, 38);
        Assert.Equal("markdown", (string?)hover.At("contents.kind"));
        Assert.Equal("**TAG** = `1`\n\nFrom `.env:1`.", (string?)hover.At("contents.value"));
        Assert.Equal("""{"start":{"line":1,"character":36},"end":{"line":1,"character":40}}""", hover.At("range").ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task A_client_without_Markdown_gets_plain_text()
    {
        await using var server = await StartAsync(new { textDocument = new { hover = new { contentFormat = new[] { "plaintext" } } } });
        var hover = await HoverAsync(server, 1, 42);
        Assert.Equal("plaintext", (string?)hover.At("contents.kind"));
        var text = (string?)hover.At("contents.value") ?? "";
        Assert.StartsWith("image: text\n\nImage to run", text, StringComparison.Ordinal);
        Assert.EndsWith("In effect: b (compose.override.yaml:2)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("---", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_between_words()
    {
        await using var server = await StartAsync();
        Assert.Equal(JTokenType.Null, (await HoverAsync(server, 1, 1)).Type);
    }

    [Fact]
    public async Task Hints_stand_in_the_range_asked_for_and_can_be_switched_off()
    {
        await using var server = await StartAsync();
        Assert.Equal(["1:37 = 1", "1:48 → b", "1:6 network: default", "2:22 host 80 → container 80", "2:5 network: default"], (await HintsAsync(server, 0, 3)).Order(StringComparer.Ordinal));
        Assert.Equal(["2:22 host 80 → container 80", "2:5 network: default"], (await HintsAsync(server, 2, 3)).Order(StringComparer.Ordinal));

        await server.Client.NotifyAsync("workspace/didChangeConfiguration", new { settings = new { lspcompose = new { inlayHints = new { ports = false, variables = false, implicitNetworks = false } } } });
        Assert.Equal(["1:48 → b"], await HintsAsync(server, 0, 3));
    }

    private async Task<InProcessServer> StartAsync(object? capabilities = null)
    {
        var server = await InProcessServer.InitializedAsync(capabilities, host: new ServerHost { Files = files });
        await server.OpenAsync(Uri, Text);
        return server;
    }

    private static Task<JToken> HoverAsync(InProcessServer server, int line, int character) =>
        server.Client.ResultAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line, character } });

    private static async Task<IEnumerable<string>> HintsAsync(InProcessServer server, int from, int to) =>
        (await server.Client.ResultAsync("textDocument/inlayHint", new { textDocument = new { uri = Uri }, range = new { start = new { line = from, character = 0 }, end = new { line = to, character = 0 } } }))
        .Select(hint => $"{hint.At("position.line")}:{hint.At("position.character")} {hint.At("label")}");
}
