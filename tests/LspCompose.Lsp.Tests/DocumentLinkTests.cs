namespace LspCompose.Lsp.Tests;

/// <summary><c>textDocument/documentLink</c>.</summary>
public sealed class DocumentLinkTests
{
    private const string Text = "services:\n  web:\n    image: \"nginx:1\"\n    env_file: ./my web.env\n";

    [Theory]
    [InlineData("file:///my%20project/compose.yaml", new[] { "https://hub.docker.com/_/nginx", "file:///my%20project/my%20web.env" })]
    [InlineData("untitled:Untitled-1", new[] { "https://hub.docker.com/_/nginx" })]
    public async Task Images_lead_to_pages_and_paths_to_files(string uri, string[] targets)
    {
        await using var server = await InProcessServer.InitializedAsync(new { textDocument = new { documentLink = new { tooltipSupport = true } } });
        await server.OpenAsync(uri, Text);
        var links = await server.Client.ResultAsync("textDocument/documentLink", new { textDocument = new { uri } });
        Assert.Equal(targets, links.Select(link => (string?)link["target"]));
        Assert.Equal("Open https://hub.docker.com/_/nginx", (string?)links[0]?["tooltip"]);
        Assert.Equal("""{"start":{"line":2,"character":12},"end":{"line":2,"character":19}}""", links[0]?["range"]?.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task Clients_that_show_no_tooltips_get_none()
    {
        await using var server = await InProcessServer.InitializedAsync();
        await server.OpenAsync("file:///p/compose.yaml", Text);
        Assert.All(await server.Client.ResultAsync("textDocument/documentLink", new { textDocument = new { uri = "file:///p/compose.yaml" } }), link => Assert.Null(link["tooltip"]));
        Assert.Empty(await server.Client.ResultAsync("textDocument/documentLink", new { textDocument = new { uri = "file:///p/other.yaml" } }));
    }
}
