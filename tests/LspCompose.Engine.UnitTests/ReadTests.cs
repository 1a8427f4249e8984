using System.Diagnostics;
using System.Net.Sockets;
using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.UnitTests;

public sealed class ReadTests : IDisposable
{
    private readonly TestMachine machine = new();

    private string Address => $"unix://{machine.Surroundings.DefaultSocket}";

    [Fact]
    public async Task An_engine_tells_what_it_is()
    {
        await using var engine = machine.Start();

        var state = await ReadAsync();

        Assert.Equal((EngineConnection.Connected, "default", Address, ""), (state.Connection, state.Context, state.Endpoint, state.Reason));
        Assert.NotNull(state.View);
        Assert.Equal(("1.2.3", "1.50", "Made-up Engine", "linux", "amd64"), (state.View.Version, state.View.ApiVersion, state.View.Product, state.View.Os, state.View.Architecture));
        Assert.Null(state.View.Secrets);
        Assert.Null(state.View.Configs);
    }

    [Fact]
    public async Task Images_networks_and_volumes_are_told()
    {
        await using var engine = machine.Start();
        engine.Answers["/images/json"] = FakeAnswer.Json("""[{"Id":"sha256:a","RepoTags":["nginx:alpine","<none>:<none>"],"RepoDigests":["nginx@sha256:f"],"Size":12,"Created":1700000000,"Labels":{"x":"y"}},{"Id":"sha256:b","RepoTags":null,"Labels":null,"Created":0}]""");
        engine.Answers["/images/sha256:a/json"] = FakeAnswer.Json("""{"Id":"sha256:a","Os":"linux","Architecture":"arm64","Variant":"v8","Created":"2026-01-02T03:04:05Z","Config":{"ExposedPorts":{"80/tcp":{}},"Volumes":{"/data":{}},"Env":["PATH=/bin","TOKEN=hidden=too"],"Cmd":["run"],"Entrypoint":["/entry"]}}""");
        engine.Answers["/networks"] = FakeAnswer.Json("""[{"Id":"n2","Name":"shop_default","Driver":"bridge","Scope":"local","Internal":true,"IPAM":{"Config":[{"Subnet":"172.18.0.0/16"},{"Subnet":"fd00::/64"}]},"Labels":{"com.docker.compose.project":"shop"}},{"Id":"n1","Name":"none","IPAM":{"Config":null}}]""");
        engine.Answers["/volumes"] = FakeAnswer.Json("""{"Volumes":[{"Name":"shop_data","Driver":"local","Mountpoint":"/var/x","Labels":null}]}""");

        var view = (await ReadAsync()).View;

        Assert.NotNull(view);
        Assert.Equal(["sha256:a", "sha256:b"], view.Images.Select(image => image.Id));
        var image = view.Images[0];
        Assert.Equal(["nginx:alpine"], image.Tags);
        Assert.Equal(["nginx@sha256:f"], image.Digests);
        Assert.Equal((12L, DateTimeOffset.FromUnixTimeSeconds(1700000000), "y"), (image.Size, image.CreatedAt, image.Labels["x"]));
        Assert.NotNull(image.Details);
        Assert.Equal(("linux", "arm64", "v8"), (image.Details.Os, image.Details.Architecture, image.Details.Variant));
        Assert.Equal(["80/tcp", "/data", "PATH", "TOKEN", "run", "/entry"], [.. image.Details.ExposedPorts, .. image.Details.Volumes, .. image.Details.EnvironmentNames, .. image.Details.Command, .. image.Details.Entrypoint]);
        Assert.Null(view.Images[1].Details);
        Assert.Equal(["none", "shop_default"], view.Networks.Select(network => network.Name));
        Assert.Equal(["172.18.0.0/16", "fd00::/64"], view.Networks[1].Subnets);
        Assert.True(view.Networks[1].IsInternal);
        Assert.Equal("shop", view.Networks[1].Project);
        Assert.Equal(("shop_data", "local", "/var/x"), (view.Volumes[0].Name, view.Volumes[0].Driver, view.Volumes[0].Mountpoint));
    }

