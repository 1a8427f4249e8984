using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace LspCompose.Lsp.Tests;

/// <summary>What the server offers comes from one list: announced to most clients, registered with those that take registrations.</summary>
public sealed partial class OffersTests
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
    public async Task Every_method_registered_is_one_of_the_protocol() =>
        Assert.All(await RegisteredAsync(), method => Assert.Contains(method, Methods(MetaModelTests.Model())));

    [Fact]
    public async Task The_page_of_features_names_every_offer_and_only_tests_that_exist()
    {
        var root = RepositoryRoot();
        var page = await File.ReadAllTextAsync(Path.Combine(root, "docs", "features.md"), TestContext.Current.CancellationToken);
        var files = Directory.EnumerateFiles(Path.Combine(root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "client-vscode", "test"), "*.test.ts", SearchOption.AllDirectories))
            .Select(file => Path.GetFileName(file)).ToHashSet();

        var named = TestName().Matches(page).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.Contains(test.EndsWith(".ts", StringComparison.Ordinal) ? test : $"{test}.cs", files));
        Assert.All(await RegisteredAsync(), method => Assert.Contains($"`{method}`", page, StringComparison.Ordinal));
    }

    /// <summary>The methods registered with a client that takes registrations for everything.</summary>
    private static async Task<IReadOnlyList<string>> RegisteredAsync()
    {
        var all = new JObject { ["textDocument"] = new JObject(), ["workspace"] = new JObject { ["fileOperations"] = new JObject { ["dynamicRegistration"] = true } } };
        foreach (var name in Methods(MetaModelTests.Model()).Where(name => name.StartsWith("textDocument/", StringComparison.Ordinal) || name is "workspace/symbol" or "workspace/executeCommand"))
        {
            var parts = name.Split('/');
            all.At(parts[0])[parts[1] == "prepareCallHierarchy" ? "callHierarchy" : parts[1]] = new JObject { ["dynamicRegistration"] = true };
        }

        await using var server = new InProcessServer();
        await server.Client.ResultAsync("initialize", new { processId = (int?)null, capabilities = all });
        await server.Client.NotifyAsync("initialized", new { });
        var registered = await server.Client.FindAsync(message => (string?)message["method"] == "client/registerCapability", "a registration");
        return [.. registered.At("params.registrations").Select(registration => (string?)registration["method"] ?? "")];
    }

    private static HashSet<string> Methods(JObject model) =>
        [.. model.At("requests").Concat(model.At("notifications")).SelectMany(message => new[] { (string?)message["method"], (string?)message["registrationMethod"] }).OfType<string>()];

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path) ?? "", "..", ".."));

    [GeneratedRegex(@"`(\w+Tests|[\w.]+\.test\.ts)`")]
    private static partial Regex TestName();
}
