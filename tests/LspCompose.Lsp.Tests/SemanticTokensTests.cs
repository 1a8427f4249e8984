using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary><c>textDocument/semanticTokens</c>: all, what changed, and those in sight.</summary>
public sealed class SemanticTokensTests
{
    private const string Uri = "file:///project/compose.yaml";
    private const string Text = "services:\n  web:\n    image: é:${TAG}\n    links: [db]\n  db: {image: x}\n";

    private static readonly object Document = new { textDocument = new { uri = Uri } };

    private static readonly object Capabilities = new
    {
        general = new { positionEncodings = new[] { "utf-8" } },
        textDocument = new
        {
            semanticTokens = new
            {
                requests = new { full = new { delta = true }, range = true },
                tokenTypes = new[] { "variable", "class", "property", "macro" },
                tokenModifiers = new[] { "deprecated", "declaration" },
                formats = new[] { "relative" },
            },
        },
    };

    [Fact]
    public async Task The_legend_holds_what_the_client_knows_and_tokens_follow_it()
    {
        await using var server = new InProcessServer();
        var answer = await server.Client.ResultAsync("initialize", new { capabilities = Capabilities });
        await server.Client.NotifyAsync("initialized", new { });
        Assert.Equal(
            """{"legend":{"tokenTypes":["class","property","macro","variable"],"tokenModifiers":["declaration","deprecated"]},"range":true,"full":{"delta":true}}""",
            answer.At("capabilities.semanticTokensProvider").ToString(Formatting.None));

        await server.OpenAsync(Uri, Text);
        var tokens = await server.Client.ResultAsync("textDocument/semanticTokens/full", Document);
        Assert.Equal("[1,2,3,0,1,1,16,3,3,0,1,4,5,1,2,0,8,2,0,0,1,2,2,0,1]", tokens.At("data").ToString(Formatting.None));

        var some = await server.Client.ResultAsync("textDocument/semanticTokens/range", new { textDocument = new { uri = Uri }, range = new { start = new { line = 2, character = 0 }, end = new { line = 3, character = 0 } } });
        Assert.Equal("[2,16,3,3,0]", some.At("data").ToString(Formatting.None));
    }

    [Fact]
    public async Task Only_what_changed_is_sent_again()
    {
        await using var server = await InProcessServer.InitializedAsync(Capabilities);
        await server.OpenAsync(Uri, Text);
        var first = await server.Client.ResultAsync("textDocument/semanticTokens/full", Document);
        var same = await DeltaAsync(server, (string?)first["resultId"]);
        Assert.Empty(same.At("edits"));

        await server.ChangeAsync(Uri, 2, new { text = Text.Replace("links: [db]", "links: [db, web]", StringComparison.Ordinal) });
        var delta = await DeltaAsync(server, (string?)same["resultId"]);
        var edit = Assert.Single(delta.At("edits"));
        var expected = await server.Client.ResultAsync("textDocument/semanticTokens/full", Document);
        var data = first.At("data").Select(number => (int)number).ToList();
        data.RemoveRange((int)edit.At("start"), (int)edit.At("deleteCount"));
        data.InsertRange((int)edit.At("start"), (edit["data"] ?? new JArray()).Select(number => (int)number));
        Assert.Equal(expected.At("data").Select(number => (int)number), data);

        Assert.NotNull((await DeltaAsync(server, "unknown"))["data"]);
    }

    [Fact]
    public async Task A_client_without_tokens_is_offered_none()
    {
        await using var server = new InProcessServer();
        Assert.Null((await server.Client.ResultAsync("initialize", new { capabilities = new { } })).At("capabilities")["semanticTokensProvider"]);
    }

    private static Task<JToken> DeltaAsync(InProcessServer server, string? previousResultId) =>
        server.Client.ResultAsync("textDocument/semanticTokens/full/delta", new { textDocument = new { uri = Uri }, previousResultId });
}
