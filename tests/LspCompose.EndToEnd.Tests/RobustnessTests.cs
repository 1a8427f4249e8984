using System.Diagnostics;
using System.Text;
using Newtonsoft.Json.Linq;

namespace LspCompose.EndToEnd.Tests;

/// <summary>Whatever comes, the session goes on; and it ends when it should.</summary>
public sealed class RobustnessTests
{
    private const string Uri = "file:///project/compose.yaml";
    private static readonly object Hover = new { textDocument = new { uri = Uri }, position = new { line = 0, character = 0 } };

    private static readonly List<(string Bytes, int Code)> MalformedMessages =
    [
        (Framed("{not json"), -32700),
        (Framed(""), -32700),
        (Framed("{} {}"), -32700),
        (Framed(new string('[', 10_000)), -32700),
        (Framed("\"jsonrpc\""), -32600),
        (Framed("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}]"), -32600),
        (Framed("{\"jsonrpc\":\"2.0\"}"), -32600),
        (Framed("{\"jsonrpc\":\"1.0\",\"id\":77,\"method\":\"shutdown\"}"), -32600),
        (Framed("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"shutdown\"}"), -32600),
        (Framed("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"shutdown\"}"), -32600),
        (Framed("{\"jsonrpc\":\"2.0\",\"id\":99999999999999999999,\"method\":\"shutdown\"}"), -32600),
        (Framed("{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":5}"), -32600),
        (Framed("{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/hover\",\"params\":5}"), -32602),
        (Framed("{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/hover\"}"), -32602),
        (Framed("{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":5}}}"), -32602),
        (Framed("{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/codeAction\",\"params\":[1,2,3]}"), -32602),
        ("Content-Length: many\r\n\r\n{\"jsonrpc\":\"2.0\"}", -32700),
        ("Content-Length: -5\r\n\r\n", -32700),
        ("Content-Length: 99999999999\r\n\r\n", -32700),
        ("Content-Type: application/json\r\nX-Nonsense\r\n\r\n", -32700),
        ("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", -32700),
        ("Content-Length: 2\r\n\r\n{\"jsonrpc\":\"2.0\"}", -32700),
        ("Content-Length: 1000000\r\n\r\n" + new string('x', 1_000_000), -32700),
    ];

    [Fact]
    public async Task Malformed_messages_are_answered_with_errors_and_the_session_goes_on()
    {
        await using var server = await ServerProcess.InitializedAsync();
        var version = 0;
        foreach (var (bytes, code) in MalformedMessages)
        {
            var error = server.Client.WaitForAsync(m => m["error"] is not null, $"an error for {bytes[..Math.Min(bytes.Length, 100)]}");
            await server.Client.SendBytesAsync(bytes);
            if (!bytes.EndsWith('\n'))
            {
                // What is left of a broken message shows at the next one.
                await server.Client.NotifyAsync("$/nothing");
            }

            Assert.Equal((bytes, code), (bytes, (int?)(await error).SelectToken("error.code")));
            await server.OpenAsync(Uri, Editor.Sample("circular.yml"), ++version);
            Assert.NotEmpty(await server.Client.PushedAsync(Uri, version));
        }

        Assert.Equal(0, await server.ShutDownAsync());
    }

    [Fact]
    public async Task Answers_and_cancellations_nobody_asked_for_are_ignored()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.Client.SendAsync(JObject.Parse("{\"jsonrpc\":\"2.0\",\"id\":4711,\"result\":null}"));
        await server.Client.SendAsync(JObject.Parse("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":1,\"message\":\"no\"}}"));
        await server.Client.SendAsync(JObject.Parse("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}"));
        await server.Client.NotifyAsync("$/cancelRequest", new { id = 4711 });
        await server.Client.NotifyAsync("$/cancelRequest", new { });
        await server.Client.NotifyAsync("$/unknown", new { });
        await server.Client.NotifyAsync("textDocument/didOpen", new { nonsense = true });
        await server.Client.NotifyAsync("textDocument/didChange", new { textDocument = new { uri = "file:///closed", version = 2 }, contentChanges = Array.Empty<object>() });

