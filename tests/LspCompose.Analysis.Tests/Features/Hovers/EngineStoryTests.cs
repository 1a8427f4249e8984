using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Tests.Engines;

namespace LspCompose.Analysis.Tests.Features.Hovers;

public class EngineStoryTests
{
    private static readonly EngineContainer Web = MadeUp.Running("web", "nginx:alpine") with { Health = ContainerHealth.Healthy, RestartCount = 2, Ports = [MadeUp.Port(8080, 80)] };

    private static readonly EngineContainer Job = MadeUp.Running("job", "busybox") with { State = ContainerState.Exited, ExitCode = 137, FinishedAt = MadeUp.Now.AddMinutes(-5) };

    private static readonly EngineView Engine = MadeUp.Engine(Job, Web) with { Images = [MadeUp.Image("nginx:alpine"), MadeUp.Image("busybox")] };

    [Fact]
    public void A_service_tells_its_containers() => Assert.Equal(
        """
        **Engine:** running (healthy)

        - `p-web-1`: running (healthy), up 3 hours · `8080` → 80 · image `6e67696e783a` · restarted 2 times
        """,
        Hovered.OfEngine(Engine, "services:\n  w<|>eb:\n    image: nginx:alpine\n    ports: ['8080:80']\n"));

    [Theory]
    [InlineData("services:\n  web: {image: a, depends_on: [j<|>ob]}\n  job: {image: busybox}\n")]
    [InlineData("services:\n  web: {image: a, links: ['j<|>ob:x']}\n  job: {image: busybox}\n")]
    [InlineData("web: {image: a}\nj<|>ob: {image: busybox}\n")]
    [InlineData("services:\n  bad: [\n  j<|>ob: {image: other}\n")]
    public void So_do_references_and_services_of_first_format_and_broken_files(string marked) => Assert.Equal(
        """
        **Engine:** exited (137)

        - `p-job-1`: exited (137) 5 minutes ago · image `62757379626f`
        """,
        Hovered.OfEngine(Engine, marked));

    [Fact]
    public void Several_containers_are_listed_by_their_numbers() => Assert.Equal(
        """
        **Engine:** 1 of 2 running

        - `p-web-2`: paused, up 3 hours · image `6e67696e7800`
        - `p-web-10`: running, up 3 hours · image `6e67696e7800`
        """,
        Hovered.OfEngine(MadeUp.Engine(MadeUp.Running("web", "nginx", 10), MadeUp.Running("web", "nginx", 2) with { State = ContainerState.Paused }), "services: {w<|>eb: {image: nginx}}"));

    [Fact]
    public void Containers_of_other_projects_and_of_single_runs_do_not_count()
    {
        var other = MadeUp.Running("web", "nginx") with { Labels = MadeUp.Labels("q", "web") };
        var once = MadeUp.Running("web", "nginx") with { Labels = new Dictionary<string, string>(MadeUp.Labels("p", "web")) { ["com.docker.compose.oneoff"] = "True" } };
        Assert.Equal("**Engine:** no container of project `p`.", Hovered.OfEngine(MadeUp.Engine(other, once), "services: {w<|>eb: {image: nginx}}"));
        Assert.Equal("**Engine:** not created. `docker compose up -d web` makes its container.", Hovered.OfEngine(MadeUp.Engine(other, Job), "services: {w<|>eb: {image: nginx}}"));
    }

    [Fact]
    public void A_service_that_is_not_to_run_is_not_missed() =>
        Assert.Equal("**Engine:** no container, as the file says.", Hovered.OfEngine(Engine, "services: {z<|>ero: {image: nginx, scale: 0}}"));

    [Fact]
    public void A_file_that_another_one_extends_has_no_containers_of_its_own() =>
        Assert.Null(Hovered.OfEngine("/p/base.yaml", Engine, "services: {b<|>ase: {image: nginx}}", ("/p/compose.yaml", "services: {web: {extends: {file: base.yaml, service: base}}}")));

    [Fact]
    public void Commands_name_a_file_that_is_not_found_by_its_name() =>
        Assert.Equal("**Engine:** not created. `docker compose -f stack.yaml up -d web` makes its container.", Hovered.OfEngine("/p/stack.yaml", MadeUp.Engine(Job), "services: {w<|>eb: {image: nginx}}"));