    [Fact]
    public async Task The_manager_of_a_swarm_tells_secrets_and_configs()
    {
        await using var engine = machine.Start();
        engine.Answers["/info"] = FakeAnswer.Json("""{"Swarm":{"ControlAvailable":true}}""");
        engine.Answers["/secrets"] = FakeAnswer.Json("""[{"ID":"1","Spec":{"Name":"password"}}]""");
        engine.Answers["/configs"] = FakeAnswer.Json("[]");

        var view = (await ReadAsync()).View;

        Assert.Equal(["password"], view?.Secrets ?? []);
        Assert.NotNull(view?.Configs);
        Assert.Empty(view.Configs);
    }

    [Fact]
    public async Task An_engine_that_answers_only_part_tells_that_part()
    {
        await using var engine = machine.Start();
        engine.Answers["/version"] = FakeAnswer.Json("""{"Components":[{"Name":"Podman Engine","Version":"4.9"}],"Version":"4.9","ApiVersion":"1.41","Os":"linux","Arch":"arm64"}""");
        engine.Answers["/info"] = FakeAnswer.Error(500, "no");
        engine.Answers["/images/json"] = FakeAnswer.Json("""{"cause":"something else"}""");
        engine.Answers["/networks"] = FakeAnswer.Json("[{");
        engine.Answers.TryRemove("/volumes", out _);
        engine.Containers(("c1", Inspected("c1", "web")));

        var state = await ReadAsync();

        Assert.Equal(EngineConnection.Connected, state.Connection);
        Assert.Equal("Podman Engine", state.View?.Product);
        Assert.Equal(["web"], state.View?.Containers.Select(container => container.Name) ?? []);
        Assert.Equal(EngineParts.Images | EngineParts.Networks | EngineParts.Volumes, state.View?.Untold);
        Assert.Null(state.View?.Secrets);
    }

    [Fact]
    public async Task Lists_with_nothing_in_their_places_are_read()
    {
        await using var engine = machine.Start();
        engine.Answers["/containers/json"] = FakeAnswer.Json("[null,{}]");
        engine.Answers["/images/json"] = FakeAnswer.Json("[null,{}]");
        engine.Answers["/networks"] = FakeAnswer.Json("""[null,{},{"Name":"front","Id":"1"}]""");
        engine.Answers["/volumes"] = FakeAnswer.Json("""{"Volumes":[null,{}]}""");

        var view = (await ReadAsync()).View;

        Assert.Equal(["front"], view?.Networks.Select(network => network.Name) ?? []);
        Assert.Empty(view?.Images ?? []);
    }

