using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>What the server offers comes from one list: announced to most clients, registered with those that take registrations.</summary>
public sealed class OffersTests
{
    [Fact]
    public async Task Whatever_is_announced_is_a_capability_of_the_protocol_with_its_options()
    {
        var model = MetaModelTests.Model();
        await using var server = new InProcessServer();
        var capabilities = (await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = new { } })).At("capabilities");

        Assert.Equal("utf-16", (string?)capabilities["positionEncoding"]);
        Assert.Empty(MetaModelTests.Unknown(model, (JObject)capabilities, "ServerCapabilities"));
    }

    [Fact]
    public async Task A_client_that_takes_registrations_gets_them_for_its_own_documents_and_no_announcement()
    {
        await using var server = new InProcessServer();
        var registering = new { textDocument = new { hover = new { dynamicRegistration = true }, codeAction = new { dynamicRegistration = false } }, workspace = new { fileOperations = new { dynamicRegistration = true } } };
        var capabilities = (await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = registering })).At("capabilities");
        Assert.Null(capabilities["hoverProvider"]);
        Assert.NotNull(capabilities["codeActionProvider"]);
        Assert.Null(capabilities.SelectToken("workspace.fileOperations"));

        await server.Client.NotifyAsync("initialized", new { });
        var registered = await server.Client.FindAsync(message => (string?)message["method"] == "client/registerCapability", "a registration");
        var registrations = registered.At("params.registrations").ToDictionary(registration => (string?)registration["method"] ?? "");
        Assert.Equal(JTokenType.Null, registrations["textDocument/hover"].At("registerOptions.documentSelector").Type);
        Assert.Equal("**", (string?)registrations["workspace/didRenameFiles"].SelectToken("registerOptions.filters[0].pattern.glob"));
        Assert.DoesNotContain("textDocument/codeAction", registrations.Keys);
    }

    [Fact]
    public async Task Every_method_registered_is_one_of_the_protocol()
    {
        var model = MetaModelTests.Model();
        var methods = model.At("requests").Concat(model.At("notifications")).SelectMany(message => new[] { (string?)message["method"], (string?)message["registrationMethod"] }).ToHashSet();
        await using var server = new InProcessServer();
        var all = new JObject { ["textDocument"] = new JObject(), ["workspace"] = new JObject() };
        foreach (var name in methods.OfType<string>().Where(name => name.StartsWith("textDocument/", StringComparison.Ordinal) || name is "workspace/symbol" or "workspace/executeCommand"))
        {
            var parts = name.Split('/');
            all.At(parts[0])[parts[1]] = new JObject { ["dynamicRegistration"] = true };
        }

        await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = all });
        await server.Client.NotifyAsync("initialized", new { });
        var registered = await server.Client.FindAsync(message => (string?)message["method"] == "client/registerCapability", "a registration");
        Assert.All(registered.At("params.registrations"), registration => Assert.Contains((string?)registration["method"], methods));
    }
}
