using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.UnitTests;

/// <summary>Containers, from the answers of engines as they were seen.</summary>
public sealed class ContainerTests : IDisposable
{
    private const string Id = "35e6fe1624f6aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private readonly TestMachine machine = new();

    [Fact]
    public async Task A_running_container_of_a_project()
    {
        var container = await ReadAsync("""
            "Name":"/shop-web-1","Created":"2026-01-02T03:04:05.123456789Z","RestartCount":3,"Image":"sha256:abc",
            "State":{"Status":"running","ExitCode":0,"StartedAt":"2026-01-02T03:04:06.987654321Z","FinishedAt":"0001-01-01T00:00:00Z","Health":{"Status":"healthy"}},
            "Config":{"Image":"busybox:local","Env":["A=secret","B=x=y","C"],"Labels":{"com.docker.compose.project":"shop","com.docker.compose.service":"web","com.docker.compose.oneoff":"False"}},
            "HostConfig":{"NetworkMode":"shop_default"},
            "NetworkSettings":{"Networks":{"shop_default":{"IPAddress":"172.18.0.2","Aliases":["shop-web-1","web","35e6fe1624f6"]}}},
            "Mounts":[{"Type":"volume","Name":"shop_data","Source":"/var/lib/x","Destination":"/data"},{"Type":"bind","Source":"/tmp","Destination":"/t"}]
            """);

        Assert.Equal((Id, "shop-web-1", ContainerState.Running, ContainerHealth.Healthy), (container.Id, container.Name, container.State, container.Health));
        Assert.Equal(("shop", "web", false, true), (container.Project, container.Service, container.IsOneOff, container.IsUp));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), container.CreatedAt.AddTicks(-(container.CreatedAt.Ticks % TimeSpan.TicksPerSecond)));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 6, TimeSpan.Zero), container.StartedAt?.AddTicks(-(container.StartedAt.Value.Ticks % TimeSpan.TicksPerSecond)));
        Assert.Null(container.FinishedAt);
        Assert.Equal((3L, "busybox:local", "sha256:abc", "shop_default"), (container.RestartCount, container.Image, container.ImageId, container.NetworkMode));
        Assert.Equal(["A", "B", "C"], container.EnvironmentNames);
        var network = Assert.Single(container.Networks);
        Assert.Equal(("shop_default", "172.18.0.2"), (network.Network, network.Address));
        Assert.Equal(["web"], network.Aliases);
        Assert.Equal([new ContainerMount("shop_data", "/var/lib/x", "/data"), new ContainerMount("", "/tmp", "/t")], container.Mounts);
    }

    [Fact]
    public async Task A_container_about_which_next_to_nothing_is_told()
    {
        var container = await ReadAsync(""" "Name":"x","State":{"Status":"stopped","Health":{"Status":""}} """);

        Assert.Equal(("x", ContainerState.Unknown, ContainerHealth.None), (container.Name, container.State, container.Health));
        Assert.Null(container.Project);
        Assert.Empty(container.Ports);
    }

    [Fact]
    public async Task A_running_container_tells_the_ports_it_really_publishes()
    {
        var container = await ReadAsync("""
            "Name":"/x","State":{"Status":"running"},
            "HostConfig":{"PortBindings":{"80/tcp":[{"HostIp":"","HostPort":""}]}},
            "NetworkSettings":{"Ports":{"443/tcp":null,"53/udp":[{"HostIp":"127.0.0.1","HostPort":"53"}],
              "80/tcp":[{"HostIp":"0.0.0.0","HostPort":"32768"},{"HostIp":"::","HostPort":"32768"}],"81/tcp":[{"HostIp":"0.0.0.0","HostPort":"1"},{"HostIp":"::","HostPort":"2"}]}}
            """);

        Assert.Equal(
            [new PublishedPort("127.0.0.1", 53, 53, "udp"), new PublishedPort("", 32768, 80, "tcp"), new PublishedPort("", 1, 81, "tcp"), new PublishedPort("", 2, 81, "tcp")],
            container.Ports);
    }

    [Theory]
    [InlineData("created")]
    [InlineData("exited")]
    [InlineData("restarting")]
    public async Task Another_tells_those_it_asks_for(string state)
    {
        var container = await ReadAsync($$$"""
            "Name":"/x","State":{"Status":"{{{state}}}"},
            "HostConfig":{"PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"8080"}],"82/tcp":[{"HostIp":"","HostPort":""}]}},"NetworkSettings":{"Ports":{}}
            """);

        Assert.Equal([new PublishedPort("127.0.0.1", 8080, 80, "tcp"), new PublishedPort("", 0, 82, "tcp")], container.Ports);
    }

    [Fact]
    public async Task Links_of_all_networks_are_told_once()
    {
        var container = await ReadAsync("""
            "Name":"/shop-web-1","Config":{"Labels":{"com.docker.compose.project":"shop","com.docker.compose.service":"web"}},
            "NetworkSettings":{"Networks":{
              "shop_back":{"Links":["shop-db-1:db","shop-db-1:db-1","shop-db-1:shop-db-1","other:other"]},
              "shop_front":{"Links":["shop-db-1:db","shop-db-1:db-1","shop-db-1:shop-db-1"]}}}
            """);

        Assert.Equal([new ContainerLink("shop-db-1", "db"), new ContainerLink("shop-db-1", "db-1"), new ContainerLink("shop-db-1", "shop-db-1"), new ContainerLink("other", "other")], container.Links);
    }

    [Fact]
    public async Task Links_on_the_bridge()
    {
        var container = await ReadAsync(""" "Name":"/web","HostConfig":{"Links":["/db:/web/db","/db:/web/sql"]} """);

        Assert.Equal([new ContainerLink("db", "db"), new ContainerLink("db", "sql")], container.Links);
    }

    public void Dispose() => machine.Dispose();

    private async Task<EngineContainer> ReadAsync(string inspected)
    {
        await using var engine = machine.Start();
        engine.Containers((Id, $$"""{"Id":"{{Id}}",{{inspected}}}"""));
        var state = await machine.Source().ReadAsync(TestContext.Current.CancellationToken);
        return Assert.Single(state.View?.Containers ?? []);
    }
}
