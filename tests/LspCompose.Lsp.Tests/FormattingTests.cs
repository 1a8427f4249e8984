using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>The requests for formatting.</summary>
public sealed class FormattingTests
{
    private const string Uri = "file:///project/compose.yaml";
    private const string Text = "services:\n  web:\n      image:   \"🐳\"  \n      ports: [80]";

    [Fact]
    public async Task A_document_is_laid_out_as_the_editor_asks()
    {
        await using var server = await OpenedAsync();
        Assert.Equal("2:4-6 '', 2:13-15 '', 2:19-21 '', 3:4-6 '', 3:17-17 '\n'", Show(await FormatAsync(server, new { tabSize = 2, insertSpaces = true })));
        Assert.Equal("1:2-2 '  ', 2:6-6 '  ', 2:13-15 '', 3:6-6 '  '", Show(await FormatAsync(server, new { tabSize = 4, insertSpaces = true, trimTrailingWhitespace = false, insertFinalNewline = false })));
    }

    [Fact]
    public async Task Settings_count_more_than_what_the_editor_asks()
    {
        await using var server = await OpenedAsync(new { lspcompose = new { format = new { indent = 3, blankLines = "keep" } } });
        Assert.Equal("1:2-2 ' ', 2:13-15 '', 2:19-21 '', 3:17-17 '\n'", Show(await FormatAsync(server, new { tabSize = 8, insertSpaces = false })));
    }

    [Fact]
    public async Task Positions_are_in_the_encoding_agreed_on()
    {
        await using var server = await OpenedAsync(null, new { general = new { positionEncodings = new[] { "utf-8" } } });
        Assert.Contains("2:21-23 ''", Show(await FormatAsync(server, new { tabSize = 2, insertSpaces = true })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_or_several_are_laid_out()
    {
        await using var server = await OpenedAsync();
        var options = new { tabSize = 2, insertSpaces = true };
        var range = new { start = new { line = 2, character = 0 }, end = new { line = 3, character = 0 } };
        Assert.Equal("2:13-15 '', 2:19-21 ''", Show(await server.Client.ResultAsync("textDocument/rangeFormatting", new { textDocument = new { uri = Uri }, range, options })));
        Assert.Equal("2:13-15 '', 2:19-21 ''", Show(await server.Client.ResultAsync("textDocument/rangesFormatting", new { textDocument = new { uri = Uri }, ranges = new[] { range }, options })));
    }

    [Fact]
    public async Task The_line_being_typed_is_put_in_its_place()
    {
        await using var server = await OpenedAsync(text: "services:\n\n  web:\n    ports:\n    -\n");
        var options = new { tabSize = 2, insertSpaces = true };
        Assert.Equal("1:0-0 '  '", Show(await server.Client.ResultAsync("textDocument/onTypeFormatting", new { textDocument = new { uri = Uri }, position = new { line = 1, character = 0 }, ch = "\n", options })));
        Assert.Equal("4:4-4 '  '", Show(await server.Client.ResultAsync("textDocument/onTypeFormatting", new { textDocument = new { uri = Uri }, position = new { line = 4, character = 5 }, ch = "-", options })));
    }

    [Fact]
    public async Task What_is_offered_is_announced()
    {
        await using var server = new InProcessServer();
        var capabilities = (await server.Client.ResultAsync("initialize", new { capabilities = new { textDocument = new { rangeFormatting = new { rangesSupport = true } } } })).At("capabilities");
        Assert.NotNull(capabilities["documentFormattingProvider"]);
        Assert.True((bool)capabilities.At("documentRangeFormattingProvider.rangesSupport"));
        Assert.Equal("\n", (string?)capabilities.At("documentOnTypeFormattingProvider.firstTriggerCharacter"));
    }

    [Fact]
    public async Task A_document_that_is_not_open_has_no_layout()
    {
        await using var server = await InProcessServer.InitializedAsync();
        Assert.Equal(JTokenType.Null, (await FormatAsync(server, new { tabSize = 2, insertSpaces = true })).Type);
    }

    private static async Task<InProcessServer> OpenedAsync(object? settings = null, object? capabilities = null, string text = Text)
    {
        var server = await InProcessServer.InitializedAsync(capabilities, settings);
        await server.OpenAsync(Uri, text);
        return server;
    }

    private static Task<JToken> FormatAsync(InProcessServer server, object options) => server.Client.ResultAsync("textDocument/formatting", new { textDocument = new { uri = Uri }, options });

    private static string Show(JToken edits) => string.Join(", ", edits.Select(edit =>
        $"{edit.At("range.start.line")}:{edit.At("range.start.character")}-{edit.At("range.end.character")} '{(string?)edit.At("newText")}'"));
}
