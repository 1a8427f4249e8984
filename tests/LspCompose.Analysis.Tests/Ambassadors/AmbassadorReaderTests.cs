using LspCompose.Analysis.Ambassadors;

namespace LspCompose.Analysis.Tests.Ambassadors;

public sealed class AmbassadorReaderTests
{
    [Theory]
    [InlineData("-name app_web_1", "web")]
    [InlineData("-name app-web-1", "web")]
    [InlineData("-name=web_1", "web")]
    [InlineData("--name app_web_12 ", "web")]
    [InlineData("-name other_project_web_1", "web")]
    [InlineData("-name ${PROJECT}_web_1", "web")]
    [InlineData("-name app_web_api_1", "web_api")]
    [InlineData("-name /postgres", "db")]
    [InlineData("-name db", "db")]
    [InlineData("-wait=false -log-level debug -name 'web'", "web")]
    [InlineData("-name 3f2a9c1b7d10", "3f2a9c1b7d10 outside")]
    [InlineData("-name app_web_1 -name=postgres -name gone", "web, db, gone outside")]
    [InlineData("-name web -name web", "web")]
    [InlineData("-name", "")]
    public void Containers_named_in_the_command_lead_to_services(string command, string targets)
    {
        foreach (var written in (string[])[$"\"{command}\"", $"[{string.Join(", ", command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"\"{word}\""))}]", $"[\"{command}\"]"])
        {
            var ambassador = Detected.One($"services:\n  web: {{image: x}}\n  web_api: {{image: x}}\n  db: {{image: y, container_name: postgres}}\n  amb:\n    image: cpuguy83/docker-grand-ambassador\n    command: {written}\n");
            Assert.Equal(targets, string.Join(", ", ambassador.Targets.Select(target => target.Service?.Name ?? target.Name + " outside")));
        }
    }

    [Fact]
    public void A_container_name_beats_the_naming_scheme() => Assert.Equal(
        ["b"],
        Detected.One("services: {a: {image: x}, b: {image: y, container_name: app_a_1}, amb: {image: cpuguy83/docker-grand-ambassador, command: -name app_a_1}}").Fronted.Select(service => service.Name));

    [Theory]
    [InlineData("tcp://10.0.0.5:6379", "6379/tcp 10.0.0.5:6379")]
    [InlineData("tcp://10.0.0.5:6380", "6379/tcp 10.0.0.5:6380")]
    [InlineData(" tcp://redis.example.com:6379 ", "6379/tcp redis.example.com:6379")]
    [InlineData("tcp://[fd00::1]:6379", "6379/tcp fd00::1:6379")]
    [InlineData("tcp://*.*.*.*:6379", "6379/tcp *.*.*.*:6379 MaskedHost")]
    [InlineData("tcp://x.x.x.x:6379", "6379/tcp x.x.x.x:6379 MaskedHost")]
    [InlineData("tcp://<host>:6379", "6379/tcp <host>:6379 MaskedHost")]
    [InlineData("tcp://10.0.0.5:6379 //the other host", "6379/tcp 10.0.0.5:6379 TrailingText")]
    [InlineData("tcp://10.0.0.5:6379/", "6379/tcp 10.0.0.5:6379 TrailingText")]
    [InlineData("tcp://${REDIS_HOST}:6379", "6379/tcp ${REDIS_HOST}:6379 Variable")]
    [InlineData("tcp://${REDIS_HOST:-10.0.0.5}:${REDIS_PORT}", "6379/tcp ${REDIS_HOST:-10.0.0.5}:0 Variable")]
    [InlineData("tcp://10.0.0.5", "6379/tcp 10.0.0.5:0 Incomplete")]
    [InlineData("tcp://:6379", "6379/tcp :6379 Incomplete")]
    [InlineData("tcp://10.0.0.5:99999", "6379/tcp 10.0.0.5:0 Incomplete")]
    public void Link_variables_tell_what_is_forwarded(string target, string forwards)
    {
        Assert.Equal(forwards, Detected.Forwards(Detected.One($"services:\n  amb:\n    image: svendowideit/ambassador\n    environment:\n      REDIS_PORT_6379_TCP: \"{target}\"\n")));
        Assert.Equal(forwards, Detected.Forwards(Detected.One($"amb:\n  image: svendowideit/ambassador\n  environment:\n    - \"REDIS_PORT_6379_TCP={target}\"\n")));
    }

    [Fact]
    public void Each_protocol_and_port_is_told_with_its_place()
    {
        var text = "amb:\n  image: svendowideit/ambassador\n  environment:\n    - DNS_PORT_53_UDP=udp://10.0.0.1:53\n    - DNS_PORT_53_TCP=tcp://10.0.0.1:53\n    - DNS_NAME=/amb/dns\n";
        var ambassador = Detected.One(text);
        Assert.Equal("53/udp 10.0.0.1:53, 53/tcp 10.0.0.1:53", Detected.Forwards(ambassador));
        var span = ambassador.Forwards[1].Span;
        Assert.Equal("DNS_PORT_53_TCP=tcp://10.0.0.1:53", text[span.Start..span.End]);
    }

    [Fact]
    public void Variables_merged_in_from_a_shared_part_count() => Assert.Equal(
        "1/tcp a:1, 2/tcp b:2",
        Detected.Forwards(Detected.One("x-env: &env {A_PORT_1_TCP: 'tcp://a:1', B_PORT_2_TCP: 'tcp://wrong:2'}\nservices:\n  amb:\n    image: ctlc/ambassador\n    environment:\n      <<: *env\n      B_PORT_2_TCP: tcp://b:2\n")));

    [Theory]
    [InlineData("svendowideit/ambassador", "10.0.0.5 6379", "6379/tcp 10.0.0.5:6379")]
    [InlineData("dokku/ambassador", "db.example.com 5432", "5432/tcp db.example.com:5432")]
    [InlineData("dokku/ambassador", "${DB_HOST} 5432", "5432/tcp ${DB_HOST}:5432 Variable")]
    [InlineData("dokku/ambassador", "--help", "")]
    [InlineData("polvi/simple-amb", "172.17.42.1:4001", "10000/tcp 172.17.42.1:4001")]
    [InlineData("ctlc/ambassador", "socat TCP4-LISTEN:3306,fork,reuseaddr TCP4:10.0.0.7:3307", "3306/tcp 10.0.0.7:3307")]
    [InlineData("ctlc/ambassador", "socat UDP4-LISTEN:53,fork UDP4-SENDTO:10.0.0.7:53", "53/udp 10.0.0.7:53")]
    public void Arguments_tell_what_is_forwarded(string image, string command, string forwards)
    {
        Assert.Equal(forwards, Detected.Forwards(Detected.One($"services: {{amb: {{image: {image}, command: \"{command}\"}}}}")));
        Assert.Equal(forwards, Detected.Forwards(Detected.One($"services: {{amb: {{image: {image}, command: [\"{string.Join("\", \"", command.Split(' '))}\"]}}}}")));
    }

    [Theory]
    [InlineData("links: [redis]", AmbassadorSide.Server)]
    [InlineData("links: ['redis:db']", AmbassadorSide.Server)]
    [InlineData("environment: {REDIS_PORT_6379_TCP: 'tcp://redis:6379'}", AmbassadorSide.Server)]
    [InlineData("environment: {REDIS_PORT_6379_TCP: 'tcp://Store:6379'}", AmbassadorSide.Server)]
    [InlineData("environment: {REDIS_PORT_6379_TCP: 'tcp://redis01:6379'}", AmbassadorSide.Server)]
    [InlineData("links: ['redis:db'], environment: {DB_PORT_6379_TCP: 'tcp://db:6379'}", AmbassadorSide.Server)]
    [InlineData("command: redis 6379", AmbassadorSide.Server)]
    [InlineData("environment: {REDIS_PORT_6379_TCP: 'tcp://10.0.0.5:6379'}", AmbassadorSide.Client)]
    [InlineData("environment: {REDIS_PORT_6379_TCP: 'tcp://redis.example.com:6379'}", AmbassadorSide.Client)]
    [InlineData("environment: {REDIS_PORT_6379_TCP: 'tcp://redis:6379', DB_PORT_5432_TCP: 'tcp://10.0.0.5:5432'}", AmbassadorSide.Client)]
    [InlineData("ports: ['6379:6379']", null)]
    public void The_targets_tell_the_side(string own, AmbassadorSide? side) => Assert.Equal(
        side,
        Detected.One($$"""services: {redis: {image: redis, container_name: store, hostname: redis01}, amb: {image: svendowideit/ambassador, {{own}} } }""").Side);

    [Theory]
    [InlineData("services: {redis: {image: redis}, amb: {image: svendowideit/ambassador, links: [redis]}}", true, true)]
    [InlineData("services: {redis: {image: redis}, amb: {image: svendowideit/ambassador, links: [redis], network_mode: bridge}}", true, false)]
    [InlineData("services: {redis: {image: redis}, amb: {image: svendowideit/ambassador, links: [redis], environment: {REDIS_PORT_6379_TCP: 'tcp://redis:6379'}}}", false, false)]
    [InlineData("services: {redis: {image: redis}, amb: {image: dokku/ambassador, links: [redis], command: redis 6379}}", false, false)]
    [InlineData("redis: {image: redis}\namb: {image: svendowideit/ambassador, links: [redis]}", true, false)]
    [InlineData("services: {amb: {image: svendowideit/ambassador}}", false, false)]
    public void Link_variables_alone_are_nothing_on_a_network(string text, bool readsOnlyLinks, bool isDead)
    {
        var ambassador = Detected.One(text);
        Assert.Equal((readsOnlyLinks, isDead), (ambassador.ReadsOnlyLinks, ambassador.IsDead));
    }

    [Theory]
    [InlineData("services: {web: {image: x, links: ['amb:redis']}, amb: {image: svendowideit/ambassador}}", "web")]
    [InlineData("services: {web: {image: x, depends_on: [amb]}, amb: {image: svendowideit/ambassador}}", "web")]
    [InlineData("services: {web: {image: x, environment: [REDIS_HOST=amb]}, amb: {image: svendowideit/ambassador}}", "web")]
    [InlineData("services: {web: {image: x, environment: {REDIS_URL: 'redis://the-amb:6379/0'}}, amb: {image: svendowideit/ambassador, container_name: the-amb}}", "web")]
    [InlineData("services: {web: {image: x, networks: [one], depends_on: [amb]}, amb: {image: svendowideit/ambassador}}", "")]
    [InlineData("services: {web: {image: x, environment: [REDIS_HOST=ambassador]}, amb: {image: svendowideit/ambassador}}", "")]
    [InlineData("web: {image: x, environment: [REDIS_HOST=amb]}\namb: {image: svendowideit/ambassador}", "")]
    public void Consumers_link_it_or_use_its_name_on_a_shared_network(string text, string consumers) =>
        Assert.Equal(consumers, string.Join(", ", Detected.One(text).Consumers.Select(consumer => consumer.Service.Name)));

    [Fact]
    public void Consumers_say_by_port_what_they_are_connected_to()
    {
        var ambassador = Detected.One(
            """
            amb: {image: progrium/ambassadord, command: --omnimode}
            db: {image: postgres, ports: [5432], environment: [SERVICE_NAME=store]}
            api: {image: x, links: ["amb:backend"], ports: ["8089:8080"], environment: {SERVICE_8080_NAME: rest, BACKEND_5432: store.service.consul}}
            web:
              image: y
              links: ["amb:backend"]
              environment:
                - BACKEND_8089=rest.service.dc1.consul
                - BACKEND_5432=store.service.consul
                - BACKEND_6379=10.0.0.5:6380
                - BACKEND_80=gone.service.consul
                - BACKEND_X=store.service.consul
            """);
        Assert.Equal(["api", "web"], ambassador.Consumers.Select(consumer => consumer.Service.Name));
        Assert.Equal(
            ["8089 rest api False", "5432 store db True", "6379 10.0.0.5 - False", "80 gone - False"],
            ambassador.Consumers[1].Backends.Select(backend => $"{backend.Port} {backend.Name} {backend.Service?.Name ?? "-"} {backend.HasSamePort}"));
        Assert.Equal(6380, ambassador.Consumers[1].Backends[2].TargetPort);
        Assert.Equal("db", ambassador.Destination(ambassador.Links[0])?.Name);
        Assert.Null(ambassador.Destination(ambassador.Links[1]));
    }

    [Theory]
    [InlineData("labels: {connect.5432: db}")]
    [InlineData("labels: ['connect.5432=db']")]
    public void Labels_say_it_too(string labels)
    {
        var ambassador = Detected.One($$"""services: {web: {image: x, {{labels}} }, db: {image: y, expose: [5432]}, amb: {image: gliderlabs/connectable} }""");
        var backend = Assert.Single(Assert.Single(ambassador.Consumers).Backends);
        Assert.Equal((5432, "db", true), (backend.Port, backend.Service?.Name, backend.HasSamePort));
    }

    [Theory]
    [InlineData("amb: {image: progrium/ambassadord, command: --omnimode}\nips: {image: progrium/ambassadord, net: 'container:amb', command: --setup-iptables}")]
    [InlineData("services: {ips: {image: sequenceiq/ambassadord, network_mode: 'service:amb', command: [--setup-iptables]}, amb: {image: progrium/ambassadord}}")]
    [InlineData("services: {ips: {image: progrium/ambassadord, network_mode: 'container:the-amb'}, amb: {image: progrium/ambassadord, container_name: the-amb}}")]
    [InlineData("services: {ips: {image: progrium/ambassadord, command: --setup-iptables amb}, amb: {image: progrium/ambassadord}}")]
    public void What_sets_up_the_redirection_belongs_to_the_ambassador(string text)
    {
        var found = Detected.In(text).ToDictionary(ambassador => ambassador.Service.Name);
        Assert.Equal("amb", found["ips"].Helps?.Name);
        Assert.Empty(found["ips"].Helpers);
        Assert.Null(found["amb"].Helps);
        Assert.Equal(["ips"], found["amb"].Helpers.Select(helper => helper.Name));
    }

    [Theory]
    [InlineData("amb:b", "b")]
    [InlineData("amb:b-container", "b")]
    [InlineData("amb:b-host", "b")]
    [InlineData("amb:site.example", null)]
    [InlineData("amb", null)]
    public void A_link_means_the_service_its_alias_names(string link, string? destination)
    {
        var ambassador = Detected.One(
            $$"""services: {a: {image: x}, b: {image: y, container_name: b-container, hostname: b-host}, web: {image: z, links: ['{{link}}']}, amb: {image: cpuguy83/docker-grand-ambassador, command: -name a -name b-container} }""");
        Assert.Equal(destination, ambassador.Destination(ambassador.Links[0])?.Name);
    }

    [Fact]
    public void Or_the_only_other_one()
    {
        var ambassador = Detected.One("services: {php: {image: x, links: ['amb:site.example']}, apache: {image: y}, amb: {image: cpuguy83/docker-grand-ambassador, command: -name php -name apache}}");
        Assert.Equal("apache", ambassador.Destination(ambassador.Links[0])?.Name);
    }

    [Theory]
    [InlineData("image: cpuguy83/docker-grand-ambassador, command: -name a -name b", 80, "a")]
    [InlineData("image: cpuguy83/docker-grand-ambassador, command: -name a -name b", 443, null)]
    [InlineData("image: cpuguy83/docker-grand-ambassador, command: -name a -name b", 9000, null)]
    [InlineData("image: cpuguy83/docker-grand-ambassador, command: -name b", 9000, "b")]
    [InlineData("image: ctlc/ambassador, links: [a, b], environment: {B_PORT_80_TCP: 'tcp://b:81'}", 80, "b")]
    public void A_port_leads_to_the_service_that_has_it(string own, int port, string? service) => Assert.Equal(
        service,
        Detected.One($$"""services: {a: {image: x, expose: [80], ports: ['443:443']}, b: {image: y, ports: ['443']}, amb: { {{own}} } }""").Behind(port)?.Name);
}
