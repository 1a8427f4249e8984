using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

public sealed class CompletionTests
{
    private const string Uri = "file:///p/compose.yaml";
    private const string Text = "services:\n  web:\n    # 😀\n    hea: x\n    volu\n    \n";

    [Fact]
    public async Task A_client_that_takes_plain_text_only_gets_plain_text()
    {
        await using var server = await InProcessServer.InitializedAsync();
        await server.OpenAsync(Uri, Text);

        var list = await CompleteAsync(server, 3, 7);
        var item = Assert.Single(list.At("items"), item => (string?)item["label"] == "healthcheck");

        Assert.False((bool)list.At("isIncomplete"));
        Assert.Equal("""{"range":{"start":{"line":3,"character":4},"end":{"line":3,"character":7}},"newText":"healthcheck"}""", item.At("textEdit").ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("mapping", item["detail"]);
        Assert.Null(item["documentation"]);
        Assert.Null(item["insertTextFormat"]);
        Assert.Null(item["insertTextMode"]);
    }

    [Fact]
    public async Task A_client_gets_what_it_says_it_takes()
    {
        await using var server = await InProcessServer.InitializedAsync(new
        {
            textDocument = new { completion = new { completionItem = new { snippetSupport = true, insertReplaceSupport = true, tagSupport = new { valueSet = new[] { 1 } }, insertTextModeSupport = new { valueSet = new[] { 1, 2 } } } } },
        });
        await server.OpenAsync(Uri, Text);

        var items = (await CompleteAsync(server, 5, 4)).At("items");
        var build = Assert.Single(items, item => (string?)item["label"] == "build");
        Assert.Equal("""{"newText":"build:\n      context: ${1:.}\n      dockerfile: ${2:Dockerfile}","insert":{"start":{"line":5,"character":4},"end":{"line":5,"character":4}},"replace":{"start":{"line":5,"character":4},"end":{"line":5,"character":4}}}""", build.At("textEdit").ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(2, build["insertTextFormat"]);
        Assert.Equal(1, build["insertTextMode"]);
        Assert.Equal([1], Assert.Single(items, item => (string?)item["label"] == "volumes_from").At("tags").Values<int>());
    }

    [Theory]
    [InlineData("markdown", "`.env`")]
    [InlineData("plaintext", ".env")]
    public async Task Documentation_comes_when_an_item_is_resolved_also_after_more_was_typed(string format, string words)
    {
        await using var server = await InProcessServer.InitializedAsync(new { textDocument = new { completion = new { completionItem = new { documentationFormat = new[] { format } } } } });
        await server.OpenAsync(Uri, "services:\n  web:\n    env");
        var item = Assert.Single((await CompleteAsync(server, 2, 7)).At("items"), item => (string?)item["label"] == "environment");
        await server.ChangeAsync(Uri, 2, new { text = "services:\n  web:\n    envi" });

        var resolved = await server.Client.ResultAsync("completionItem/resolve", item);

        Assert.Equal(format, resolved.At("documentation")["kind"]);
        Assert.Contains(words, (string?)resolved.At("documentation")["value"], StringComparison.Ordinal);
        Assert.Equal(item["textEdit"], resolved["textEdit"]);
    }

    [Fact]
    public async Task A_blank_asks_only_where_something_begins()
    {
        await using var server = await InProcessServer.InitializedAsync();
        await server.OpenAsync(Uri, "services:\n  web:\n    restart: \n     \n");

        Assert.NotEmpty((await CompleteAsync(server, 2, 13, " ")).At("items"));
        Assert.Empty((await CompleteAsync(server, 3, 4, " ")).At("items"));
        Assert.NotEmpty((await CompleteAsync(server, 3, 4)).At("items"));
    }

    [Fact]
    public async Task A_document_that_is_not_open_has_no_offers()
    {
        await using var server = await InProcessServer.InitializedAsync();

        Assert.Empty((await CompleteAsync(server, 0, 0)).At("items"));
    }

    private static Task<JToken> CompleteAsync(InProcessServer server, int line, int character, string? typed = null) =>
        server.Client.ResultAsync("textDocument/completion", new
        {
            textDocument = new { uri = Uri },
            position = new { line, character },
            context = typed is null ? new { triggerKind = 1, triggerCharacter = (string?)null } : new { triggerKind = 2, triggerCharacter = (string?)typed },
        });
}
