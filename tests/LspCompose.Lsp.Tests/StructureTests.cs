using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>Symbols of a document, folding and selection ranges over the protocol.</summary>
public sealed class StructureTests
{
    private const string Uri = "file:///project/compose.yaml";
    private const string Text = "services:\n  web:\n    image: nginé\n    links: [\n      db\n    ]\n# one\n# two\n";

    private static readonly object Document = new { textDocument = new { uri = Uri } };

    [Fact]
    public async Task Symbols_are_a_tree_for_clients_that_take_one()
    {
        await using var server = await StartAsync(new
        {
            textDocument = new { documentSymbol = new { hierarchicalDocumentSymbolSupport = true, tagSupport = new { valueSet = new[] { 1 } }, symbolKind = new { valueSet = Enumerable.Range(1, 26).ToArray() } } },
            general = new { positionEncodings = new[] { "utf-8" } },
        });
        var symbols = await server.Client.ResultAsync("textDocument/documentSymbol", Document);
        var services = Assert.Single(symbols);
        Assert.Equal(("services", 3), ((string?)services["name"], (int?)services["kind"]));
        var web = Assert.Single(services.At("children"));
        Assert.Equal(("web", "nginé", 5), ((string?)web["name"], (string?)web["detail"], (int?)web["kind"]));
        Assert.Equal(17, (int?)web.At("children").First().At("range.end")["character"]);
        var links = web.At("children").Last();
        Assert.Equal(("links", 18, 1), ((string?)links["name"], (int?)links["kind"], (int?)links.At("tags").Single()));
    }

    [Fact]
    public async Task Symbols_are_a_list_of_kinds_everybody_knows_for_others()
    {
        await using var server = await StartAsync(new { });
        var symbols = await server.Client.ResultAsync("textDocument/documentSymbol", Document);
        Assert.Equal(["services", "web", "image", "links", "db"], symbols.Select(symbol => (string?)symbol["name"]));
        Assert.Equal([null, "services", "web", "web", "links"], symbols.Select(symbol => (string?)symbol["containerName"]));
        Assert.All(symbols, symbol => Assert.InRange((int?)symbol["kind"] ?? 0, 1, 18));
        Assert.All(symbols, symbol => Assert.Null(symbol["tags"]));
        Assert.Equal(Uri, (string?)symbols[1]?.At("location")["uri"]);
    }

    [Fact]
    public async Task Folding_leaves_a_closing_bracket_in_sight()
    {
        await using (var server = await StartAsync(new { textDocument = new { foldingRange = new { lineFoldingOnly = true } } }))
        {
            Assert.Equal(
                """[{"startLine":0,"endLine":5},{"startLine":1,"endLine":5},{"startLine":3,"endLine":4},{"startLine":6,"endLine":7,"kind":"comment"}]""",
                (await server.Client.ResultAsync("textDocument/foldingRange", Document)).ToString(Newtonsoft.Json.Formatting.None));
        }

        await using (var server = await StartAsync(new { textDocument = new { foldingRange = new { rangeLimit = 2 } } }))
        {
            Assert.Equal("""[{"startLine":0,"endLine":5},{"startLine":6,"endLine":7,"kind":"comment"}]""", (await server.Client.ResultAsync("textDocument/foldingRange", Document)).ToString(Newtonsoft.Json.Formatting.None));
        }

        await using (var server = await StartAsync(new { }))
        {
            Assert.Contains("""{"startLine":3,"endLine":5,"endCharacter":4}""", (await server.Client.ResultAsync("textDocument/foldingRange", Document)).ToString(Newtonsoft.Json.Formatting.None), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_position_gets_its_selection_ranges()
    {
        await using var server = await StartAsync(new { });
        var ranges = await server.Client.ResultAsync("textDocument/selectionRange", new { textDocument = new { uri = Uri }, positions = new[] { new { line = 2, character = 12 }, new { line = 0, character = 0 } } });
        Assert.Equal(2, ranges.Count());
        Assert.Equal("""{"start":{"line":2,"character":11},"end":{"line":2,"character":16}}""", ranges[0]?["range"]?.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("""{"start":{"line":2,"character":4},"end":{"line":2,"character":16}}""", ranges[0]?.At("parent")["range"]?.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("""{"start":{"line":0,"character":0},"end":{"line":0,"character":8}}""", ranges[1]?["range"]?.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task A_document_that_is_not_open_has_none()
    {
        await using var server = await InProcessServer.InitializedAsync();
        Assert.Empty(await server.Client.ResultAsync("textDocument/documentSymbol", Document));
        Assert.Empty(await server.Client.ResultAsync("textDocument/foldingRange", Document));
        Assert.Equal(JTokenType.Null, (await server.Client.ResultAsync("textDocument/selectionRange", new { textDocument = new { uri = Uri }, positions = Array.Empty<object>() })).Type);
    }

    private static async Task<InProcessServer> StartAsync(object capabilities)
    {
        var server = await InProcessServer.InitializedAsync(capabilities);
        await server.OpenAsync(Uri, Text);
        return server;
    }
}