    [Fact]
    public async Task A_container_that_goes_meanwhile_is_passed_over()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "a")), ("c2", Inspected("c2", "b")));
        engine.Answers["/containers/c1/json"] = FakeAnswer.Error(404, "No such container: c1");

        Assert.Equal(["b"], (await ReadAsync()).View?.Containers.Select(container => container.Name) ?? []);
    }

    [Fact]
    public async Task A_container_the_engine_is_stuck_with_is_left_out()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "a")), ("c2", Inspected("c2", "b")));
        engine.Answers["/containers/c1/json"] = new FakeAnswer.Hang();

        Assert.Equal(["b"], (await ReadAsync(TestMachine.Impatient)).View?.Containers.Select(container => container.Name) ?? []);
    }

    [Fact]
    public async Task Three_hundred_containers_are_read_a_few_at_a_time()
    {
        await using var engine = machine.Start();
        engine.Containers([.. Enumerable.Range(0, 300).Select(index => ($"c{index}", Inspected($"c{index}", $"n{index}")))]);
        var watch = Stopwatch.StartNew();

        var state = await ReadAsync();

        TestContext.Current.SendDiagnosticMessage("300 made-up containers read in {0} ms", watch.ElapsedMilliseconds);
        Assert.Equal(300, state.View?.Containers.Count);
        Assert.InRange(engine.MostAtOnce, 1, 9);
    }

    [Fact]
    public async Task Only_what_reads_is_asked()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "a")));
        engine.Answers["/images/json"] = FakeAnswer.Json("""[{"Id":"sha256:a"}]""");

        await ReadAsync();

        Assert.Equal(
            ["GET /containers/c1/json", "GET /containers/json", "GET /images/json", "GET /images/sha256:a/json", "GET /info", "GET /networks", "GET /version", "GET /volumes"],
            engine.Requests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_socket_there_is_no_engine()
    {
        var state = await ReadAsync();

        AssertState(state, EngineConnection.NotFound, $"There is no Docker engine at {Address}; start it.");
    }

    [Fact]
    public async Task A_socket_elsewhere_is_pointed_at()
    {
        await File.WriteAllTextAsync(machine.Surroundings.PodmanSocket, "", TestContext.Current.CancellationToken);
        AssertState(
            await ReadAsync(),
            EngineConnection.NotFound,
            $"There is no Docker engine at {Address}; start it; there is a socket at {machine.Of("podman.sock")}: set DOCKER_HOST=unix://{machine.Of("podman.sock")} or choose its context.");

        machine.Set("XDG_RUNTIME_DIR", machine.Folder);
        Directory.CreateDirectory(machine.Of("podman"));
        await File.WriteAllTextAsync(machine.Of("podman", "podman.sock"), "", TestContext.Current.CancellationToken);
        Assert.Contains(machine.Of("podman", "podman.sock"), (await ReadAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_nobody_listens_at_is_told()
    {
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            left.Bind(new UnixDomainSocketEndPoint(machine.Of("left.sock")));
        }

        machine.Set("DOCKER_HOST", $"unix://{machine.Of("left.sock")}");

        // .NET deletes the file of a socket it closes, others leave it.
        var state = await ReadAsync();

        Assert.Equal(EngineConnection.NotFound, state.Connection);
    }

    [Fact]
    public async Task A_port_nobody_listens_at_is_told()
    {
        int port;
        await using (var gone = FakeEngine.OnNetwork(null))
        {
            port = gone.Port;
        }

        machine.Set("DOCKER_HOST", $"tcp://127.0.0.1:{port}");

        AssertState(await ReadAsync(), EngineConnection.NotFound, $"There is no Docker engine at tcp://127.0.0.1:{port} (Connection refused); start it, or check the address.");
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_no_engine()
    {
        machine.Set("DOCKER_HOST", $"unix:///{new string('x', 200)}");

        Assert.Equal(EngineConnection.NotFound, (await ReadAsync()).Connection);
    }

    [Fact]
    public async Task What_names_the_engine_wrongly_is_told()
    {
        machine.Set("DOCKER_CONTEXT", "gone");

        var state = await ReadAsync();

        Assert.Equal((EngineConnection.Misconfigured, "gone"), (state.Connection, state.Context));
        Assert.StartsWith("There is no context 'gone'", state.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"Version\":")]
    [InlineData("HTTP/1.1 200 OK\r\nConten")]
    public async Task An_engine_that_takes_the_question_and_is_silent_then_is_told_in_time(string before)
    {
        await using var engine = machine.Start();
        engine.Answers["/version"] = new FakeAnswer.Hang(before);

        AssertState(await ReadAsync(TestMachine.Impatient), EngineConnection.NotAnswering, $"The Docker engine at {Address} does not answer within 0.3 s; restart it if it hangs.");
    }

    [Theory]
    [InlineData("/containers/json", "")]
    [InlineData("/images/json", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n")]
    [InlineData("/volumes", "")]
    public async Task An_engine_that_hangs_later_is_told_in_time(string path, string before)
    {
        await using var engine = machine.Start();
        engine.Answers[path] = new FakeAnswer.Hang(before);

        Assert.Equal(EngineConnection.NotAnswering, (await ReadAsync(TestMachine.Impatient)).Connection);
    }

    [Fact]
    public async Task An_engine_stuck_with_all_its_containers_is_told()
    {
        await using var engine = machine.Start();
        engine.Containers([.. Enumerable.Range(0, 50).Select(index => ($"c{index}", ""))]);
        foreach (var index in Enumerable.Range(0, 50))
        {
            engine.Answers[$"/containers/c{index}/json"] = new FakeAnswer.Hang();
        }

        Assert.Equal(EngineConnection.NotAnswering, (await ReadAsync(TestMachine.Impatient)).Connection);
    }

    [Fact]
    public async Task A_listener_that_never_takes_the_connection_is_told_in_time()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(machine.Surroundings.DefaultSocket));
        listener.Listen(0);

        // The first ones wait in the queue, further ones do not even get there.
        var states = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReadAsync(TestMachine.Impatient)));

        Assert.All(states, state => Assert.Equal(EngineConnection.NotAnswering, state.Connection));
    }

    [Theory]
    [InlineData("220 mail.example.com ready\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"Version\"")]
    [InlineData("")]
    public async Task Garbage_is_told(string answer)
    {
        await using var engine = machine.Start();
        engine.Answers["/version"] = new FakeAnswer.Raw(answer);

        var state = await ReadAsync();

        Assert.Equal(EngineConnection.Failed, state.Connection);
        Assert.Equal($"What answers at {Address} does not answer like a Docker engine; check the address.", state.Reason);
    }

    [Fact]
    public async Task Errors_are_told_in_the_words_of_the_engine()
    {
        await using var engine = machine.Start();

        engine.Answers["/version"] = FakeAnswer.Error(500, "out of coffee");
        AssertState(await ReadAsync(), EngineConnection.Failed, $"The engine at {Address} answers with an error (out of coffee); look into its log.");

        engine.Answers["/version"] = new FakeAnswer.Body(502, "<html>");
        AssertState(await ReadAsync(), EngineConnection.Failed, $"The engine at {Address} answers with an error (HTTP 502); look into its log.");

        engine.Answers["/version"] = FakeAnswer.Error(403, "no entry");
        AssertState(await ReadAsync(), EngineConnection.Forbidden, $"The engine at {Address} refuses to answer this user (no entry); ask who runs it to allow reading.");
    }

    [Fact]
    public void A_socket_this_user_may_not_open_is_told()
    {
        // Tests often run as root, whom no socket refuses.
        var state = EngineTrouble.Of(machine.Find(), machine.Surroundings, new HttpRequestException("no", new SocketException((int)SocketError.AccessDenied)));

        AssertState(state, EngineConnection.Forbidden, $"This user may not talk to the Docker engine at {Address}; join the group of its socket ('docker') and log in again, or use a rootless engine.");
    }

    [Fact]
    public async Task Cancelling_ends_it_at_once()
    {
        await using var engine = machine.Start();
        engine.Answers["/version"] = new FakeAnswer.Hang();
        using var cancel = new CancellationTokenSource();
        var reading = machine.Source().ReadAsync(cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(StateLog.Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_engine_of_the_network_is_read()
    {
        await using var engine = FakeEngine.OnNetwork(null);
        machine.Set("DOCKER_HOST", $"tcp://127.0.0.1:{engine.Port}");

        var state = await ReadAsync();

        Assert.Equal((EngineConnection.Connected, "", "1.2.3"), (state.Connection, state.Context, state.View?.Version));
    }

    [Fact]
    public async Task TLS_with_certificates_of_both_sides()
    {
        using var certificate = TestCertificates.Server();
        await using var engine = FakeEngine.OnNetwork(certificate);
        machine.Set("DOCKER_CONTEXT", "remote");
        var folder = machine.AddContext("remote", $$"""{"Host":"tcp://127.0.0.1:{{engine.Port}}"}""");
        machine.Configure($"{folder}/ca.pem", TestCertificates.Authority);
        machine.Configure($"{folder}/cert.pem", TestCertificates.Certificate);
        machine.Configure($"{folder}/key.pem", TestCertificates.Key);

        var state = await ReadAsync();

        Assert.Equal("", state.Reason);
        Assert.Equal((EngineConnection.Connected, "remote"), (state.Connection, state.Context));
    }

    [Fact]
    public async Task An_engine_whose_certificate_nobody_known_has_signed_is_refused()
    {
        using var certificate = TestCertificates.Server();
        await using var engine = FakeEngine.OnNetwork(certificate);
        machine.Set("DOCKER_HOST", $"https://127.0.0.1:{engine.Port}");

        var state = await ReadAsync();

        Assert.Equal(EngineConnection.Failed, state.Connection);
        Assert.StartsWith($"The engine at https://127.0.0.1:{engine.Port} and the certificates of this user do not fit together (", state.Reason, StringComparison.Ordinal);
        Assert.Empty(engine.Requests);
    }

    public void Dispose() => machine.Dispose();

    private static string Inspected(string id, string name) => $$$"""{"Id":"{{{id}}}","Name":"/{{{name}}}","Created":"2026-01-01T00:00:00Z","State":{"Status":"running"},"Config":{"Image":"x"}}""";

    private static void AssertState(EngineState state, EngineConnection connection, string reason)
    {
        Assert.Equal(reason, state.Reason);
        Assert.Equal(connection, state.Connection);
        Assert.Null(state.View);
    }

    private Task<EngineState> ReadAsync() => ReadAsync(TestMachine.Patient);

    private Task<EngineState> ReadAsync(EngineTimings timings) => machine.Source(timings).ReadAsync(TestContext.Current.CancellationToken);
}
