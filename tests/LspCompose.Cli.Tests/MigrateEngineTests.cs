using System.Text.Json;
using LspCompose.Analysis.Engines;

namespace LspCompose.Cli.Tests;

/// <summary><c>migrate --engine</c>: what runs decides about external links, and the report tells what becomes of it.</summary>
public sealed class MigrateEngineTests : IDisposable
{
    private const string Linking = "name: p\nservices:\n  web:\n    image: x\n    external_links:\n      - shop-db-1:db\n";
    private readonly TestFolder folder = new();

    private static readonly EngineState Found = new()
    {
        Connection = EngineConnection.Connected,
        View = new EngineView
        {
            Version = "28.2.2",
            Networks = [new EngineNetwork { Id = "1", Name = "shop_default" }],
            Containers =
            [
                new EngineContainer { Id = "1", Name = "shop-db-1", State = ContainerState.Running, Networks = [new NetworkAttachment("shop_default", "172.18.0.2", ["db"])] },
                new EngineContainer { Id = "2", Name = "p-web-1", State = ContainerState.Running, Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = "p", ["com.docker.compose.service"] = "web" } },
            ],
        },
    };

    [Fact]
    public async Task The_engine_is_looked_at_only_when_asked()
    {
        folder.Write("compose.yml", Linking);
        var engine = new FixedEngine(Found);

        Assert.Contains("no external network is shared with it", (await RunAsync(engine, "migrate", "--unsafe")).Error, StringComparison.Ordinal);
        Assert.Equal(0, engine.Reads);
        var run = await RunAsync(engine, "migrate", "--engine", "--unsafe", "--write");

        Assert.Equal((0, 1), (run.ExitCode, engine.Reads));
        Assert.Equal("name: p\nservices:\n  web:\n    image: x\n    networks: [default, shop_default]\n\nnetworks:\n  shop_default:\n    external: true\n", folder.Read("compose.yml"));
        Assert.Contains("compose.yml: at run time: 'docker compose up -d' will make new containers for: web.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_what_will_be_replaced_as_lists()
    {
        folder.Write("compose.yml", Linking);
        var run = await RunAsync(new FixedEngine(Found), "migrate", "--engine", "--unsafe", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        var file = json.RootElement.GetProperty("files")[0];
        Assert.Equal("""{"recreated":["web"],"orphaned":[],"networks":[]}""", file.GetProperty("rollout").GetRawText());
        Assert.False(file.GetProperty("safe").GetBoolean());
    }

    [Fact]
    public async Task Without_the_engine_that_was_asked_for_nothing_is_written()
    {
        folder.Write("compose.yml", Linking);
        var missing = new FixedEngine(new EngineState { Connection = EngineConnection.NotFound, Reason = "No Docker engine at unix:///none; start it." });

        Assert.Equal(new CliRun(2, "", "lspcompose: No Docker engine at unix:///none; start it.\n"), await RunAsync(missing, "migrate", "--engine", "--unsafe", "--write"));
        Assert.Equal(Linking, folder.Read("compose.yml"));
    }

    public void Dispose() => folder.Dispose();

    private async Task<CliRun> RunAsync(IEngineSource engine, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, new Host(Stream.Null, output, error, folder.Path) { Engine = engine });
        return new CliRun(code, output.ToString(), error.ToString());
    }

    private sealed class FixedEngine(EngineState state) : IEngineSource
    {
        public int Reads { get; private set; }

        public Task<EngineState> ReadAsync(CancellationToken cancellation)
        {
            Reads++;
            return Task.FromResult(state);
        }

        public Task WatchAsync(Action<EngineState> changed, CancellationToken cancellation) => throw new NotSupportedException("A command looks once.");
    }
}
