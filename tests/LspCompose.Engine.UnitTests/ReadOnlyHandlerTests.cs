using LspCompose.Engine.Endpoints;
using LspCompose.Engine.Transport;

namespace LspCompose.Engine.UnitTests;

public sealed class ReadOnlyHandlerTests : IDisposable
{
    private readonly TestMachine machine = new();

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task What_may_change_something_is_not_sent(string method)
    {
        await using var engine = machine.Start();
        using var client = Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://localhost/containers/x");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal($"An engine is only read from, so {method} /containers/x is not sent.", refused.Message);
        Assert.Empty(engine.Requests);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task What_reads_is_sent(string method)
    {
        await using var engine = machine.Start();
        engine.Answers["/x"] = new FakeAnswer.Raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://localhost/x");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal([$"{method} /x"], engine.Requests);
    }

    public void Dispose() => machine.Dispose();

    private HttpClient Client()
    {
        var endpoint = new EngineEndpoint.UnixSocket(machine.Surroundings.DefaultSocket);
        return new HttpClient(EngineTransport.Open(endpoint, machine.Surroundings, StateLog.Patience));
    }
}
