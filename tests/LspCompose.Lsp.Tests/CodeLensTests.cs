using Newtonsoft.Json;

namespace LspCompose.Lsp.Tests;

/// <summary><c>textDocument/codeLens</c>.</summary>
public sealed class CodeLensTests
{
    private const string Uri = "file:///my%20project/compose.yaml";
    private const string Text = "services:\n  web: {image: x, depends_on: [db]}\n  db: {image: x}\n";

    private static readonly object Document = new { textDocument = new { uri = Uri } };

    [Fact]
    public async Task Without_commands_of_the_client_a_lens_has_a_title_only()
    {
        await using var server = await InProcessServer.InitializedAsync();
        await server.OpenAsync(Uri, Text);
        Assert.Equal(
            """[{"range":{"start":{"line":1,"character":2},"end":{"line":1,"character":5}},"command":{"title":"0 references","command":""}},{"range":{"start":{"line":2,"character":2},"end":{"line":2,"character":4}},"command":{"title":"1 reference","command":""}}]""",
            (await server.Client.ResultAsync("textDocument/codeLens", Document)).ToString(Formatting.None));
    }

    [Fact]
    public async Task What_the_client_can_do_is_offered()
    {
        var options = new { lspcompose = new { commands = new object[] { "lspcompose.showReferences", "lspcompose.up", "lspcompose.down", 1, "other" } } };
        await using var server = await InProcessServer.InitializedAsync(options: options);
        await server.OpenAsync(Uri, Text);
        var lenses = await server.Client.ResultAsync("textDocument/codeLens", Document);
        Assert.Equal(["0 references", "Up", "Down", null, "Up", "Down"], lenses.Select(lens => (string?)lens["command"]?["title"]));
        Assert.Equal("""["file:///my%20project/compose.yaml",["/my project/compose.yaml"],"web"]""", lenses[1]?.At("command.arguments").ToString(Formatting.None));

        var resolved = await server.Client.ResultAsync("codeLens/resolve", lenses[3]);
        Assert.Equal(("1 reference", "lspcompose.showReferences"), ((string?)resolved.At("command")["title"], (string?)resolved.At("command")["command"]));
        Assert.Equal(
            """["file:///my%20project/compose.yaml",{"line":2,"character":2},[{"uri":"file:///my%20project/compose.yaml","range":{"start":{"line":1,"character":31},"end":{"line":1,"character":33}}}]]""",
            resolved.At("command.arguments").ToString(Formatting.None));
    }

    [Fact]
    public async Task A_lens_of_an_older_text_is_resolved_to_something_harmless()
    {
        var options = new { lspcompose = new { commands = new[] { "lspcompose.showReferences" } } };
        await using var server = await InProcessServer.InitializedAsync(options: options);
        await server.OpenAsync(Uri, Text);
        var lens = (await server.Client.ResultAsync("textDocument/codeLens", Document)).Last();
        await server.ChangeAsync(Uri, 2, new { text = "" });
        Assert.Equal("", (string?)(await server.Client.ResultAsync("codeLens/resolve", lens)).At("command")["command"]);
        Assert.Equal("", (string?)(await server.Client.ResultAsync("codeLens/resolve", new { range = lens["range"], data = "x" })).At("command")["command"]);
    }
}
