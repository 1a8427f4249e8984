using LspCompose.Engine.Endpoints;

namespace LspCompose.Engine.UnitTests;

public sealed class EndpointFinderTests : IDisposable
{
    private readonly TestMachine machine = new();

    [Fact]
    public void Without_anything_named_it_is_the_usual_socket()
    {
        var found = machine.Find();

        Assert.Equal(("default", $"unix://{machine.Of("docker.sock")}"), (found.Context, found.Address));
        Assert.Equal(new EngineEndpoint.UnixSocket(machine.Of("docker.sock")), found.Endpoint);
    }

    [Fact]
    public void On_Windows_it_is_the_usual_pipe()
    {
        var found = EndpointFinder.Find(machine.Surroundings with { IsWindows = true });

        Assert.Equal("npipe:////./pipe/docker_engine", found.Address);
        Assert.Equal(new EngineEndpoint.NamedPipe(".", "docker_engine"), found.Endpoint);
    }

    [Fact]
    public void The_variable_of_an_address_comes_first_then_that_of_a_context_then_the_context_in_use()
    {
        machine.AddContext("used", """{"Host":"unix:///used.sock"}""");
        machine.AddContext("named", """{"Host":"unix:///named.sock"}""");
        machine.Configure("config.json", """{"auths":{},"currentContext":"used"}""");
        Assert.Equal(("used", "unix:///used.sock"), Names());

        machine.Set("DOCKER_CONTEXT", "named");
        Assert.Equal(("named", "unix:///named.sock"), Names());

        machine.Set("DOCKER_HOST", " tcp://example.com:2375 ");
        Assert.Equal(("", "tcp://example.com:2375"), Names());
    }

    [Fact]
    public void The_context_default_is_the_usual_socket()
    {
        machine.Configure("config.json", """{"currentContext":"used"}""");
        machine.Set("DOCKER_CONTEXT", "default");

        Assert.Equal(("default", $"unix://{machine.Of("docker.sock")}"), Names());
    }

    [Fact]
    public void Settings_may_be_elsewhere()
    {
        machine.Set("DOCKER_CONFIG", machine.Of("elsewhere"));
        machine.AddContext("x", """{"Host":"unix:///x.sock"}""");
        machine.Configure("config.json", """{"currentContext":"x"}""");

        Assert.Equal(("x", "unix:///x.sock"), Names());
        Assert.True(File.Exists(machine.Of("elsewhere", "config.json")));
    }

    [Theory]
    [InlineData("tcp://host:1234", "http://host:1234/")]
    [InlineData("tcp://host", "http://host:2375/")]
    [InlineData("tcp://", "http://localhost:2375/")]
    [InlineData("tcp://[::1]:99", "http://[::1]:99/")]
    [InlineData("tcp://host:80", "http://host/")]
    [InlineData("host:1234", "http://host:1234/")]
    [InlineData("http://host:1234", "http://host:1234/")]
    [InlineData("https://host:1234", "https://host:1234/")]
    public void Network_addresses(string address, string expected)
    {
        machine.Set("DOCKER_HOST", address);

        Assert.Equal(expected, Assert.IsType<EngineEndpoint.Network>(machine.Find().Endpoint).Base.AbsoluteUri);
    }

    [Theory]
    [InlineData("npipe:////./pipe/x", ".", "x")]
    [InlineData(@"npipe://\\.\pipe\x", ".", "x")]
    [InlineData("npipe:////server/pipe/x", "server", "x")]
    public void Pipe_addresses(string address, string server, string pipe)
    {
        machine.Set("DOCKER_HOST", address);

        Assert.Equal(new EngineEndpoint.NamedPipe(server, pipe), machine.Find().Endpoint);
    }

    [Fact]
    public void Ssh_addresses()
    {
        machine.Set("DOCKER_HOST", "ssh://me@host:2222/run/docker.sock");
        Assert.Equal(new EngineEndpoint.Ssh("host", 2222, "me", "/run/docker.sock"), machine.Find().Endpoint);

        machine.Set("DOCKER_HOST", "ssh://host");
        Assert.Equal(new EngineEndpoint.Ssh("host", null, "", ""), machine.Find().Endpoint);
    }

    [Theory]
    [InlineData("ftp://host", "starts with nothing an engine is reached by")]
    [InlineData("fd://", "starts with nothing an engine is reached by")]
    [InlineData("unix://relative.sock", "names no socket by an absolute path")]
    [InlineData("unix://", "names no socket by an absolute path")]
    [InlineData("npipe://x", "names no pipe")]
    [InlineData("tcp://:::", "names no machine and port")]
    [InlineData("ssh://", "names no machine")]
    [InlineData("ssh://me:secret@host", "holds a password, which ssh takes no other way than by a key")]
    [InlineData("ssh://host?x=y", "has something after the machine that ssh does not know")]
    public void A_wrong_address_is_told(string address, string what)
    {
        machine.Set("DOCKER_HOST", address);

        Assert.Equal(
            $"The address '{address}' of DOCKER_HOST {what}; write an address that starts with unix://, npipe://, tcp://, http://, https:// or ssh://.",
            machine.Find().Problem);
    }

