using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

public sealed class RefactoringTests
{
    private const string Uri = "file:///compose.yaml";
    private const string Text = "services:\n  web:\n    image: nginx\n    ports:\n      - \"8080:80\"\n";

    private static readonly object Resolving = new
    {
        workspace = new { workspaceEdit = new { documentChanges = true, resourceOperations = new[] { "create" } } },
        textDocument = new { codeAction = new { dataSupport = true, resolveSupport = new { properties = new[] { "edit" } } } },
    };

    [Fact]
    public async Task A_refactoring_is_offered_by_its_kind_and_resolved_when_chosen()
    {
        await using var server = await InProcessServer.InitializedAsync(Resolving);
        await server.OpenAsync(Uri, Text);
        var offered = await OfferAsync(server, "refactor");
        var action = Assert.Single(offered, one => (string?)one["title"] == "Convert this port to long syntax");
        Assert.Equal("refactor.rewrite", (string?)action["kind"]);
        Assert.Null(action["edit"]);
        Assert.All(offered, one => Assert.StartsWith("refactor.", (string?)one["kind"], StringComparison.Ordinal));

        var resolved = await server.Client.ResultAsync("codeAction/resolve", action);
        var change = Assert.Single(resolved.SelectTokens("edit.documentChanges[*]"));
        Assert.Equal(1, (int?)change.SelectToken("textDocument.version"));
        Assert.Contains("published:", change.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refactor.rewrite", true)]
    [InlineData("refactor.extract", false)]
    [InlineData("refactor.rewrite.more", false)]
    [InlineData("quickfix", false)]
    [InlineData("", true)]
    public async Task Only_the_kinds_asked_for_are_offered(string only, bool isOffered)
    {
        await using var server = await InProcessServer.InitializedAsync();
        await server.OpenAsync(Uri, Text);
        var offered = await OfferAsync(server, only);
        Assert.Equal(isOffered, offered.Any(one => (string?)one["kind"] == "refactor.rewrite"));
        Assert.All(offered, one => Assert.NotNull(one["edit"]));
    }

    [Fact]
    public async Task A_file_is_made_where_the_client_can_make_files()
    {
        const string two = "services:\n  web:\n    image: nginx\n  db:\n    image: postgres\n";
        await using var server = await InProcessServer.InitializedAsync(Resolving);
        await server.OpenAsync(Uri, two);
        var action = Assert.Single(await OfferAsync(server, "refactor.extract", 3, 3), one => (string?)one["title"] == "Move 'db' to 'db.compose.yaml' and include it");
        var changes = (await server.Client.ResultAsync("codeAction/resolve", action)).SelectTokens("edit.documentChanges[*]").ToList();
        Assert.Equal(("create", "file:///db.compose.yaml"), ((string?)changes[0]["kind"], (string?)changes[0]["uri"]));
        var filled = Assert.Single(changes, change => (string?)change.SelectToken("textDocument.uri") == "file:///db.compose.yaml");
        Assert.Equal("services:\n  db:\n    image: postgres\n", (string?)filled.SelectToken("edits[0].newText"));
        Assert.Equal(JTokenType.Null, filled.SelectToken("textDocument.version")?.Type);

        await using var plain = await InProcessServer.InitializedAsync();
        await plain.OpenAsync(Uri, two);
        Assert.DoesNotContain(await OfferAsync(plain, "refactor.extract", 3, 3), one => ((string?)one["title"] ?? "").StartsWith("Move", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_kinds_are_announced()
    {
        await using var server = new InProcessServer();
        var answer = await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = new { } });
        var kinds = answer.SelectToken("capabilities.codeActionProvider.codeActionKinds")?.Values<string>() ?? [];
        Assert.Subset(kinds.OfType<string>().ToHashSet(), new HashSet<string> { "quickfix", "refactor.rewrite", "refactor.extract", "refactor.inline", "source.fixAll.lspcompose" });
    }

    private static async Task<IReadOnlyList<JToken>> OfferAsync(InProcessServer server, string only, int line = 4, int character = 10)
    {
        var position = new { line, character };
        var result = await server.Client.ResultAsync("textDocument/codeAction", new { textDocument = new { uri = Uri }, range = new { start = position, end = position }, context = new { diagnostics = Array.Empty<object>(), only = new[] { only } } });
        return [.. result];
    }
}
