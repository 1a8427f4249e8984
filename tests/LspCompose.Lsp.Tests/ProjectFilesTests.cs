using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>Files that belong together, some of them open, the others on a disk in memory.</summary>
public sealed class ProjectFilesTests
{
    private const string Main = "file:///project/compose.yaml";
    private const string Override = "file:///project/compose.override.yaml";
    private const string Web = "services:\n  web:\n    image: nginx\n    networks: [back]\n";
    private const string Back = "services:\n  db:\n    image: postgres\n    networks: [back]\nnetworks:\n  back:\n";

    private static readonly object Watching = new { workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true, relativePatternSupport = true } } };

    private readonly MemoryFiles files = new();

    [Fact]
    public async Task A_file_is_judged_with_the_override_file_on_disk()
    {
        files["/project/compose.override.yaml"] = Back;
        await using var server = await StartAsync();
        await server.OpenAsync(Main, Web);

        Assert.DoesNotContain("undefined-network", Rules(await server.Client.PushedAsync(Main, 1)));
    }

    [Fact]
    public async Task Until_the_files_are_there_nothing_is_pushed_that_would_be_withdrawn()
    {
        files["/project/compose.override.yaml"] = Back;
        files["/project/.env"] = "TAG=1\n";
        await using var server = await StartAsync();
        await server.OpenAsync(Main, Web + "  job:\n    image: job:${TAG}\n    env_file: job.env\n");
        await WaitForAsync(server, Main, rules => rules.Contains("missing-file"));

        Assert.Single(server.Client.Received, message => RawClient.IsPush(message, Main));
    }

    [Fact]
    public async Task An_open_document_wins_over_the_disk_and_closing_it_falls_back()
    {
        files["/project/compose.override.yaml"] = Back;
        await using var server = await StartAsync();
        await server.OpenAsync(Main, Web);
        await WaitForAsync(server, Main, rules => !rules.Contains("undefined-network"));

        await server.OpenAsync(Override, "services: {}\n");
        await WaitForAsync(server, Main, rules => rules.Contains("undefined-network"));

        await server.ChangeAsync(Override, 2, new { text = Back });
        await WaitForAsync(server, Main, rules => !rules.Contains("undefined-network"));

        await server.ChangeAsync(Override, 3, new { text = "services: {}\n" });
        await WaitForAsync(server, Main, rules => rules.Contains("undefined-network"));

        await server.Client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = Override } });
        await WaitForAsync(server, Main, rules => !rules.Contains("undefined-network"));
    }

    [Fact]
    public async Task Files_that_come_change_and_go_on_disk_are_read_again()
    {
        await using var server = await StartAsync(Watching);
        await server.OpenAsync(Main, Web);
        await WaitForAsync(server, Main, rules => rules.Contains("undefined-network"));

        await OnDiskAsync(server, "/project/compose.override.yaml", Back, 1);
        await WaitForAsync(server, Main, rules => !rules.Contains("undefined-network"));

        await OnDiskAsync(server, "/project/compose.override.yaml", "services: {}\n", 2);
        await WaitForAsync(server, Main, rules => rules.Contains("undefined-network"));

        await OnDiskAsync(server, "/project/compose.override.yaml", Back, 2);
        await WaitForAsync(server, Main, rules => !rules.Contains("undefined-network"));

        await OnDiskAsync(server, "/project/compose.override.yaml", null, 3);
        await WaitForAsync(server, Main, rules => rules.Contains("undefined-network"));
    }

    [Fact]
    public async Task A_folder_that_goes_takes_its_files_with_it()
    {
        files["/project/parts/db.yaml"] = "services:\n  db:\n    image: postgres\n";
        await using var server = await StartAsync(Watching);
        await server.OpenAsync(Main, "include:\n  - parts/db.yaml\nservices:\n  web:\n    image: nginx\n    depends_on: [db]\n");
        Assert.Empty(await server.Client.PushedAsync(Main, 1));

        files["/project/parts/db.yaml"] = null;
        await server.Client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = "file:///project/parts", type = 3 } } });
        await WaitForAsync(server, Main, rules => rules.Contains("missing-file"));
    }

    [Fact]
    public async Task Included_and_extended_files_and_files_of_variables_are_read_in_as_many_rounds_as_it_takes()
    {
        files["/project/a/one.yaml"] = "include:\n  - two.yaml\n";
        files["/project/a/two.yaml"] = "services:\n  deep:\n    image: deep:${DEEP}\n";
        files["/project/a/.env"] = "DEEP=1\n";
        files["/project/base.yaml"] = "services:\n  base:\n    image: base\n    env_file: base.env\n";
        files["/project/base.env"] = "A=1\n";
        await using var server = await StartAsync();
        await server.OpenAsync(Main, "include:\n  - a/one.yaml\nservices:\n  web:\n    extends:\n      file: base.yaml\n      service: base\n    depends_on: [deep]\n");

        Assert.Empty(await server.Client.PushedAsync(Main, 1));
        Assert.Contains("/project/base.env", files.Reads);
        Assert.Contains("/project/a/two.yaml", files.Reads);
    }

    [Fact]
    public async Task A_file_that_the_project_above_includes_is_judged_in_it()
    {
        files["/project/compose.yaml"] = "include:\n  - parts/web.yaml\n  - parts/db.yaml\n";
        files["/project/parts/db.yaml"] = "services:\n  db:\n    image: postgres\n";
        await using var server = new InProcessServer(new ServerHost { Files = files });
        await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = new { }, workspaceFolders = new[] { new { uri = "file:///work", name = "work" } } });
        await server.OpenAsync("file:///project/parts/web.yaml", "services:\n  web:\n    image: nginx\n    depends_on: [db]\n");

        Assert.Empty(await server.Client.PushedAsync("file:///project/parts/web.yaml", 1));
    }

    [Fact]
    public async Task Variables_come_from_the_process_and_from_an_env_file_that_changes()
    {
        await using var server = await StartAsync(Watching, new Dictionary<string, string> { ["FROM_SHELL"] = "1" });
        await server.OpenAsync(Main, "services:\n  web:\n    image: nginx:${FROM_SHELL}\n  db:\n    image: db:${FROM_FILE}\n");
        var first = await server.Client.PushedAsync(Main, 1);
        Assert.Contains("FROM_FILE", (string?)Assert.Single(first, d => (string?)d["code"] == "unset-variable")["message"], StringComparison.Ordinal);

        await OnDiskAsync(server, "/project/.env", "FROM_FILE=2\n", 1);
        await WaitForAsync(server, Main, rules => !rules.Contains("unset-variable"));
    }

    [Fact]
    public async Task Uris_with_spaces_and_letters_lead_to_the_same_files_and_come_back_as_the_client_writes_them()
    {
        files["/my project/caf\u00e9/compose.override.yaml"] = Back;
        const string Uri = "file:///my%20project/caf%c3%a9/compose.yaml";
        await using var server = await StartAsync();
        await server.OpenAsync(Uri, Web);

        Assert.DoesNotContain("undefined-network", Rules(await server.Client.PushedAsync(Uri, 1)));
    }

    [Fact]
    public async Task Related_places_in_files_that_are_not_open_have_well_formed_uris()
    {
        files["/my project/compose.yaml"] = "services:\n  job:\n    image: job\n    container_name: same\n";
        await using var server = await StartAsync();
        await server.OpenAsync("file:///my%20project/compose.override.yaml", "services:\n  web:\n    image: nginx\n    container_name: same\n");
        var found = await server.Client.PushedAsync("file:///my%20project/compose.override.yaml", 1);

        var related = Assert.Single(found.SelectTokens("$[*].relatedInformation[*].location"));
        Assert.Equal("file:///my%20project/compose.yaml", (string?)related["uri"]);
        Assert.Equal(3, (int?)related["range"]?["start"]?["line"]);
    }

    [Fact]
    public async Task A_document_that_is_no_file_is_judged_alone_and_nothing_is_read_for_it()
    {
        await using var server = await StartAsync();
        await server.OpenAsync("untitled:Untitled-1", "services:\n  web:\n    image: nginx\n    env_file: web.env\n    links: [db]\n  db:\n    image: db\n");

        Assert.Equal(["deprecated-link"], Rules(await server.Client.PushedAsync("untitled:Untitled-1", 1)));
        Assert.Empty(files.Reads);
    }

    [Fact]
    public async Task Typing_is_answered_while_a_file_cannot_be_read()
    {
        files["/project/slow.env"] = "A=1\n";
        files.Hang("/project/slow.env");
        await using var server = await InProcessServer.InitializedAsync(host: new ServerHost { Files = files }, time: TimeProvider.System);
        var text = "services:\n  web:\n    image: nginx\n    env_file: slow.env\n    links: [db]\n  db:\n    image: db\n";
        await server.OpenAsync(Main, text);
        var first = await server.Client.PushedAsync(Main, 1);
        Assert.DoesNotContain("missing-file", Rules(first));
        for (var version = 2; version < 10; version++)
        {
            await server.ChangeAsync(Main, version, new { text = text + new string('#', version) });
            Assert.Equal(JTokenType.Object, (await server.HoverAsync(Main, 4, 12)).Type);
            Assert.Equal(Rules(first), Rules(await server.Client.PushedAsync(Main, version)));
        }

        // When it answers at last, what it says counts.
        files["/project/slow.env"] = null;
        files.Answer("/project/slow.env");
        await WaitForAsync(server, Main, rules => rules.Contains("missing-file"));
        Assert.Single(files.Reads, path => path == "/project/slow.env");
    }

    [Fact]
    public async Task Typing_reads_no_file_again()
    {
        files["/project/compose.override.yaml"] = Back;
        files["/project/.env"] = "TAG=1\n";
        await using var server = await StartAsync();
        await server.OpenAsync(Main, Web);
        await server.Client.PushedAsync(Main, 1);
        var before = files.Reads.Count;
        for (var version = 2; version < 20; version++)
        {
            await server.ChangeAsync(Main, version, new { text = Web + new string('#', version) });
        }

        await server.Client.PushedAsync(Main, 19);
        Assert.Equal(before, files.Reads.Count);
    }

    [Fact]
    public async Task Typing_in_one_project_publishes_nothing_for_another()
    {
        await using var server = await StartAsync();
        await server.OpenAsync("file:///other/compose.yaml", Web);
        await server.Client.PushedAsync("file:///other/compose.yaml", 1);
        await server.OpenAsync(Main, Web);
        await server.ChangeAsync(Main, 2, new { text = Web + "#" });
        await server.Client.PushedAsync(Main, 2);
        await server.ChangeAsync(Main, 3, new { text = "include: []\n" + Web });
        await server.Client.PushedAsync(Main, 3);

        Assert.Single(server.Client.Received, message => RawClient.IsPush(message, "file:///other/compose.yaml"));
    }

    [Fact]
    public async Task A_client_that_pulls_gets_whole_projects_and_is_told_of_changes_elsewhere()
    {
        files["/project/compose.override.yaml"] = Back;
        await using var server = await StartAsync(new
        {
            workspace = new { diagnostics = new { refreshSupport = true }, didChangeWatchedFiles = new { dynamicRegistration = true } },
            textDocument = new { diagnostic = new { } },
        });
        await server.OpenAsync(Main, Web);
        var first = await PullAsync(server, null);
        Assert.DoesNotContain("undefined-network", Rules(first.At("items")));

        var refresh = server.Client.WaitForAsync(message => (string?)message["method"] == "workspace/diagnostic/refresh", "the refresh");
        await OnDiskAsync(server, "/project/compose.override.yaml", "services: {}\n", 2);
        await refresh;
        var second = await PullAsync(server, (string?)first["resultId"]);
        Assert.Contains("undefined-network", Rules(second.At("items")));

        // A change that means nothing for the document.
        await server.OpenAsync("file:///other/compose.yaml", "services: {}\n");
        Assert.Equal("unchanged", (await PullAsync(server, (string?)second["resultId"]))["kind"]);
    }

    [Fact]
    public async Task The_client_is_asked_to_watch_what_belongs_to_projects()
    {
        files["/elsewhere/vars.txt"] = "A=1\n";
        await using var server = await StartAsync(Watching);
        var globs = await RegisteredAsync(server, "lspcompose.files");
        Assert.Equal(["**/*.{yml,yaml}", "**/.env*", "**/*.env"], globs.Values<string>());

        await server.OpenAsync(Main, "services:\n  web:\n    image: nginx\n    env_file: /elsewhere/vars.txt\n");
        var registered = await server.Client.FindAsync(
            message => (string?)message["method"] == "client/registerCapability" && message.ToString().Contains("vars.txt", StringComparison.Ordinal), "the registration of the other file");
        Assert.Contains(registered.SelectTokens("$..globPattern"), glob => (string?)glob["baseUri"] == "file:///elsewhere/" && (string?)glob["pattern"] == "vars.txt");
    }

    [Fact]
    public async Task Without_watching_saving_is_when_the_disk_is_looked_at_again()
    {
        await using var server = await StartAsync();
        await server.OpenAsync(Main, Web);
        await WaitForAsync(server, Main, rules => rules.Contains("undefined-network"));
        files["/project/compose.override.yaml"] = Back;
        await server.Client.NotifyAsync("textDocument/didSave", new { textDocument = new { uri = Main } });

        await WaitForAsync(server, Main, rules => !rules.Contains("undefined-network"));
    }

    private static IEnumerable<string?> Rules(JToken diagnostics) => diagnostics.Select(diagnostic => (string?)diagnostic["code"]);

    [Fact]
    public async Task A_request_that_takes_a_while_shows_it_where_it_may()
    {
        files["/project/slow.env"] = "A=1\n";
        files.Hang("/project/slow.env");
        await using var server = await StartAsync();
        await server.OpenAsync(Main, "services:\n  web:\n    image: nginx\n    env_file: slow.env\n");
        var answer = server.Client.ResultAsync("textDocument/diagnostic", new { textDocument = new { uri = Main }, workDoneToken = "t" });
        bool IsProgress(JObject message, string kind) => (string?)message.SelectToken("params.token") == "t" && (string?)message.SelectToken("params.value.kind") == kind;
        await server.Client.FindAsync(message => IsProgress(message, "begin"), "the beginning");

        files.Answer("/project/slow.env");
        await answer;
        await server.Client.FindAsync(message => IsProgress(message, "end"), "the end");
    }

    private static async Task<IEnumerable<JToken>> RegisteredAsync(InProcessServer server, string id)
    {
        var request = await server.Client.FindAsync(
            message => (string?)message["method"] == "client/registerCapability" && (string?)message["params"]?["registrations"]?[0]?["id"] == id, $"the registration {id}");
        return request.SelectTokens("$..globPattern");
    }

    /// <summary>Waits until what the client shows for a document fulfils a condition.</summary>
    private static Task WaitForAsync(InProcessServer server, string uri, Func<IEnumerable<string?>, bool> condition) =>
        server.Client.UntilLastAsync(message => RawClient.IsPush(message, uri), message => condition(Rules(message.At("params.diagnostics"))), $"other diagnostics of {uri}");

    private static Task<JToken> PullAsync(InProcessServer server, string? previousResultId) =>
        server.Client.ResultAsync("textDocument/diagnostic", previousResultId is null
            ? new { textDocument = new { uri = Main } }
            : new { textDocument = new { uri = Main }, previousResultId });

    private Task<InProcessServer> StartAsync(object? capabilities = null, IReadOnlyDictionary<string, string>? environment = null) =>
        InProcessServer.InitializedAsync(capabilities, host: new ServerHost { Files = files, Environment = environment ?? new Dictionary<string, string>() });

    private Task OnDiskAsync(InProcessServer server, string path, string? text, int type)
    {
        files[path] = text;
        return server.Client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = $"file://{path}", type } } });
    }
}
