using LspCompose.Analysis.Features;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Rules;

public class PortConflictTests
{
    [Fact]
    public void Two_services_cannot_have_one_port() => Markers.Check(
        """
        services:
          web:
            image: nginx
            ports: ["8080:80", 9090]
          api:
            image: caddy
            ports:
              - "127.0.0.1:8080:2015"
        #                  ^^^^ port-conflict 'api' publishes port 8080 of the host, and so does service 'web'
              - {target: 53, published: 5353, protocol: udp}
          dns:
            image: coredns/coredns
            ports: [{target: 53, published: "5353", host_ip: "::1", protocol: udp}]
        #                                   ^^^^^^ port-conflict port 5353/udp
        """);

    [Fact]
    public void One_service_cannot_have_it_twice() => Markers.Check(
        """
        services:
          web:
            image: nginx
            ports:
              - 8080:80
              - 8080:8081
        #       ^^^^ port-conflict Service 'web' publishes port 8080 of the host twice
              - 8080:80/udp
        """);

    [Theory]
    [InlineData("127.0.0.1:8080:80", "127.0.0.2:8080:80")]
    [InlineData("0.0.0.0:8080:80", "[::]:8080:80")]
    [InlineData("127.0.0.1:8080:80", "[::1]:8080:80")]
    [InlineData("8080:80", "8080:80/udp")]
    [InlineData("8080:80", "8081:80")]
    [InlineData("80", "80")]
    [InlineData("0:80", "0:80")]
    [InlineData("127.0.0.1::80", "127.0.0.1::80")]
    [InlineData("8080-8089:80", "8080:80")]
    [InlineData("8080-8081:80", "8080-8081:80")]
    [InlineData("8000-8009:8000-8009", "8010-8019:8000-8009")]
    public void Other_addresses_protocols_and_free_ports_do_not_clash(string one, string other) => Assert.Empty(Find(one, other));

    [Theory]
    [InlineData("0.0.0.0:8080:80", "127.0.0.1:8080:80")]
    [InlineData("8080:80", "[::1]:8080:80")]
    [InlineData("[::]:8080:80", "[0::1]:8080:80")]
    [InlineData("[::1]:8080:80", "[0:0::1]:8080:80")]
    [InlineData("8080:80/UDP", "8080:80/udp")]
    [InlineData("8000-8009:8000-8009", "8009-8019:8009-8019")]
    public void Overlapping_ones_do(string one, string other) => Assert.Single(Find(one, other));

    [Fact]
    public void A_range_needs_one_port_that_is_free() => Markers.Check(
        """
        services:
          a: {image: x, ports: ["8080-8081:80"]}
          b: {image: x, ports: ["8080-8081:80"]}
          c: {image: x, ports: ["8080-8081:80"]}
        #                        ^^^^^^^^^ port-conflict No port of the host from 8080 to 8081 is left for service 'c'
          d: {image: x, scale: 3, ports: ["9000-9001:80"]}
        #                                  ^^^^^^^^^ port-conflict runs 3 times but has only 2 ports
        """);

    [Fact]
    public void Several_containers_need_several_ports() => Markers.Check(
        """
        services:
          web:
            image: nginx
            scale: 2
            ports: ["8080:80"]
        #            ^^^^ port-conflict Publish a range such as '8080-8081'
          api:
            image: nginx
            deploy: {replicas: 3}
            ports: ["9000:80"]
        #            ^^^^ port-conflict Service 'api' runs 3 times but has only port 9000
          ranged: {image: nginx, scale: 2, ports: ["7000-7001:80"]}
          off: {image: nginx, scale: 0, ports: ["8080:80"]}
        """);

    [Theory]
    [InlineData("services:\n  web: {image: x, ports: ['80:80'], deploy: {replicas: 3, update_config: {parallelism: 1}}}\n")]
    [InlineData("services:\n  web: {image: x, ports: ['80:80'], networks: [n], deploy: {replicas: 3}}\nnetworks: {n: {driver: overlay}}\n")]
    public void A_swarm_shares_a_port_among_the_containers_of_a_service(string text) => Assert.Empty(Markers.Find(text));

    [Theory]
    [InlineData("profiles: [one]", "profiles: [two]", 0)]
    [InlineData("profiles: [one]", "profiles: [two, one]", 1)]
    [InlineData("profiles: [one]", "tty: true", 1)]
    [InlineData("network_mode: host", "tty: true", 0)]
    [InlineData("network_mode: bridge", "tty: true", 1)]
    public void Services_clash_when_they_run_together(string one, string other, int count) =>
        Assert.Equal(count, Markers.Find($"services:\n  a: {{image: x, {one}, ports: ['80:80']}}\n  b: {{image: x, {other}, ports: ['80:81']}}\n").Count);

    [Fact]
    public void Lines_may_end_with_CRLF()
    {
        const string text = "services:\r\n  a:\r\n    image: x\r\n    ports:\r\n      - \"80:80\"\r\n  b:\r\n    image: x\r\n    ports:\r\n      - \"80:80\"\r\n";
        var finding = Assert.Single(Markers.Find(text));

        Assert.Equal("80", text[finding.Span.Start..finding.Span.End]);
        Assert.Equal(text.LastIndexOf("80:", StringComparison.Ordinal), finding.Span.Start);
        Assert.Equal(text.IndexOf("80:", StringComparison.Ordinal), Assert.Single(finding.Related).Span.Start);
    }

    [Fact]
    public void Between_two_files_both_are_told()
    {
        var workspace = new MemoryFiles(
            ("compose.yaml", "services:\n  a: {image: x, ports: ['80:80']}\n  b: {image: x, ports: ['81:80']}\n"),
            ("compose.override.yaml", "services:\n  a: {ports: ['81:81']}\n")).Open("compose.yaml", "compose.override.yaml");

        var finding = Assert.Single(Diagnostics.For(workspace, "compose.override.yaml", TestContext.Current.CancellationToken).Findings);
        Assert.Equal("port-conflict", finding.Rule.Id);
        Assert.Contains("'a' publishes port 81 of the host, and so does service 'b'", finding.Message, StringComparison.Ordinal);
        Assert.Equal("compose.yaml", Assert.Single(finding.Related).Path);

        var other = Assert.Single(Diagnostics.For(workspace, "compose.yaml", TestContext.Current.CancellationToken).Findings);
        Assert.Equal("compose.override.yaml", Assert.Single(other.Related).Path);
    }

    private static IReadOnlyList<Analysis.Findings.Finding> Find(string one, string other) =>
        Markers.Find($"services:\n  a: {{image: x, ports: ['{one}']}}\n  b: {{image: x, ports: ['{other}']}}\n");
}