    [Fact]
    public void A_name_alone_in_a_file_of_variables_is_handed_on_where_somebody_has_it()
    {
        var web = MadeUp.Running("web", "nginx") with { EnvironmentNames = ["FOO", "X", "EXTRA"] };
        var told = Hovered.OfEngine(MadeUp.Engine(web) with { Images = [MadeUp.Image("nginx")] }, "services:\n  w<|>eb:\n    image: nginx\n    env_file: one.env\n", ("/p/one.env", "X=1\nFOO\n"));
        Assert.Contains("`EXTRA`", told, StringComparison.Ordinal);
        Assert.DoesNotContain("FOO", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_engine_nothing_is_told() => Assert.Null(Hovered.OfEngine(null, "services: {w<|>eb: {image: nginx}}"));

    [Theory]
    [InlineData("image: nginx:1.27", "image: `nginx:alpine`, the file says `nginx:1.27`")]
    [InlineData("build: .", "image: `nginx:alpine`, the file builds its own")]
    [InlineData("image: nginx:alpine\n    ports: ['9090:90', '53:53/udp']", "ports: `9090:90`, `53:53/udp` missing; `8080:80` not in the file")]
    [InlineData("image: nginx:alpine\n    networks: [front]", "networks: `p_front` missing; `p_default` not in the file")]
    [InlineData("image: nginx:alpine\n    network_mode: host", "network: mode `p_default`, the file says `host`")]
    [InlineData("image: nginx:alpine\n    environment: {MODE: x, DB_PASSWORD: hunter2, UNSET: }", "environment: `MODE`, `DB_PASSWORD` missing")]
    [InlineData("image: nginx:alpine\n    links: ['job:j']", "links: `job:j` missing")]
    public void What_differs_is_told_with_what_to_do(string body, string difference)
    {
        var markdown = Hovered.OfEngine(Engine, $"services:\n  w<|>eb:\n    {body}\n  job: {{image: busybox}}\nnetworks: {{front: }}\n") ?? "";
        Assert.Contains($"**Differs from the file:**\n\n", markdown, StringComparison.Ordinal);
        Assert.Contains($"- {difference}\n", markdown, StringComparison.Ordinal);
        Assert.EndsWith("`docker compose up -d web` makes a new container of it.", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_that_was_pulled_or_built_again_makes_a_difference()
    {
        var engine = MadeUp.Engine(MadeUp.Running("web", "nginx:alpine"), MadeUp.Running("web", "nginx:alpine", 2)) with { Images = [MadeUp.Image("nginx:alpine", "newer")] };
        var markdown = Hovered.OfEngine(engine, "services:\n  w<|>eb:\n    image: nginx:alpine\n");
        Assert.Equal(
            """
            **Differs from the file:**

            - image: made from an earlier `nginx:alpine`

            `docker compose up -d web` makes new containers of it.
            """,
            markdown?[markdown.IndexOf("**Differs", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData("ports: ['8080-8089:80']")]
    [InlineData("ports: ['80']")]
    [InlineData("ports: ['0.0.0.0:8080:80']")]
    [InlineData("ports: ['${NONE}:80', '9:9']")]
    [InlineData("ports: ['8080:80']\n    networks: [undeclared]")]
    [InlineData("ports: ['8080:80']\n    network_mode: ${NONE}")]
    [InlineData("ports: ['8080:80']\n    env_file: ./none.env")]
    [InlineData("ports: ['8080:80']\n    links: ['gone', '${NONE}:x']")]
    [InlineData("ports: ['8080:80']\n    environment: {A: ${NONE}}", "A")]
    [InlineData("ports: ['8080:80']\n    env_file: .env", "TAG")]
    public void What_is_the_same_or_not_known_makes_none(string body, params string[] environment)
    {
        var engine = Engine with { Containers = [Web with { EnvironmentNames = [.. environment, "https_proxy"] }] };
        Assert.DoesNotContain("Differs", Hovered.OfEngine(engine, $"services:\n  w<|>eb:\n    image: nginx:${{TAG}}\n    {body}\n", ("/p/.env", "TAG=alpine\n")), StringComparison.Ordinal);
        Assert.DoesNotContain("Differs", Hovered.OfEngine(engine, $"services:\n  w<|>eb:\n    image: nginx:${{NONE}}\n    {body}\n", ("/p/.env", "TAG=alpine\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_compared_while_a_file_is_broken_or_with_containers_of_other_files()
    {
        Assert.DoesNotContain("Differs", Hovered.OfEngine(Engine, "services:\n  w<|>eb:\n    image: other\n  job: [\n"), StringComparison.Ordinal);
        var production = Web with { Labels = new Dictionary<string, string>(Web.Labels) { ["com.docker.compose.project.config_files"] = "/elsewhere/compose.yaml,/elsewhere/compose.prod.yaml" } };
        Assert.EndsWith(
            "Made from `compose.yaml` and `compose.prod.yaml`, so not compared with this project.",
            Hovered.OfEngine(MadeUp.Engine(production), "services:\n  w<|>eb:\n    image: other\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_got_the_name_of_today_is_still_the_same()
    {
        var older = Web with { Labels = new Dictionary<string, string>(Web.Labels) { ["com.docker.compose.project.config_files"] = "docker-compose.yml" } };
        Assert.Contains("Differs", Hovered.OfEngine(MadeUp.Engine(older), "services:\n  w<|>eb:\n    image: other\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services:\n  web: {image: a, network_mode: service:jo<|>b}\n  job: {image: busybox}\n", true)]
    [InlineData("services:\n  we<|>b: {image: a, network_mode: service:job}\n  job: {image: busybox}\n", false)]
    [InlineData("services:\n  we<|>b: {image: a, network_mode: service:other}\n  other: {image: busybox}\n", true)]
    [InlineData("services:\n  we<|>b: {image: a, network_mode: container:p-job-1}\n", false)]
    [InlineData("services:\n  we<|>b: {image: a}\n", true)]
    public void Shared_network_stacks_are_compared_by_their_owner(string marked, bool differs)
    {
        var web = MadeUp.Running("web", "a") with { NetworkMode = $"container:{Job.Id}", Networks = [] };
        Assert.Equal(differs && marked.Contains("we<|>b", StringComparison.Ordinal), Hovered.OfEngine(MadeUp.Engine(web, Job), marked)?.Contains("Differs", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_Compose_adds_to_a_link_are_not_told()
    {
        var web = MadeUp.Running("web", "nginx") with { Links = [new("p-db-1", "database"), new("p-db-1", "db-1"), new("p-db-1", "p-db-1"), new("p-mq-1", "mq"), new("p-mq-1", "mq-1")] };
        var markdown = Hovered.OfEngine(MadeUp.Engine(web, MadeUp.Running("db", "pg"), MadeUp.Running("mq", "mq")), "services:\n  w<|>eb: {image: nginx, links: ['db:database']}\n  db: {image: pg}\n  mq: {image: mq}\n");
        Assert.Contains("- links: `mq` not in the file\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_the_engine_cannot_break_out() => Assert.Contains(
        "- ``` a``b⏎# c ```: running",
        Hovered.OfEngine(MadeUp.Engine(MadeUp.Running("web", "nginx") with { Name = "a``b\n# c" }), "services: {w<|>eb: {image: nginx}}"),
        StringComparison.Ordinal);

    [Fact]
    public void An_image_tells_what_is_in_it()
    {
        var image = MadeUp.Image("acme/api:2") with
        {
            Labels = new Dictionary<string, string> { ["maintainer"] = "ada", ["api.token"] = "hunter2", ["org.opencontainers.image.version"] = "2.0.1" },
            Details = new EngineImageDetails { Os = "linux", Architecture = "arm64", Variant = "v8", ExposedPorts = ["80/tcp", "443/tcp"], Volumes = ["/data"], Entrypoint = ["/entry.sh"], Command = ["serve", "--password", "hunter2"] },
        };
        Assert.Equal(
            """
            **Engine:** has the image

            - id: `61636d652f61`
            - size: 49.2 MB
            - made: 3 weeks ago
            - platform: `linux/arm64`, the engine is `linux/amd64`
            - exposed ports: `443/tcp`, `80/tcp`
            - declared volumes: `/data`
            - entrypoint: `/entry.sh`
            - command: `serve` · `--password` · `••••••`
            - label `org.opencontainers.image.version`: `2.0.1`
            - label `api.token`: `••••••`
            - label `maintainer`: `ada`
            """,
            Hovered.OfEngine(MadeUp.Engine() with { Images = [image] }, "services:\n  web:\n    image: docker.io/acme/a<|>pi:${TAG}\n", ("/p/.env", "TAG=2\n")));
    }

    [Theory]
    [InlineData("services:\n  web:\n    image: ngin<|>x\n", "**Engine:** no such image. `docker compose pull web` gets it.")]
    [InlineData("services:\n  web:\n    image: ngin<|>x\n    build: .\n", "**Engine:** no such image. `docker compose build web` makes it.")]
    [InlineData("web:\n  image: ngin<|>x\n", "**Engine:** no such image. `docker compose pull web` gets it.")]
    [InlineData("services:\n  bad: [\n  web:\n    image: ngin<|>x\n", "**Engine:** no such image. `docker compose pull web` gets it.")]
    [InlineData("services:\n  web:\n    image: ngin<|>x:${NONE}\n", null)]
    public void A_missing_image_tells_how_to_get_it(string marked, string? told) => Assert.Equal(told, Hovered.OfEngine(MadeUp.Engine(), marked));

    [Theory]
    [InlineData("services: {web: {image: a, networks: [fr<|>ont]}}\nnetworks: {front: {name: proxy}}\n")]
    [InlineData("services: {web: {image: a, networks: [front]}}\nnetworks: {fr<|>ont: {external: true, name: proxy}}\n")]
    public void A_network_tells_who_is_on_it(string marked)
    {
        var gone = MadeUp.Container("gateway", "traefik") with { Networks = [MadeUp.On("proxy")] };
        var web = MadeUp.Running("web", "a") with { Networks = [MadeUp.On("proxy")] };
        var engine = MadeUp.Engine(gone, web, web with { Name = "p-web-2" }, MadeUp.Running("db", "pg"));
        Assert.Equal(
            """
            **Engine:** has network `proxy`

            - driver: `bridge`, internal: nothing outside can be reached from it
            - subnet: `172.18.0.0/16`
            - on it: `web`, container `gateway`
            """,
            Hovered.OfEngine(engine with { Networks = [MadeUp.Network("proxy") with { Subnets = ["172.18.0.0/16"], IsInternal = true }] }, marked));
    }

    [Theory]
    [InlineData("services: {web: {image: a, networks: [fr<|>ont]}}\nnetworks: {front: }\n", "**Engine:** not created yet. `docker compose up` makes it as `p_front`.")]
    [InlineData("services: {web: {image: a, networks: [fr<|>ont]}}\nnetworks: {front: {external: true}}\n", "**Engine:** no network `front`. `docker network create` makes it.")]
    [InlineData("services: {web: {image: a, networks: [fr<|>ont]}}\nnetworks: {front: {name: 'x${NONE}'}}\n", null)]
    [InlineData("services:\n  web: {image: a, volumes: ['da<|>ta:/data']}\n  bad: [\nvolumes: {data: }\n", "**Engine:** not created yet. `docker compose up` makes it as `p_data`.")]
    public void What_is_not_there_tells_so(string marked, string? told) => Assert.Equal(told, Hovered.OfEngine(MadeUp.Engine(), marked));

    [Fact]
    public void A_volume_tells_who_mounts_it() => Assert.Equal(
        """
        **Engine:** has volume `p_data`

        - driver: `local`
        - mounted by: `db`
        """,
        Hovered.OfEngine(
            MadeUp.Engine(MadeUp.Running("db", "pg") with { Mounts = [new("p_data", "", "/data")] }) with { Volumes = [new EngineVolume { Name = "p_data", Driver = "local" }] },
            "services: {db: {image: pg, volumes: ['da<|>ta:/data']}}\nvolumes: {data: }\n"));
}
