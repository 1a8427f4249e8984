using LspCompose.Analysis.Engines;

namespace LspCompose.Cli.Tests;

public sealed class EngineTests : IDisposable
{
    private static readonly EngineState Missing = new()
    {
        Connection = EngineConnection.NotFound,
        Context = "default",
        Endpoint = "unix:///var/run/docker.sock",
        Reason = "There is no Docker engine at unix:///var/run/docker.sock; start it.",
    };

    private static readonly EngineState Connected = new()
    {
        Connection = EngineConnection.Connected,
        Context = "default",
        Endpoint = "unix:///var/run/docker.sock",
        View = new EngineView
        {
            Version = "28.2.2",
            ApiVersion = "1.50",
            Product = "Docker Engine - Community",
            Os = "linux",
            Architecture = "amd64",
            Containers =
            [
                Container("shop", "web", "shop-web-2") with { State = ContainerState.Exited, ExitCode = 137 },
                Container("shop", "web", "shop-web-1") with { State = ContainerState.Running, Health = ContainerHealth.Unhealthy },
                Container("blog", "db", "blog-db-run-1\e[31m") with { State = ContainerState.Paused, Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = "blog", ["com.docker.compose.service"] = "db", ["com.docker.compose.oneoff"] = "True" } },
                new EngineContainer { Id = "4", Name = "alone", State = ContainerState.Running },
            ],
            Images = [new EngineImage { Id = "sha256:a" }],
            Configs = ["proxy.conf"],
            Networks = [new EngineNetwork { Id = "n", Name = "bridge" }, new EngineNetwork { Id = "m", Name = "shop_default" }],
        },
    };

    private readonly TestFolder folder = new();

    [Fact]
    public async Task What_is_seen_is_shown()
    {
        Assert.Equal(
            new CliRun(
                0,
                """
                Docker Engine - Community 28.2.2 (API 1.50) linux/amd64
                at unix:///var/run/docker.sock, context default
                4 containers, 1 image, 2 networks, 0 volumes

                blog
                  db: blog-db-run-1�[31m, paused (run once)

                shop
                  web: shop-web-1, running, unhealthy
                  web: shop-web-2, exited with 137

                """,
                ""),
            await RunAsync(Connected, "engine"));
    }

    [Fact]
    public async Task Programs_get_one_object()
    {
        Assert.Equal(
            new CliRun(
                0,
                """{"version":1,"connection":"connected","context":"default","endpoint":"unix:///var/run/docker.sock","reason":"","engine":{"product":"Docker Engine - Community","version":"28.2.2","apiVersion":"1.50","os":"linux","architecture":"amd64","containers":4,"images":1,"networks":2,"volumes":0,"secrets":null,"configs":1,"projects":[""" +
                """{"name":"blog","services":[{"name":"db","containers":[{"name":"blog-db-run-1\u001B[31m","image":"","state":"paused","health":"none","oneOff":true}]}]},""" +
                """{"name":"shop","services":[{"name":"web","containers":[{"name":"shop-web-1","image":"","state":"running","health":"unhealthy","oneOff":false},{"name":"shop-web-2","image":"","state":"exited","health":"none","oneOff":false}]}]}]}}""" + "\n",
                ""),
            await RunAsync(Connected, "engine", "--format", "json"));
    }

    [Fact]
    public async Task Without_an_engine_the_reason_is_one_line()
    {
        Assert.Equal(new CliRun(2, "", "lspcompose: There is no Docker engine at unix:///var/run/docker.sock; start it.\n"), await RunAsync(Missing, "engine"));
        Assert.Equal(
            new CliRun(
                2,
                """{"version":1,"connection":"notFound","context":"default","endpoint":"unix:///var/run/docker.sock","reason":"There is no Docker engine at unix:///var/run/docker.sock; start it.","engine":null}""" + "\n",
                "lspcompose: There is no Docker engine at unix:///var/run/docker.sock; start it.\n"),
            await RunAsync(Missing, "engine", "--format", "json"));
    }

    [Fact]
    public async Task A_check_looks_at_the_engine_only_when_asked_to()
    {
        folder.Write("compose.yml", "services:\n  a:\n    image: a\n");
        var engine = new MadeUpEngine(Connected);

        await folder.RunWithEngineAsync(engine, "check");
        Assert.Equal(0, engine.Looks);

        Assert.Equal(0, (await folder.RunWithEngineAsync(engine, "check", "--engine", "--fail-on", "never")).ExitCode);
        Assert.Equal(1, engine.Looks);
    }

    [Fact]
    public async Task A_check_that_asks_for_an_engine_that_is_not_there_fails_and_still_checks()
    {
        folder.Write("compose.yml", "services:\n  a:\n    image: a\n    links: [gone]\n");
        var without = await RunAsync(Missing, "check");

        var run = await RunAsync(Missing, "check", "--engine");

        Assert.Equal(new CliRun(2, without.Output, "lspcompose: There is no Docker engine at unix:///var/run/docker.sock; start it.\n"), run);
        Assert.Contains("gone", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static EngineContainer Container(string project, string service, string name) => new()
    {
        Id = name,
        Name = name,
        Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = project, ["com.docker.compose.service"] = service },
    };

    private Task<CliRun> RunAsync(EngineState state, params string[] args) => folder.RunWithEngineAsync(new MadeUpEngine(state), args);
}
