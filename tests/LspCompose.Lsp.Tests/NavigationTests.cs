using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>Navigation and renaming as clients see them.</summary>
public sealed class NavigationTests
{
    private const string Uri = "file:///p/compose.yaml";
    private const string Override = "file:///p/compose.override.yaml";

    private const string Text = "services:\n  web: {x-a: '😀é', links: [db], image: 'x:$TAG'}\n  db: &base {image: y}\n  q: *base\n";

    private readonly MemoryFiles files = new()
    {
        ["/p/compose.override.yaml"] = "# é\nservices: {db: {depends_on: [q]}}\n",
        ["/p/.env"] = "TAG=1\n",
    };

    [Fact]
    public async Task A_definition_is_a_link_with_the_whole_entry_where_the_client_takes_links()
    {
        await using var server = await StartAsync(new { textDocument = new { definition = new { linkSupport = true } } });
        Assert.Equal(
            [
                """{"originSelectionRange":{"start":{"line":1,"character":28},"end":{"line":1,"character":30}},"targetUri":"file:///p/compose.yaml","targetRange":{"start":{"line":2,"character":2},"end":{"line":2,"character":22}},"targetSelectionRange":{"start":{"line":2,"character":2},"end":{"line":2,"character":4}}}""",
                """{"originSelectionRange":{"start":{"line":1,"character":28},"end":{"line":1,"character":30}},"targetUri":"file:///p/compose.override.yaml","targetRange":{"start":{"line":1,"character":11},"end":{"line":1,"character":32}},"targetSelectionRange":{"start":{"line":1,"character":11},"end":{"line":1,"character":13}}}""",
            ],
            (await AskAsync(server, "definition", 1, 29)).Select(Show));
    }

    [Fact]
    public async Task A_definition_is_a_location_else_and_positions_are_in_the_agreed_encoding()
    {
        await using var server = await StartAsync(new { general = new { positionEncodings = new[] { "utf-8" } } });
        Assert.Equal(
            ["""{"uri":"file:///p/.env","range":{"start":{"line":0,"character":0},"end":{"line":0,"character":3}}}"""],
            (await AskAsync(server, "definition", 1, 50)).Select(Show));
        Assert.Empty(await AskAsync(server, "definition", 0, 0));
    }

    [Fact]
    public async Task A_stage_is_found_in_its_dockerfile()
    {
        files["/p/web/Dockerfile"] = "# x\nFROM a AS prod\n";
        await using var server = await InProcessServer.InitializedAsync(host: new ServerHost { Files = files });
        await server.OpenAsync(Uri, "services: {web: {build: {context: web, target: prod}}}\n");
        Assert.Equal(
            ["""{"uri":"file:///p/web/Dockerfile","range":{"start":{"line":1,"character":10},"end":{"line":1,"character":14}}}"""],
            (await AskAsync(server, "definition", 0, 48)).Select(Show));
    }

    [Fact]
    public async Task References_come_from_all_files_with_or_without_the_definitions()
    {
        await using var server = await StartAsync();
        Assert.Equal(["compose.yaml 1:28", "compose.yaml 2:2", "compose.override.yaml 1:11"], (await AskAsync(server, "references", 2, 3, new { includeDeclaration = true })).Select(Place));
        Assert.Equal(["compose.yaml 1:28"], (await AskAsync(server, "references", 2, 3, new { includeDeclaration = false })).Select(Place));
    }

    [Fact]
    public async Task Highlights_tell_definitions_from_uses()
    {
        await using var server = await StartAsync();
        Assert.Equal(
            [
                """{"range":{"start":{"line":1,"character":28},"end":{"line":1,"character":30}},"kind":2}""",
                """{"range":{"start":{"line":2,"character":2},"end":{"line":2,"character":4}},"kind":3}""",
            ],
            (await AskAsync(server, "documentHighlight", 1, 28)).Select(Show));
    }

    [Fact]
    public async Task A_renaming_edits_all_files_by_version()
    {
        await using var server = await StartAsync(new { workspace = new { workspaceEdit = new { documentChanges = true } }, textDocument = new { rename = new { prepareSupport = true } } });
        Assert.Equal("""{"range":{"start":{"line":1,"character":28},"end":{"line":1,"character":30}},"placeholder":"db"}""", Show(await AskAsync(server, "prepareRename", 1, 29)));

        var edit = await RenameAsync(server, 1, 29, "data");
        Assert.Equal(
            """[{"textDocument":{"uri":"file:///p/compose.yaml","version":1},"edits":[{"range":{"start":{"line":2,"character":2},"end":{"line":2,"character":4}},"newText":"data"},{"range":{"start":{"line":1,"character":28},"end":{"line":1,"character":30}},"newText":"data"}]},{"textDocument":{"uri":"file:///p/compose.override.yaml","version":null},"edits":[{"range":{"start":{"line":1,"character":11},"end":{"line":1,"character":13}},"newText":"data"}]}]""",
            Show(edit.At("documentChanges")));
    }

