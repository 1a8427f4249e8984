using LspCompose.Analysis.Ambassadors;

namespace LspCompose.Analysis.Tests.Ambassadors;

public sealed class AmbassadorShapeTests
{
    private const string Socket = "volumes: [/var/run/docker.sock:/var/run/docker.sock]";

    [Theory]
    [InlineData("links: ['amb:db']", "")]
    [InlineData("", "environment: {DB_PORT_5432_TCP: 'tcp://10.0.0.5:5432'}")]
    [InlineData("", "environment: ['DB_PORT_5432_UDP=udp://10.0.0.5:5432']")]
    [InlineData("", Socket + ", command: -name app_db_1")]
    public void An_image_named_ambassador_that_acts_as_one_is_likely(string consumer, string own)
    {
        foreach (var image in (string[])["acme/ambassador", "ambassador", "acme/docker-ambassador", "registry.example:5000/acme/tcp-ambassador:2", "acme/ambassadord", "richnorth/ambassador"])
        {
            Assert.Equal("amb High", Detected.Short($$"""services: {web: {image: x, {{consumer}} }, amb: {image: "{{image}}", {{own}} } }"""));
        }
    }

    [Theory]
    [InlineData("acme/ambassador", "links: [amb]", "")]
    [InlineData("acme/ambassador", "depends_on: [amb]", "ports: ['80:80']")]
    [InlineData("acme/ambassador", "", "environment: {DB_PORT_5432_TCP: '10.0.0.5:5432'}")]
    [InlineData("acme/ambassador", "", "environment: {DB_PORT_5432_TCP_ADDR: 'tcp://10.0.0.5'}")]
    [InlineData("acme/ambassador", "", "command: -name app_db_1")]
    [InlineData("acme/ambassador", "", Socket)]
    [InlineData("acme/ambassador-api", "links: ['amb:db']", "")]
    [InlineData("acme/myambassador", "links: ['amb:db']", "")]
    [InlineData("acme/ambassadors", "links: ['amb:db']", "")]
    public void A_name_alone_is_not_enough(string image, string consumer, string own) =>
        Assert.Empty(Detected.In($$"""services: {web: {image: x, {{consumer}} }, amb: {image: {{image}}, {{own}} } }"""));

    [Theory]
    [InlineData("image: acme/relay", "environment: {DB_PORT_5432_TCP: 'tcp://10.0.0.5:5432'}")]
    [InlineData("build: ./relay", "environment: ['DB_PORT_5432_TCP=tcp://10.0.0.5:5432'], expose: [5432]")]
    [InlineData("build: ./relay", "environment: {DB_PORT_5432_TCP: 'tcp://10.0.0.5:5432'}, ports: ['15432:5432']")]
    public void Whoever_is_linked_and_has_link_variables_spelt_out_forwards_them(string what, string own)
    {
        var ambassador = Detected.One($$"""services: {web: {image: x, links: [relay]}, relay: { {{what}}, {{own}} } }""");
        Assert.Equal((AmbassadorCertainty.High, AmbassadorKind.PortForwarder), (ambassador.Certainty, ambassador.Kind));
    }

    [Theory]
    [InlineData("web: {image: x}", "environment: {DB_PORT_5432_TCP: 'tcp://10.0.0.5:5432'}")]
    [InlineData("web: {image: x, links: [app]}", "environment: {DB_PORT_5432_TCP: 'tcp://db:5432'}, expose: [3000]")]
    [InlineData("web: {image: x, links: [app]}", "environment: {DB_PORT_5432_TCP_PORT: '5432', DB_PORT: 'tcp://db:5432'}")]
    [InlineData("web: {image: x, links: [app]}", "environment: {KUBERNETES_PORT_443_TCP: 'tcp://10.0.0.1:443'}")]
    [InlineData("web: {image: x, links: [app]}", "environment: ['KUBERNETES_SERVICE_HOST=10.0.0.1', 'DB_PORT_5432_TCP=tcp://10.0.0.9:5432']")]
    public void Whoever_only_uses_such_variables_does_not(string other, string own) =>
        Assert.Empty(Detected.In($$"""services: {{{other}}, app: {image: y, {{own}} } }"""));

    [Theory]
    [InlineData("command: '-name app_db_1'")]
    [InlineData("command: '-name=app-db-1 '")]
    [InlineData("command: ['-name', postgres]")]
    [InlineData("command: '--name \"db\"'")]
    [InlineData("entrypoint: [/amb, '-name=db']")]
    public void Whoever_asks_the_engine_for_services_and_is_linked_under_their_names_is_likely(string command)
    {
        var ambassador = Detected.One($$"""services: {web: {image: x, links: ['hub:db']}, db: {image: y, container_name: postgres}, hub: {build: ., {{Socket}}, {{command}} } }""");
        Assert.Equal((AmbassadorCertainty.High, AmbassadorKind.ContainerNames), (ambassador.Certainty, ambassador.Kind));
        Assert.Equal(["db"], ambassador.Fronted.Select(service => service.Name));
        Assert.True(ambassador.HoldsEngine);
    }