    [Fact]
    public void A_missing_context_is_told_with_who_names_it()
    {
        var config = machine.Configure("config.json", """{"currentContext":"gone"}""");
        Assert.Equal($"There is no context 'gone', which {config} names; 'docker context ls' lists those there are, 'docker context use' chooses one.", machine.Find().Problem);

        machine.Set("DOCKER_CONTEXT", "gone too");
        Assert.Equal("There is no context 'gone too', which DOCKER_CONTEXT names; 'docker context ls' lists those there are, 'docker context use' chooses one.", machine.Find().Problem);
        Assert.Equal("gone too", machine.Find().Context);
    }

    [Fact]
    public void Broken_settings_name_no_context_as_with_the_docker_CLI()
    {
        machine.Configure("config.json", "{\n  broken");
        Assert.Equal(("default", $"unix://{machine.Of("docker.sock")}"), Names());
        Assert.Equal("", machine.Find().Problem);

        machine.Configure("config.json", "[]");
        Assert.Equal(("default", $"unix://{machine.Of("docker.sock")}"), Names());
    }

    [Fact]
    public void Odd_settings_do_no_harm()
    {
        machine.Configure("config.json", """{"currentContext":5}""");

        Assert.Equal("default", machine.Find().Context);
    }

    [Fact]
    public void A_broken_context_is_told()
    {
        machine.Set("DOCKER_CONTEXT", "x");
        machine.AddContext("x", "");
        Assert.Matches("/meta.json, the file of context 'x', is no JSON \\(line 1\\); make the context anew\\.$", machine.Find().Problem);

        machine.AddContext("x", "[]");
        Assert.Matches("^Context 'x' names no Docker engine \\(.*/meta.json\\); choose another with 'docker context use'\\.$", machine.Find().Problem);

        machine.AddContext("x", """{"Host":"gopher://x"}""");
        Assert.StartsWith("The address 'gopher://x' of context 'x' starts with nothing", machine.Find().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_without_an_address_is_the_usual_socket()
    {
        machine.Set("DOCKER_CONTEXT", "x");
        machine.AddContext("x", """{"SkipTLSVerify":false}""");

        Assert.Equal(("x", $"unix://{machine.Of("docker.sock")}"), Names());
    }

    [Fact]
    public void A_context_with_certificates_means_TLS()
    {
        machine.Set("DOCKER_CONTEXT", "x");
        var folder = machine.AddContext("x", """{"Host":"tcp://host"}""");
        Assert.Equal("http://host:2375/", Assert.IsType<EngineEndpoint.Network>(machine.Find().Endpoint).Base.AbsoluteUri);

        machine.Configure($"{folder}/ca.pem", TestCertificates.Authority);
        var network = Assert.IsType<EngineEndpoint.Network>(machine.Find().Endpoint);

        Assert.Equal("https://host:2376/", network.Base.AbsoluteUri);
        Assert.Equal(EngineTrust.Verified, network.Tls?.Trust);
    }

    [Fact]
    public void A_context_may_ask_not_to_verify()
    {
        machine.Set("DOCKER_CONTEXT", "x");
        machine.AddContext("x", """{"Host":"tcp://host","SkipTLSVerify":true}""");

        Assert.Equal(EngineTrust.Anybody, Assert.IsType<EngineEndpoint.Network>(machine.Find().Endpoint).Tls?.Trust);
    }

    [Fact]
    public void A_variable_asks_for_TLS_and_another_says_where_the_certificates_are()
    {
        machine.Set("DOCKER_HOST", "tcp://host");
        machine.Set("DOCKER_TLS_VERIFY", "1");
        Assert.Matches(
            "^DOCKER_TLS_VERIFY asks for TLS, but the certificate cannot be read: .*/home/.docker/ca.pem.*; set DOCKER_CERT_PATH to the folder of ca.pem, cert.pem and key.pem\\.$",
            machine.Find().Problem);

        machine.Configure("ca.pem", TestCertificates.Authority);
        Assert.Equal("https://host:2376/", Assert.IsType<EngineEndpoint.Network>(machine.Find().Endpoint).Base.AbsoluteUri);

        machine.Set("DOCKER_CERT_PATH", machine.Of("certs"));
        Assert.Contains(machine.Of("certs", "ca.pem"), machine.Find().Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ca.pem", "nonsense", "ca.pem holds no certificate")]
    [InlineData("ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "ca.pem cannot be used as a certificate")]
    [InlineData("cert.pem", "nonsense", "cert.pem")]
    public void A_certificate_that_is_none_is_told(string file, string content, string expected)
    {
        machine.Set("DOCKER_CONTEXT", "x");
        var folder = machine.AddContext("x", """{"Host":"tcp://host"}""");
        machine.Configure($"{folder}/key.pem", "nonsense");
        machine.Configure($"{folder}/{file}", content);

        var problem = machine.Find().Problem;

        Assert.StartsWith("Context 'x' asks for TLS, but ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    public void Dispose() => machine.Dispose();

    private (string Context, string Address) Names() => (machine.Find().Context, machine.Find().Address);
}