    [Fact]
    public async Task A_renaming_that_would_break_something_is_refused_with_the_reason()
    {
        await using var server = await StartAsync();
        var error = await server.Client.RequestAsync("textDocument/rename", new { textDocument = new { uri = Uri }, position = new { line = 1, character = 29 }, newName = "q" });
        Assert.Equal(-32803, (int)error.At("error.code"));
        Assert.Equal("Service 'q' exists already (line 4). Choose another name.", (string?)error.At("error.message"));
        Assert.Equal(JTokenType.Null, (await RenameAsync(server, 0, 2, "x")).Type);
    }

    [Fact]
    public async Task Only_clients_that_ask_first_are_offered_to()
    {
        await using var server = new InProcessServer();
        var plain = (await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = new { } })).At("capabilities.renameProvider");
        Assert.Null(plain["prepareProvider"]);
        await using var asking = new InProcessServer();
        Assert.True((bool)(await asking.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = new { textDocument = new { rename = new { prepareSupport = true } } } })).At("capabilities.renameProvider.prepareProvider"));
    }

    [Fact]
    public async Task An_anchor_is_edited_together_with_its_aliases()
    {
        await using var server = await StartAsync();
        Assert.Equal(
            """{"ranges":[{"start":{"line":2,"character":7},"end":{"line":2,"character":11}},{"start":{"line":3,"character":6},"end":{"line":3,"character":10}}],"wordPattern":"[A-Za-z0-9_-]+"}""",
            Show(await AskAsync(server, "linkedEditingRange", 3, 8)));
        Assert.Equal(JTokenType.Null, (await AskAsync(server, "linkedEditingRange", 2, 3)).Type);
    }

    [Fact]
    public async Task Dependencies_are_walked_in_both_directions()
    {
        await using var server = await StartAsync();
        var db = Assert.Single(await AskAsync(server, "prepareCallHierarchy", 1, 29));
        Assert.Equal("db y", $"{db.At("name")} {db.At("detail")}");

        var incoming = Assert.Single(await server.Client.ResultAsync("callHierarchy/incomingCalls", new { item = db }));
        Assert.Equal("web [28]", $"{incoming.At("from.name")} [{incoming.At("fromRanges[0].start.character")}]");

        var outgoing = Assert.Single(await server.Client.ResultAsync("callHierarchy/outgoingCalls", new { item = db }));
        Assert.Equal("q", (string?)outgoing.At("to.name"));
    }

    [Fact]
    public async Task Names_are_found_in_all_files()
    {
        await using var server = await StartAsync();
        await server.OpenAsync(Override, "networks: {dbnet: }\n");
        Assert.Equal(
            ["db compose.yaml 2:2 p/compose.yaml 5", "dbnet compose.override.yaml 0:11 p/compose.override.yaml 11"],
            (await server.Client.ResultAsync("workspace/symbol", new { query = "DB" })).Select(symbol => $"{symbol.At("name")} {Place(symbol.At("location"))} {symbol.At("containerName")} {symbol.At("kind")}"));
    }

    [Fact]
    public async Task The_file_of_variables_may_be_asked_too()
    {
        await using var server = await StartAsync();
        await server.OpenAsync("file:///p/.env", "TAG=1\n");
        var references = await server.Client.ResultAsync("textDocument/references", new { textDocument = new { uri = "file:///p/.env" }, position = new { line = 0, character = 1 }, context = new { includeDeclaration = false } });
        Assert.Equal(["compose.yaml 1:44"], references.Select(Place));
    }

    private async Task<InProcessServer> StartAsync(object? capabilities = null)
    {
        var server = await InProcessServer.InitializedAsync(capabilities, host: new ServerHost { Files = files });
        await server.OpenAsync(Uri, Text);
        return server;
    }

    private static Task<JToken> AskAsync(InProcessServer server, string method, int line, int character, object? context = null) =>
        server.Client.ResultAsync($"textDocument/{method}", new { textDocument = new { uri = Uri }, position = new { line, character }, context });

    private static Task<JToken> RenameAsync(InProcessServer server, int line, int character, string newName) =>
        server.Client.ResultAsync("textDocument/rename", new { textDocument = new { uri = Uri }, position = new { line, character }, newName });

    private static string Show(JToken token) => token.ToString(Formatting.None);

    private static string Place(JToken location) => $"{((string?)location.At("uri"))?["file:///p/".Length..]} {location.At("range.start.line")}:{location.At("range.start.character")}";
}