    [Theory]
    [InlineData("links: [hub]", Socket, "-name db")]
    [InlineData("links: ['hub:cache']", Socket, "-name db")]
    [InlineData("links: ['hub:db']", Socket, "-name other")]
    [InlineData("links: ['hub:db']", Socket, "")]
    [InlineData("links: ['hub:db']", "volumes: [./data:/data]", "-name db")]
    public void Asking_the_engine_is_not_enough(string consumer, string volumes, string command) =>
        Assert.Empty(Detected.In($$"""services: {web: {image: x, {{consumer}} }, db: {image: y}, hub: {build: ., {{volumes}}, command: "{{command}}"} }"""));

    [Fact]
    public void The_socket_may_be_mounted_in_long_form() => Assert.Equal(
        "hub High",
        Detected.Short("services: {web: {image: x, links: ['hub:db']}, db: {image: y}, hub: {build: ., volumes: [{type: bind, source: /run/docker.sock, target: /s}], command: -name db}}"));

    [Theory]
    [InlineData("image: alpine/socat, command: 'TCP-LISTEN:6379,fork,reuseaddr TCP:redis:6379'")]
    [InlineData("image: alpine/socat, command: ['tcp-listen:6379,fork', 'tcp-connect:redis:6379']")]
    [InlineData("build: ., command: \"sh -c 'socat TCP4-LISTEN:1,fork TCP4:x:2 & socat TCP4-LISTEN:6379,fork TCP4:redis:6379'\"")]
    [InlineData("image: acme/box, entrypoint: socat, command: '-d TCP-L:6379,fork TCP6:redis:6379'")]
    public void A_socat_linked_under_the_name_it_forwards_to_may_be_one(string relay)
    {
        var ambassador = Detected.One($$"""services: {web: {image: x, links: ['relay:redis']}, redis: {image: redis}, relay: { {{relay}} } }""");
        Assert.Equal((AmbassadorCertainty.Medium, AmbassadorKind.PortForwarder), (ambassador.Certainty, ambassador.Kind));
        Assert.Contains("redis", ambassador.Fronted.Select(service => service.Name));
    }

    [Theory]
    [InlineData("web: {image: x, links: [relay]}", "command: 'TCP-LISTEN:6379,fork TCP:redis:6379'")]
    [InlineData("web: {image: x, links: ['relay:cache']}", "command: 'TCP-LISTEN:6379,fork TCP:redis:6379'")]
    [InlineData("web: {image: x, links: ['relay:redis']}", "command: 'TCP-LISTEN:80,fork TCP:redis:6379'")]
    [InlineData("web: {image: x}", "command: 'TCP-LISTEN:6379,fork TCP:redis:6379'")]
    [InlineData("web: {image: x, depends_on: [relay]}", "network_mode: 'service:web', command: 'TCP-LISTEN:6379,fork TCP:redis:6379'")]
    [InlineData("web: {image: x, links: ['relay:redis']}", "volumes: [/var/run/docker.sock:/var/run/docker.sock], command: 'TCP-LISTEN:2375,fork UNIX-CONNECT:/var/run/docker.sock'")]
    public void Another_socat_translates_ports_bridges_networks_or_shares_a_namespace(string other, string own) =>
        Assert.Empty(Detected.In($$"""services: {{{other}}, redis: {image: redis}, relay: {image: alpine/socat, {{own}} } }"""));

    [Theory]
    [InlineData("image: acme/hub")]
    [InlineData("image: nginx")]
    [InlineData("build: ./hub")]
    [InlineData("build: ./ambassador")]
    [InlineData("build: {context: ../docker-ambassador}")]
    public void A_hub_linked_under_the_names_of_its_consumers_may_be_one(string hub)
    {
        var ambassador = Detected.One($$"""services: {a: {image: x, links: ['hub:b']}, b: {image: y, links: ['hub:a']}, hub: { {{hub}} } }""");
        Assert.Equal((AmbassadorCertainty.Medium, AmbassadorKind.Unspecified), (ambassador.Certainty, ambassador.Kind));
        Assert.Equal(["b", "a"], ambassador.Fronted.Select(service => service.Name));
    }

    [Theory]
    [InlineData("a: {image: x, links: ['hub:b']}, b: {image: y}")]
    [InlineData("a: {image: x, links: ['hub:b', 'hub:c']}, b: {image: y}, c: {image: z}")]
    [InlineData("a: {image: x, links: [hub]}, b: {image: y, links: [hub]}")]
    [InlineData("a: {image: x, links: ['hub:one']}, b: {image: y, links: ['hub:two']}")]
    public void Other_stars_are_no_hub(string services)
    {
        foreach (var hub in (string[])["image: acme/hub", "build: ./ambassador"])
        {
            Assert.Empty(Detected.In($$"""services: {{{services}}, hub: { {{hub}} } }"""));
        }
    }

