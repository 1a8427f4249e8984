using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>Diagnostics of all Compose files in the client's folders, whether open or not.</summary>
public sealed class WorkspaceDiagnosticTests
{
    private const string Good = "file:///w/good/compose.yaml";
    private const string Bad = "file:///w/bad/compose.yaml";

    private static readonly object Client = new { window = new { workDoneProgress = true }, textDocument = new { diagnostic = new { } } };

    private readonly MemoryFiles files = new();
    private readonly List<string> found = ["/w/good/compose.yaml", "/w/bad/compose.yaml"];

    public WorkspaceDiagnosticTests()
    {
        files["/w/good/compose.yaml"] = "services:\n  web:\n    image: ${IMAGE}\n";
        files["/w/good/.env"] = "IMAGE=nginx\n";
        files["/w/bad/compose.yaml"] = "services:\n  web:\n    imagee: nginx\n";
    }

    [Fact]
    public async Task Files_that_are_not_open_are_judged_with_all_they_refer_to()
    {
        await using var server = await StartAsync();
        var reports = await PullUntilAsync(server, items => items.Count == 2);

        Assert.Empty(Items(reports, Good));
        Assert.Contains("unknown-key", Items(reports, Bad).Select(item => (string?)item["code"]));
        Assert.Equal(JTokenType.Null, reports.Single(report => (string?)report["uri"] == Bad)["version"]?.Type);
    }

    [Fact]
    public async Task What_did_not_change_is_not_told_again_and_what_did_is()
    {
        await using var server = await StartAsync();
        var first = await PullUntilAsync(server, items => items.Count == 2);
        var ids = first.Select(report => new { uri = (string?)report["uri"], value = (string?)report["resultId"] }).ToArray();
        Assert.All(await PullAsync(server, ids), report => Assert.Equal("unchanged", (string?)report["kind"]));

        files["/w/bad/compose.yaml"] = "services:\n  web:\n    image: nginx\n";
        await server.Client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = Bad, type = 2 } } });
        var second = await PullUntilAsync(server, items => (string?)items.Single(report => (string?)report["uri"] == Bad)["kind"] == "full", ids);
        Assert.Empty(Items(second, Bad));
        Assert.Equal("unchanged", (string?)second.Single(report => (string?)report["uri"] == Good)["kind"]);
    }

    [Fact]
    public async Task An_open_document_is_told_with_its_version_and_a_file_that_is_gone_as_empty()
    {
        await using var server = await StartAsync();
        await server.OpenAsync(Bad, "services: {web: {image: x, imag: y}}\n", 7);
        var reports = await PullUntilAsync(server, items => items.Count == 2, new { uri = "file:///w/gone/compose.yaml", value = "1" });
        Assert.Equal(7, (int?)reports.Single(report => (string?)report["uri"] == Bad)["version"]);
        Assert.Empty(Items(reports, "file:///w/gone/compose.yaml"));
    }

    [Fact]
    public async Task Each_file_is_told_as_it_is_judged_when_asked_for_partial_results()
    {
        await using var server = await StartAsync();
        await PullUntilAsync(server, items => items.Count == 2);
        var answer = await server.Client.ResultAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>(), partialResultToken = "p" });
        Assert.Empty(answer.At("items"));
        var parts = server.Client.Received.Where(message => (string?)message["method"] == "$/progress" && (string?)message.SelectToken("params.token") == "p");
        Assert.Equal([Bad, Good], parts.Select(part => (string?)part.SelectToken("params.value.items[0].uri")));
    }

    [Fact]
    public async Task Another_folder_brings_its_files_and_a_new_file_is_found()
    {
        await using var server = await StartAsync();
        await PullUntilAsync(server, items => items.Count == 2);
        found.Add("/w/new/compose.yaml");
        files["/w/new/compose.yaml"] = "services: {a: {image: x}}\n";
        await server.Client.NotifyAsync("workspace/didCreateFiles", new { files = new[] { new { uri = "file:///w/new/compose.yaml" } } });
        await PullUntilAsync(server, items => items.Count == 3);

        await server.Client.NotifyAsync("workspace/didChangeWorkspaceFolders", new { @event = new { added = Array.Empty<object>(), removed = new[] { new { uri = "file:///w", name = "w" } } } });
        await PullUntilAsync(server, items => items.Count == 0);
    }

    [Fact]
    public async Task A_search_that_takes_a_while_shows_that_it_is_going_on()
    {
        using var isFree = new ManualResetEventSlim();
        await using var server = new InProcessServer(new ServerHost
        {
            Files = files,
            FindComposeFiles = (_, _) =>
            {
                isFree.Wait(CancellationToken.None);
                return [.. found];
            },
        });
        await InitializeAsync(server);
        var begin = await server.Client.FindAsync(message => (string?)message.SelectToken("params.value.kind") == "begin", "the beginning");
        isFree.Set();
        await server.Client.FindAsync(message => (string?)message.SelectToken("params.value.kind") == "end" && JToken.DeepEquals(message.SelectToken("params.token"), begin.SelectToken("params.token")), "the end");
        await PullUntilAsync(server, items => items.Count == 2);
    }

    private async Task<InProcessServer> StartAsync()
    {
        var server = new InProcessServer(new ServerHost { Files = files, FindComposeFiles = (folder, _) => folder == "/w" ? [.. found] : [] });
        await InitializeAsync(server);
        return server;
    }

    private static async Task InitializeAsync(InProcessServer server)
    {
        await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = Client, workspaceFolders = new[] { new { uri = "file:///w", name = "w" } } });
        await server.Client.NotifyAsync("initialized", new { });
    }

    private static async Task<IReadOnlyList<JToken>> PullAsync(InProcessServer server, params object[] known) =>
        [.. (await server.Client.ResultAsync("workspace/diagnostic", new { previousResultIds = known })).At("items")];

    // Files are found and read beside the session; each pull waits for what it can.
    private static async Task<IReadOnlyList<JToken>> PullUntilAsync(InProcessServer server, Func<IReadOnlyList<JToken>, bool> isThere, params object[] known)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var reports = await PullAsync(server, known);
            if (isThere([.. reports.Where(report => (string?)report["uri"] != "file:///w/gone/compose.yaml")]))
            {
                return reports;
            }

            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private static IEnumerable<JToken> Items(IReadOnlyList<JToken> reports, string uri) => reports.Single(report => (string?)report["uri"] == uri).At("items");
}
