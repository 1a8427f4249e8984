namespace LspCompose.Lsp.Tests;

/// <summary>Hints, colours and lenses of one file that another file changes.</summary>
public sealed class ViewRefreshTests
{
    private const string Main = "file:///p/compose.yaml";
    private const string Override = "file:///p/compose.override.yaml";

    [Fact]
    public async Task What_another_file_changes_is_asked_for_anew()
    {
        await using var server = await InProcessServer.InitializedAsync(new { workspace = new { inlayHint = new { refreshSupport = true }, codeLens = new { refreshSupport = false } } });
        await server.OpenAsync(Main, "services: {web: {image: 'web:1'}}\n");
        await server.OpenAsync(Override, "services: {web: {image: 'web:2'}}\n");

        await server.Client.FindAsync(message => (string?)message["method"] == "workspace/inlayHint/refresh", "a refresh of the hints");
        Assert.DoesNotContain(server.Client.Received, message => (string?)message["method"] == "workspace/codeLens/refresh");
    }

    [Fact]
    public async Task Typing_in_a_file_of_its_own_refreshes_nothing()
    {
        const string alone = "untitled:Untitled-1";
        await using var server = await InProcessServer.InitializedAsync(new { workspace = new { semanticTokens = new { refreshSupport = true } } });
        await server.OpenAsync(alone, "services: {web: {image: 'web:1'}}\n");
        await server.ChangeAsync(alone, 2, new { text = "services: {web: {image: 'web:2'}}\n" });
        await server.Client.PushedAsync(alone, 2);
        Assert.DoesNotContain(server.Client.Received, message => (string?)message["method"] == "workspace/semanticTokens/refresh");
    }
}
