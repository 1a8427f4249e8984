using LspCompose.Analysis.Findings;

namespace LspCompose.Analysis.Tests.Rules;

public sealed class AmbassadorContainerTests
{
    [Theory]
    [InlineData("image: svendowideit/ambassador", Severity.Warning)]
    [InlineData("image: docker/ambassador", Severity.Warning)]
    [InlineData("image: acme/ambassador", Severity.Warning)]
    [InlineData("image: jpetazzo/hamba, command: 80 b 80", Severity.Hint)]
    [InlineData("image: acme/hub", Severity.Hint)]
    public void Sure_ones_are_warnings_and_guesses_are_hints(string ambassador, Severity severity)
    {
        var text = $$"""services: {a: {image: x, links: ['amb:b']}, b: {image: y, links: ['amb:a']}, amb: { {{ambassador}} } }""";
        Assert.Equal(severity, Find(text).Severity);
        Assert.Equal(Severity.Error, Find(text, AnalysisSettings.Default with { Rules = new Dictionary<string, Severity?> { ["ambassador-container"] = Severity.Error } }).Severity);
    }

    [Fact]
    public void An_ambassador_can_go_where_its_services_are_all_in_the_file()
    {
        var finding = Find("a: {image: x, links: ['amb:b']}\nb: {image: y, links: ['amb:a']}\namb: {image: cpuguy83/docker-grand-ambassador, volumes: [/var/run/docker.sock:/s], command: -name p_a_1 -name p_b_1}\n");
        Assert.Equal(
            "Service 'amb' is an ambassador. It stands in front of 'a' and 'b'. Services on one network reach each other by name, so it can go. UDP works then too, which it never passed on. With it goes a container that holds the Docker socket, which is root on the host.",
            finding.Message);
        Assert.NotEmpty(finding.Fixes);
        Assert.Equal(2, finding.Related.Count);
    }

    [Theory]
    [InlineData("redis: {image: redis}\namb: {image: svendowideit/ambassador, links: [redis], ports: ['6379:6379']}", "It stands in front of 'redis'.", "Publish its ports on 'redis' instead")]
    [InlineData("redis: {image: redis}\namb: {image: svendowideit/ambassador, links: [redis]}", "from version 29 on", "reach 'redis' by name")]
    [InlineData("services: {redis: {image: redis}, amb: {image: svendowideit/ambassador, links: [redis]}}", "It ends as soon as it starts", "reach 'redis' by name")]
    [InlineData("web: {image: x, links: ['amb:redis']}\namb: {image: ctlc/ambassador, environment: {REDIS_PORT_6379_TCP: 'tcp://10.0.0.5:6379'}}", "It passes port 6379 on to '10.0.0.5'.", "Give 'web' 'extra_hosts: [\"redis:10.0.0.5\"]'")]
    [InlineData("web: {image: x, links: ['amb:redis']}\namb: {image: ctlc/ambassador, environment: {REDIS_PORT_6379_TCP: 'tcp://10.0.0.5:6380'}}", "on to '10.0.0.5', port 6380.", "'extra_hosts' cannot change the port")]
    [InlineData("services: {web: {image: x, environment: [REDIS_HOST=amb]}, amb: {image: ctlc/ambassador, environment: {REDIS_PORT_6379_TCP: 'tcp://redis.example.com:6379'}}}", "Tell 'web' the name 'redis.example.com'", "driver: overlay")]
    [InlineData("amb: {image: ctlc/ambassador, ports: [53], environment: {DNS_PORT_53_UDP: 'udp://10.0.0.1:53'}}", "UDP port 53", "publish the remote service on this host")]
    [InlineData("amb: {image: ctlc/ambassador, environment: {REDIS_PORT_6379_TCP: 'tcp://*.*.*.*:6379'}}", "'*.*.*.*' is a placeholder", "")]
    [InlineData("amb: {image: ctlc/ambassador, environment: {REDIS_PORT_6379_TCP: 'tcp://10.0.0.5:6379 //there'}}", "stands more text", "")]
    [InlineData("amb: {image: tenstartups/ambassador, environment: {REDIS_PORT_6379_TCP: 'tcp://10.0.0.5:6379'}}", "It encrypts what it carries", "VPN such as WireGuard")]
    [InlineData("web: {image: x, links: ['amb:hello']}\namb: {image: anibali/siren-ambassador, command: hello 80}", "It stands in front of 'hello'.", "It asks a registry")]
    [InlineData("web: {image: x, links: ['amb:be'], environment: [BACKEND_80=api.service.consul]}\napi: {image: y, environment: [SERVICE_NAME=api]}\namb: {image: progrium/ambassadord}", "It connects 'web' on port 80 to 'api'.", "no network alias can do")]
    [InlineData("a: {image: x, links: ['amb:b']}\nb: {image: y, links: ['amb:a']}\namb: {build: ./ambassador}", "Service 'amb' acts as an ambassador.", "If it only passes connections on")]
    public void The_message_says_what_it_does_and_what_to_do(string text, string does, string advice)
    {
        var message = Find(text).Message;
        Assert.Contains(does, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_helper_goes_with_its_ambassador() => Assert.Contains(
        Markers.Find("amb: {image: progrium/ambassadord}\nips: {image: progrium/ambassadord, net: 'container:amb', command: --setup-iptables}\n"),
        finding => finding.Message == "Service 'ips' is part of ambassador 'amb': it leads the connections of others to it. Remove both together.");

    private static Finding Find(string text, AnalysisSettings? settings = null) =>
        Assert.Single(Markers.FindInProject(settings ?? AnalysisSettings.Default, Markers.Path, (Markers.Path, text)), finding => finding.Rule.Id == "ambassador-container");
}
