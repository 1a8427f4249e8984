using LspCompose.Analysis.Engines;

namespace LspCompose.Analysis.Tests.Features.Completion;

/// <summary>What a Docker engine holds is offered where a file names it.</summary>
public sealed class EngineCompletionTests
{
    private const string Web = "services:\n  web:\n    image: acme/web:2\n";

    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    // The project of the files is "p", that of their folder.
    private static readonly EngineView Engine = new()
    {
        Version = "28.2.2",
        Clock = new StoppedClock(),
        Images =
        [
            Image("1", 77_800_000, TimeSpan.FromDays(21), "acme/web:2", "acme/web:beta") with { Details = new EngineImageDetails { ExposedPorts = ["9000/tcp", "53/udp", "53/tcp"], Volumes = ["/srv/data", "/srv/cache"] } },
            Image("2", 2_500_000_000, TimeSpan.FromHours(5), "docker.io/library/postgres:17", "postgres:16.1") with { Details = new EngineImageDetails { ExposedPorts = ["5432/tcp"], Volumes = ["/var/lib/postgresql/data"] } },
            Image("3", 900, TimeSpan.FromDays(900), "localhost:5000/tool:1", "<none>:<none>"),
            Image("4", 1_000, TimeSpan.FromDays(3), "p-api:latest") with { Details = new EngineImageDetails { ExposedPorts = ["7000"] } },
            Image("5", 1_000, TimeSpan.FromDays(3)),
            Image("6", 1_500, Now - DateTimeOffset.UnixEpoch, "zig/same:1"),
        ],
        Networks = [Network("bridge"), Network("host"), Network("none"), Network("shop_default", "shop"), Network("p_default", "p"), Network("edge"), Network("not a key")],
        Volumes = [Volume("shop_pg", "shop"), Volume("p_data", "p"), Volume("backup"), Volume(new string('a', 64))],
        Secrets = ["token"],
        Containers =
        [
            Container("p-web-1", "p", "web") with { Image = "acme/web:2", State = ContainerState.Running },
            Container("p-db-1", "p", "db") with { Image = "postgres:17", State = ContainerState.Running },
            Container("old", null, null) with { Image = "busybox", State = ContainerState.Exited },
            Container("shop-db-1", "shop", "db") with { Image = "postgres:17", State = ContainerState.Running, Networks = [new NetworkAttachment("shop_default", "172.18.0.2", ["db"])], Mounts = [new ContainerMount("shop_pg", "", "/data")] },
            Container("shop-web-run-1", "shop", "web") with { Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = "shop", ["com.docker.compose.oneoff"] = "True" }, State = ContainerState.Running },
        ],
    };

    [Theory]

    // Images: those used elsewhere first, then those at hand, then those everybody knows.
    [InlineData("services:\n  a:\n    image: <|>\n  b:\n    image: redis:6\n", "redis:6 acme/web:2 acme/web:beta docker.io/library/postgres:17 localhost:5000/tool:1 p-api:latest postgres:16.1 zig/same:1 postgres redis")]
    [InlineData("services:\n  a:\n    image: acme/<|>\n", "acme/web:2 acme/web:beta")]
    [InlineData("services: {a: {image: \"acme/<|>\"}}\n", "acme/web:2 acme/web:beta")]
    [InlineData("services:\n  b: {image: \"acme/web:2\"}\n  a:\n    image: acme/web:<|>\n", "2 beta")]
    [InlineData("services:\n  a:\n    image: postgres:<|>\n", "17 16.1 17-alpine")]
    [InlineData("services:\n  a:\n    image: localhost:<|>\n", "localhost:5000/tool:1")]
    [InlineData("services:\n  a:\n    image: acm<|>:2\n", "acme/web")]
    [InlineData("services:\n  b:\n    image: \"x\n  a:\n    image: acme/<|>\n  c: [\n", "acme/web:2 acme/web:beta")]

    // Ports, as the image itself says.
    [InlineData(Web + "    ports:\n      - <|>\n", "53:53/udp 53:53 9000:9000 127.0.0.1:53:53/udp")]
    [InlineData(Web + "    ports:\n      - 8080:<|>\n", "8080:53/udp 8080:53 8080:9000")]
    [InlineData(Web + "    ports: [\"8080:9<|>\"]\n", "8080:9000")]
    [InlineData(Web + "    ports:\n      - target: <|>\n", "53 9000")]
    [InlineData(Web + "    expose:\n      - <|>\n", "53/udp 53 9000")]
    [InlineData("services:\n  db:\n    image: postgres:17\n    expose: [<|>]\n", "5432")]
    [InlineData("services:\n  api:\n    build: .\n    expose: [<|>]\n", "7000")]
    [InlineData("services:\n  x: [\n  web:\n    image: acme/web:2\n    expose:\n      - <|>\n", "53/udp 53 9000")]

    // Volumes of the image.
    [InlineData(Web + "    volumes:\n      - data:<|>\n", "/srv/cache /srv/data")]
    [InlineData(Web + "    volumes:\n      - type: volume\n        target: /srv/d<|>\n", "/srv/data")]
    [InlineData("services:\n  db:\n    image: postgres:17\n    volumes: [\"data:<|>\"]\n", "/var/lib/postgresql/data /docker-entrypoint-initdb.d")]

    // Outside names of networks and volumes; the project's own last.
    [InlineData("networks:\n  n:\n    external: true\n    name: <|>\n", "edge \"not a key\" shop_default p_default")]
    [InlineData("networks:\n  n:\n    name: sho<|>\n    external: true\n", "shop_default")]
    [InlineData("networks: {n: {external: true, name: sho<|>}}\n", "shop_default")]
    [InlineData("networks:\n  n:\n    name: <|>\n", "")]
    [InlineData("networks:\n  n:\n    external: false\n    name: <|>\n", "")]
    [InlineData("volumes:\n  v:\n    external: true\n    name: <|>\n", "backup shop_pg p_data")]
    [InlineData("secrets:\n  s:\n    external: true\n    name: <|>\n", "token")]
    [InlineData("services:\n  x: [\nnetworks:\n  n:\n    external: true\n    name: <|>\n  m: {\n", "edge \"not a key\" shop_default p_default")]

    // Declarations of them.
    [InlineData("networks:\n  <|>\n", "edge (external) shop_default (external)")]
    [InlineData("networks:\n  edge:\n  sh<|>\n", "shop_default (external)")]
    [InlineData("networks: {<|>}\n", "edge (external) shop_default (external)")]
    [InlineData("services: {web: {image: x, networks: [edge]}}\nnetworks:\n  ed<|>\n", "edge edge (external)")]
    [InlineData("volumes:\n  <|>\n", "backup (external) shop_pg (external)")]

    // Containers: running ones first, the project's own last.
    [InlineData(Web + "    external_links:\n      - <|>\n", "shop-db-1 old p-db-1")]
    [InlineData(Web + "    external_links: [<|>]\n", "shop-db-1 old p-db-1")]
    [InlineData(Web + "    external_links: [old:x, sho<|>:db]\n", "shop-db-1")]
    [InlineData(Web + "    external_links: [shop-db-1:<|>]\n", "")]
    [InlineData(Web + "    network_mode: container:<|>\n", "shop-db-1 old")]
    [InlineData(Web + "    network_mode: shop<|>\n", "container:shop-db-1")]
    [InlineData(Web + "    pid: \"container:sh<|>\"\n", "shop-db-1")]
    [InlineData(Web + "    ipc: container:sh<|>\n", "shop-db-1")]
    [InlineData(Web + "    volumes_from:\n      - container:sh<|>:ro\n", "shop-db-1")]
    [InlineData(Web + "    external_links:\n      - <|>\n  other: {\n", "shop-db-1 old p-db-1")]
    public void What_is_there_is_offered(string marked, string first)
    {
        var offers = Offers.On(Engine, marked);
        offers.AssertExact();
        Assert.True(first.Length == 0 ? offers.Labels.Length == 0 : offers.Labels.StartsWith(first.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal), $"Offered: {offers.Labels}");
    }

    [Theory]
    [InlineData("networks:\n  sh<|>\n", "shop_default (external)", "networks:\n  shop_default:\n    external: true\n")]
    [InlineData("networks: {a: {}, sh<|>}\n", "shop_default (external)", "networks: {a: {}, shop_default: {external: true}}\n")]
    [InlineData("networks:\r\n    edg<|>\r\n", "edge (external)", "networks:\r\n    edge:\r\n        external: true\r\n")]
    [InlineData("networks:\n  sh<|>:\n    external: true\n", "shop_default (external)", "networks:\n  shop_default:\n    external: true\n")]
    [InlineData("networks:\n  n:\n    external: true\n    name: <|>\n", "not a key", "networks:\n  n:\n    external: true\n    name: not a key\n")]
    [InlineData(Web + "    external_links:\n      - sh<|>:db\n", "shop-db-1", Web + "    external_links:\n      - shop-db-1:db\n")]
    [InlineData(Web + "    network_mode: <|>\n", "container:shop-db-1", Web + "    network_mode: container:shop-db-1\n")]
    [InlineData(Web + "    volumes_from: [\"container:o<|>:ro\"]\n", "shop-db-1", Web + "    volumes_from: [\"container:shop-db-1:ro\"]\n")]
    [InlineData(Web + "    ports:\n      - <|>\n", "9000:9000", Web + "    ports:\n      - \"9000:9000\"\n")]
    [InlineData(Web + "    volumes:\n      - <|>\n", "web-data:/srv/data", Web + "    volumes:\n      - web-data:/srv/data\nvolumes:\n  web-data:\n")]
    [InlineData("services:\n  a:\n    image: pos<|>:16.1\n", "docker.io/library/postgres", "services:\n  a:\n    image: docker.io/library/postgres:16.1\n")]
    public void An_offer_fits_what_is_typed_already(string marked, string label, string expected)
    {
        Assert.Equal(expected, Offers.On(Engine, marked).Taken(label));
        Assert.Equal(expected, Offers.On(Engine, marked, Offers.Snippets).Taken(label));
    }

    [Theory]
    [InlineData("services:\n  a:\n    image: acme/<|>\n", "acme/web:2", "local, 77.8 MB, 3 weeks old")]
    [InlineData("services:\n  b:\n    image: postgres:17\n  a:\n    image: postgres:<|>\n", "17", "used once, local, 2.5 GB, 5 hours old")]
    [InlineData("services:\n  a:\n    image: localhost:5000/<|>\n", "localhost:5000/tool:1", "local, 900 bytes, 2 years old")]
    [InlineData("services:\n  a:\n    image: zig/<|>\n", "zig/same:1", "local, 1.5 kB")]
    [InlineData("networks:\n  <|>\n", "shop_default (external)", "bridge, project shop")]
    [InlineData("volumes:\n  <|>\n", "backup (external)", "local")]
    [InlineData(Web + "    external_links: [<|>]\n", "shop-db-1", "postgres:17, running, project shop")]
    [InlineData(Web + "    external_links: [<|>]\n", "old", "busybox, exited")]
    [InlineData(Web + "    expose: [<|>]\n", "9000", "exposed by the image")]
    [InlineData("services:\n  db:\n    image: postgres:17\n    expose: [<|>]\n", "5432", "PostgreSQL")]
    public void An_offer_says_what_it_is(string marked, string label, string detail) => Assert.Equal(detail, Offers.On(Engine, marked).Item(label).Detail);

    [Fact]
    public void A_network_tells_who_is_on_it_and_a_container_on_which_networks_it_is()
    {
        Assert.Equal("Used by `shop-db-1`.", Offers.On(Engine, "networks:\n  <|>\n").Item("shop_default (external)").Documentation());
        Assert.Equal("- network `shop_default`, as `db`", Offers.On(Engine, Web + "    external_links: [<|>]\n").Item("shop-db-1").Documentation());
    }

    [Fact]
    public void A_well_known_image_is_not_offered_twice() =>
        Assert.DoesNotContain("redis", Offers.On(Engine with { Images = [Image("6", 1, TimeSpan.Zero, "redis:8")] }, "services:\n  a:\n    image: redis<|>\n").Labels.Split(' '));

    private static EngineImage Image(string id, long size, TimeSpan age, params string[] tags) => new() { Id = $"sha256:{id}", Tags = tags, Size = size, CreatedAt = Now - age };

    private static EngineNetwork Network(string name, string? project = null) => new() { Id = name, Name = name, Driver = "bridge", Labels = Labels(project, null) };

    private static EngineVolume Volume(string name, string? project = null) => new() { Name = name, Driver = "local", Labels = Labels(project, null) };

    private static EngineContainer Container(string name, string? project, string? service) => new() { Id = name, Name = name, Labels = Labels(project, service) };

    private static Dictionary<string, string> Labels(string? project, string? service)
    {
        var labels = new Dictionary<string, string>();
        if (project is not null)
        {
            labels["com.docker.compose.project"] = project;
        }

        if (service is not null)
        {
            labels["com.docker.compose.service"] = service;
        }

        return labels;
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