        await server.Client.ResultAsync("textDocument/hover", Hover);
        Assert.Equal(0, await server.ShutDownAsync());
        Assert.DoesNotContain(server.Client.Received, m => m["error"] is not null);
    }

    [Fact]
    public async Task A_cancelled_request_is_answered_as_cancelled_or_as_done_and_never_left_open()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync(Uri, Large(2000));
        var replies = new List<Task<JObject>>();
        for (var i = 0; i < 50; i++)
        {
            replies.Add(server.Client.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri = Uri } }, $"pull {i}"));
            await server.Client.NotifyAsync("$/cancelRequest", new { id = $"pull {i}" });
        }

        foreach (var reply in await Task.WhenAll(replies))
        {
            Assert.True(reply["result"] is not null || (int?)reply["error"]?["code"] == -32800, reply.ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\ufffd\ud83d\u2028\u0085")]
    [InlineData("a: &a [*a, *a]\nb: &b {<<: *b}\n")]
    [InlineData("services:\n\tweb: {image: [\n")]
    [InlineData("image: a: b")]
    [InlineData("\ufeffservices:\r\n  web:\r\n    links: [web]\r\n")]
    public async Task Odd_texts_do_no_harm(string text)
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync("file:///project/odd.yml", text);
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));

        Assert.Contains("circular-link", Editor.Rules(await server.Client.PushedAsync(Uri, 1)));
        await server.Client.PushedAsync("file:///project/odd.yml", 1);
        Assert.Equal(0, await server.ShutDownAsync());
    }

    [Fact]
    public async Task A_text_of_50_MB_is_not_analysed_and_does_not_hold_up_the_others()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync("file:///project/huge.yml", Large(1_200_000));
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));
        Assert.NotEmpty(await server.Client.PushedAsync(Uri, 1));
        await server.ChangeAsync("file:///project/huge.yml", 2, new { text = Editor.Sample("circular.yml") });
        Assert.NotEmpty(await server.Client.PushedAsync("file:///project/huge.yml", 2));
        Assert.Contains("not analysed", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_levels_do_no_harm()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync("file:///project/deep.yml", "a: " + new string('[', 10_000) + new string(']', 10_000));
        await server.OpenAsync(Uri, Editor.Sample("circular.yml"));

        Assert.NotEmpty(await server.Client.PushedAsync(Uri, 1));
    }

    [Fact]
    public async Task Positions_beyond_the_end_count_as_the_end()
    {
        await using var server = await ServerProcess.InitializedAsync();
        await server.OpenAsync(Uri, "services: {}\n");
        var far = new { start = new { line = 1000, character = 0 }, end = new { line = 2000, character = int.MaxValue } };
        await server.ChangeAsync(Uri, 2, new { range = far, text = "version: '3'\n" }, new { range = far, text = "# end\n" });

        Assert.Equal(["obsolete-version"], Editor.Rules(await server.Client.PushedAsync(Uri, 2)));
        Assert.Equal(JTokenType.Null, (await server.Client.ResultAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line = 999, character = 999 } })).Type);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_process()
    {
        await using var server = await ServerProcess.InitializedAsync();
        server.CloseInput();

        Assert.Equal(1, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task The_death_of_the_client_s_process_ends_the_server_even_if_its_input_stays_open()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs sleep");
        using var parent = Process.Start("sleep", "1000");
        await using var server = new ServerProcess();
        await server.Client.ResultAsync("initialize", new { processId = parent.Id, capabilities = new { } });
        parent.Kill();

        Assert.Equal(1, await server.ExitCodeAsync());
        Assert.Contains("ended", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_s_process_that_has_ended_already_ends_the_server()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs true");
        using var parent = Process.Start("true");
        await parent.WaitForExitAsync(TestContext.Current.CancellationToken);
        await using var server = new ServerProcess();
        await server.Client.ResultAsync("initialize", new { processId = parent.Id, capabilities = new { } });

        Assert.Equal(1, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task Nothing_but_messages_is_on_standard_output()
    {
        await using var server = await ServerProcess.InitializedAsync(Editor.Capabilities);
        await server.OpenAsync(Uri, Editor.Sample("ambassador.yml"));
        await server.Client.PushedAsync(Uri, 1);
        Assert.Equal(-32601, await server.Client.ErrorCodeAsync("nope"));
        Assert.Equal(-32602, await server.Client.ErrorCodeAsync("textDocument/hover"));

        // The client fails at anything that is not a well-framed message; waiting for its end makes sure of the last byte.
        Assert.Equal(0, await server.ShutDownAsync());
        Assert.All(server.Client.Received, m => Assert.Equal("2.0", m["jsonrpc"]));
    }

    private static string Framed(string body) => $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    private static string Large(int services)
    {
        var text = new StringBuilder("services:\n");
        for (var i = 0; i < services; i++)
        {
            text.Append("  service").Append(i).Append(":\n    image: registry/image\n");
        }

        return text.ToString();
    }
}
