using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

public sealed class LifecycleTests
{
    private const string Uri = "file:///compose.yaml";
    private static readonly object Hover = new { textDocument = new { uri = Uri }, position = new { line = 0, character = 0 } };

    [Fact]
    public async Task Requests_before_initialize_are_refused_and_initialize_works_once()
    {
        await using var server = new InProcessServer();

        Assert.Equal(-32002, await server.Client.ErrorCodeAsync("textDocument/hover", Hover));
        Assert.Equal(-32002, await server.Client.ErrorCodeAsync("shutdown"));
        await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = new { } });
        Assert.Equal(-32600, await server.Client.ErrorCodeAsync("initialize", new { processId = (int?)null, capabilities = new { } }));
    }

    [Fact]
    public async Task After_shutdown_only_exit_is_taken_and_the_exit_code_is_0()
    {
        await using var server = await InProcessServer.InitializedAsync();

        Assert.Equal(JTokenType.Null, (await server.Client.ResultAsync("shutdown")).Type);
        Assert.Equal(-32600, await server.Client.ErrorCodeAsync("textDocument/hover", Hover));
        Assert.Equal(-32600, await server.Client.ErrorCodeAsync("shutdown"));
        await server.Client.NotifyAsync("exit");
        Assert.Equal(0, await server.ExitCode);
    }

    [Fact]
    public async Task Exit_without_shutdown_and_the_end_of_the_input_are_exit_code_1()
    {
        await using var exited = await InProcessServer.InitializedAsync();
        await exited.Client.NotifyAsync("exit");
        Assert.Equal(1, await exited.ExitCode);

        var abandoned = await InProcessServer.InitializedAsync();
        await abandoned.DisposeAsync();
        Assert.Equal(1, await abandoned.ExitCode);
    }

    [Fact]
    public async Task All_that_was_asked_is_answered_before_the_output_closes()
    {
        var server = await InProcessServer.InitializedAsync();
        byte[] all =
        [
            .. RawClient.Frame(RawClient.Message("a", "textDocument/hover", Hover)),
            .. RawClient.Frame(RawClient.Message("b", "shutdown", null)),
            .. RawClient.Frame(RawClient.Message(null, "exit", null)),
        ];
        await server.Client.SendBytesAsync(all);
        Assert.Equal(0, await server.ExitCode);
        await server.DisposeAsync();
        await server.Client.Ended;

        Assert.Contains(server.Client.Received, message => (string?)message["id"] == "a" && message.ContainsKey("result"));
        Assert.Contains(server.Client.Received, message => (string?)message["id"] == "b" && message.ContainsKey("result"));
    }

    [Fact]
    public async Task Ids_are_given_back_as_they_came()
    {
        await using var server = await InProcessServer.InitializedAsync();

        foreach (var id in new JToken[] { "text", "7", 7, -1, long.MaxValue })
        {
            Assert.Equal(id, (await server.Client.RequestAsync("textDocument/hover", Hover, id))["id"]);
        }
    }

    [Fact]
    public async Task Unknown_methods_are_refused_as_requests_and_ignored_as_notifications()
    {
        await using var server = await InProcessServer.InitializedAsync();

        await server.Client.NotifyAsync("$/setTrace", new { value = "verbose" });
        await server.Client.NotifyAsync("textDocument/didSave", new { textDocument = new { uri = Uri } });
        Assert.Equal(-32601, await server.Client.ErrorCodeAsync("textDocument/moniker", Hover));
        Assert.Equal(-32601, await server.Client.ErrorCodeAsync("$/unknown"));
        Assert.DoesNotContain(server.Client.Received, message => message["id"] is { Type: JTokenType.Null });
    }

    [Fact]
    public async Task The_process_of_the_client_ends_the_session_when_it_ends()
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sleep", "1000")) ?? throw new InvalidOperationException("no process");
        await using var server = new InProcessServer();
        await server.Client.ResultAsync("initialize", new { processId = process.Id, capabilities = new { } });
        process.Kill();

        Assert.Equal(1, await server.ExitCode);
    }
}