    [Theory]
    [InlineData("6379 54.173.44.21 32769", "6379/tcp 54.173.44.21:32769")]
    [InlineData("8500 consul:8500", "8500/tcp consul:8500")]
    [InlineData("0.0.0.0:80 web 8080 -- 443 web 8443", "80/tcp web:8080, 443/tcp web:8443")]
    public void A_proxy_with_one_backend_for_each_port_may_be_one(string command, string forwards)
    {
        foreach (var written in (string[])[$"command: {command}", $"command: [{string.Join(", ", command.Split(' ').Select(word => $"'{word}'"))}]"])
        {
            var ambassador = Detected.One($"redis:\n  image: jpetazzo/hamba\n  {written}\nwebui:\n  build: webui\n  links: [redis]\n");
            Assert.Equal(AmbassadorCertainty.Medium, ambassador.Certainty);
            Assert.Equal(forwards, Detected.Forwards(ambassador));
        }
    }

    [Theory]
    [InlineData("command: 80 rng1 80 rng2 80 rng3 80")]
    [InlineData("command: 80 rng1 80 -- 81 rng1 80 rng2 80")]
    [InlineData("command: 80 rng1:80 rng2:80")]
    [InlineData("command: 80")]
    [InlineData("command: 80 rng1 http")]
    [InlineData("tty: true")]
    public void With_more_it_balances_load(string command) =>
        Assert.Empty(Detected.In($"rng0:\n  image: jpetazzo/hamba\n  {command}\nweb:\n  build: web\n  links: ['rng0:rng1']\nrng1:\n  build: rng\n"));

    [Theory]
    [InlineData("datawire/ambassador")]
    [InlineData("quay.io/datawire/ambassador:0.50.1")]
    [InlineData("docker.io/datawire/aes")]
    [InlineData("datawire/ambassador-auth-service")]
    [InlineData("emissaryingress/emissary")]
    [InlineData("docker.io/emissaryingress/ambassador")]
    [InlineData("ambassador/aes")]
    [InlineData("envoyproxy/envoy")]
    [InlineData("istio/proxyv2")]
    [InlineData("traefik:v2")]
    [InlineData("containous/traefik")]
    [InlineData("jwilder/nginx-proxy")]
    [InlineData("nginxproxy/nginx-proxy")]
    [InlineData("haproxy")]
    [InlineData("dockercloud/haproxy")]
    [InlineData("tutum/haproxy")]
    [InlineData("rancher/lb-service-haproxy")]
    [InlineData("rancher/load-balancer-service")]
    [InlineData("rancher/socat-docker")]
    [InlineData("tecnativa/docker-socket-proxy")]
    public void Gateways_balancers_and_socket_proxies_never_are(string image) => Assert.Empty(Detected.In(
        $$"""
        services:
          a: {image: x, links: ["ambassador:b"]}
          b: {image: y, links: ["ambassador:a"]}
          ambassador:
            image: {{image}}
            {{Socket}}
            command: -name a -name b
            environment: {DB_PORT_5432_TCP: "tcp://10.0.0.5:5432"}
        """));

    [Theory]
    [InlineData("environment: {AMBASSADOR_ID: one}")]
    [InlineData("environment: [AMBASSADOR_NO_KUBEWATCH=yes]")]
    [InlineData("ports: ['8877:8877']")]
    [InlineData("ports: [{target: 8877, published: 9000}]")]
    [InlineData("expose: ['8877']")]
    public void The_gateway_of_that_name_is_told_by_its_settings(string own)
    {
        var links = "a: {image: x, links: ['ambassador:b']}, b: {image: y, links: ['ambassador:a']}";
        Assert.Empty(Detected.In($$"""services: {{{links}}, ambassador: {image: acme/ambassador, {{own}} } }"""));
        Assert.Equal("ambassador Certain", Detected.Short($$"""services: {{{links}}, ambassador: {image: ctlc/ambassador, {{own}} } }"""));
    }

    [Theory]
    [InlineData("ambassador: {image: nginx, ports: ['80:80']}")]
    [InlineData("ambassador: {build: ./ambassador}")]
    [InlineData("proxy: {image: nginx, links: [web, db], volumes: [/var/run/docker.sock:/tmp/docker.sock:ro]}")]
    [InlineData("kafka: {image: kafka, links: ['db:zk'], volumes: [/var/run/docker.sock:/var/run/docker.sock]}")]
    [InlineData("chrome: {image: selenium/node-chrome, links: ['web:hub'], environment: {HUB_PORT_4444_TCP_ADDR: hub, HUB_PORT_4444_TCP_PORT: 4444}}")]
    public void An_ordinary_service_is_none(string service) =>
        Assert.Empty(Detected.In($$"""services: {web: {image: x}, db: {image: y}, {{service}} }"""));
}
