using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary><c>workspace/willRenameFiles</c>.</summary>
public sealed class RenameFilesTests
{
    private const string Uri = "file:///my%20project/compose.yaml";

    private static readonly object Asking = new { workspace = new { fileOperations = new { willRename = true }, workspaceEdit = new { documentChanges = true } } };

    [Fact]
    public async Task Paths_follow_renamed_files()
    {
        await using var server = await InProcessServer.InitializedAsync(Asking);
        await server.OpenAsync(Uri, "services:\n  web:\n    env_file: ./web.env\n", 7);
        var edit = await server.Client.ResultAsync("workspace/willRenameFiles", Rename("file:///my%20project/web.env", "file:///my%20project/conf/web%202.env"));
        var change = Assert.Single(edit.At("documentChanges"));
        Assert.Equal((Uri, 7), ((string?)change.At("textDocument")["uri"], (int?)change.At("textDocument")["version"]));
        Assert.Equal("""{"range":{"start":{"line":2,"character":14},"end":{"line":2,"character":23}},"newText":"./conf/web 2.env"}""", Assert.Single(change.At("edits")).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task Where_no_path_leads_there_nothing_is_edited()
    {
        await using var server = await InProcessServer.InitializedAsync(Asking);
        await server.OpenAsync(Uri, "services:\n  web:\n    env_file: ./web.env\n");
        Assert.Equal(JTokenType.Null, (await server.Client.ResultAsync("workspace/willRenameFiles", Rename("file:///my%20project/other.env", "file:///x"))).Type);
        Assert.Equal(JTokenType.Null, (await server.Client.ResultAsync("workspace/willRenameFiles", Rename("untitled:a", "untitled:b"))).Type);
    }

    [Fact]
    public async Task It_is_offered_for_all_files_on_disk()
    {
        await using var asking = new InProcessServer();
        var capabilities = await asking.Client.ResultAsync("initialize", new { capabilities = Asking });
        Assert.Equal("file", (string?)capabilities.At("capabilities.workspace.fileOperations.willRename.filters").Single()["scheme"]);
    }

    private static object Rename(string oldUri, string newUri) => new { files = new[] { new { oldUri, newUri } } };
}
