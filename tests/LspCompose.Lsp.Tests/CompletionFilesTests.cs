using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>Completion that needs to look at the disk.</summary>
public sealed class CompletionFilesTests
{
    private const string Uri = "file:///p/compose.yaml";

    private readonly MemoryFiles files = new();

    [Fact]
    public async Task Folders_are_listed_as_they_are_at_that_moment()
    {
        files["/p/conf/app.conf"] = "";
        await using var server = await StartAsync("editor");
        await server.OpenAsync(Uri, "# 😀\nconfigs:\n  a: {file: \"conf/b\"}\n");

        Assert.Equal(["app.conf"], Labels(await CompleteAsync(server, 2, 18)));

        files["/p/conf/base.conf"] = "";
        var list = await CompleteAsync(server, 2, 19);

        Assert.Equal("""{"range":{"start":{"line":2,"character":18},"end":{"line":2,"character":19}},"newText":"base.conf"}""", Assert.Single(list.At("items")).At("textEdit").ToString(Newtonsoft.Json.Formatting.None));
        Assert.False((bool)list.At("isIncomplete"));
    }

    [Fact]
    public async Task Stages_come_from_the_Dockerfile_on_disk_or_in_the_editor()
    {
        files["/p/api/Dockerfile"] = "FROM a AS disk\n";
        await using var server = await StartAsync("editor");
        await server.OpenAsync(Uri, "services:\n  web:\n    build:\n      context: api\n      target: \n");

        Assert.Equal(["disk"], Labels(await CompleteAsync(server, 4, 14)));

        await server.OpenAsync("file:///p/api/Dockerfile", "FROM a AS editor\n");

        Assert.Equal(["editor"], Labels(await CompleteAsync(server, 4, 14)));
    }

    [Fact]
    public async Task A_folder_that_hangs_holds_nothing_up_and_is_offered_once_it_answers()
    {
        files["/p/slow/x"] = "";
        files["/p/fast/y"] = "";
        files.Hang("/p/slow");
        await using var server = await StartAsync("editor");
        await server.OpenAsync(Uri, "services:\n  web:\n    volumes:\n      - ./slow/\n      - ./fast/\n");

        var slow = await CompleteAsync(server, 3, 15);
        Assert.Empty(Labels(slow));
        Assert.True((bool)slow.At("isIncomplete"));
        Assert.Equal(["y"], Labels(await CompleteAsync(server, 4, 15)));

        // It was asked once, whatever is typed meanwhile.
        await CompleteAsync(server, 3, 15);
        Assert.Single(files.Reads, path => path == "/p/slow");

        files.Answer("/p/slow");
        JToken list;
        do
        {
            list = await CompleteAsync(server, 3, 15);
        }
        while ((bool)list.At("isIncomplete"));
        Assert.Equal(["x"], Labels(list));
    }

    [Theory]
    [InlineData("Visual Studio Code", true)]
    [InlineData("Another editor", false)]
    public async Task An_editor_that_can_is_asked_to_go_on_behind_a_folder(string name, bool goesOn)
    {
        files["/p/conf/app.conf"] = "";
        await using var server = await StartAsync(name);
        await server.OpenAsync(Uri, "services:\n  web:\n    build: c\n");

        var folder = Assert.Single((await CompleteAsync(server, 2, 12)).At("items"));

        Assert.Equal(goesOn ? "editor.action.triggerSuggest" : null, (string?)folder["command"]?["command"]);
    }

    private async Task<InProcessServer> StartAsync(string client)
    {
        var server = new InProcessServer(new ServerHost { Files = files });
        await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = new { }, clientInfo = new { name = client } });
        await server.Client.NotifyAsync("initialized", new { });
        return server;
    }

    private static Task<JToken> CompleteAsync(InProcessServer server, int line, int character) =>
        server.Client.ResultAsync("textDocument/completion", new { textDocument = new { uri = Uri }, position = new { line, character } });

    private static IEnumerable<string?> Labels(JToken list) => list.At("items").Select(item => (string?)item["label"]).Where(label => label != "../");
}
