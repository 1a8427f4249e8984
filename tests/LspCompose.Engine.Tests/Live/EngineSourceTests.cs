using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using LspCompose.Analysis.Engines;
using LspCompose.Engine.UnitTests;

namespace LspCompose.Engine.Tests.Live;

/// <summary>The engine client against a real engine.</summary>
public sealed class EngineSourceTests
{
    private const string Shop = """
        services:
          db:
            image: busybox:local
            volumes: ["data:/data"]
          web:
            image: busybox:local
            links: [db, "db:database"]
            environment: {TOKEN: secret, MODE: x}
            ports: ["127.0.0.1::80", "81"]
            healthcheck: {test: ["CMD", "true"], interval: 1s}
            networks: [default, back]
          once:
            image: busybox:local
            command: ["sh", "-c", "exit 3"]
        networks:
          back: {}
        volumes:
          data: {}
        """;

    private const string Blog = """
        services:
          web:
            image: busybox:local
            network_mode: bridge
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Projects_that_run_are_seen()
    {
        var socket = await LiveEngine.RequireSocketAsync();
        await using var shop = await LiveProject.UpAsync(Shop);
        await using var blog = await LiveProject.UpAsync(Blog);
        await using var log = new StateLog(LiveEngine.At(socket));

        var view = await log.NextViewAsync(view =>
            view.Containers.Any(container => container.Project == shop.Name && container is { Service: "web", Health: ContainerHealth.Healthy })
            && view.Containers.Any(container => container.Project == shop.Name && container is { Service: "once", State: ContainerState.Exited })
            && view.Images.All(image => image.Details is not null));

        Assert.Equal("linux", view.Os);
        Assert.NotEqual("", view.Architecture);
        Assert.NotEqual("", view.ApiVersion);
        var containers = view.Containers.Where(container => container.Project == shop.Name).ToDictionary(container => container.Service ?? "");
        var web = containers["web"];
        Assert.Equal((ContainerState.Running, "busybox:local", false), (web.State, web.Image, web.IsOneOff));
        Assert.Equal([(80, "127.0.0.1"), (81, "")], web.Ports.Select(port => (port.ContainerPort, port.HostAddress)).Distinct());
        Assert.All(web.Ports, port => Assert.NotEqual(0, port.HostPort));
        Assert.Equal([$"{shop.Name}_back", $"{shop.Name}_default"], web.Networks.Select(network => network.Network).Order(StringComparer.Ordinal));
        Assert.All(web.Networks, network => Assert.NotEqual("", network.Address));
        Assert.All(web.Networks, network => Assert.Equal(["web"], network.Aliases));
        Assert.Equal(["database", "db", "db-1", $"{shop.Name}-db-1"], web.Links.Where(link => link.Target == $"{shop.Name}-db-1").Select(link => link.Alias).Order(StringComparer.Ordinal));
        Assert.Equal(["MODE", "TOKEN"], web.EnvironmentNames.Where(name => name != "PATH").Order(StringComparer.Ordinal));
        Assert.NotNull(web.StartedAt);
        Assert.Null(web.FinishedAt);
        Assert.Equal((3L, false), (containers["once"].ExitCode, containers["once"].IsUp));
        Assert.Equal(($"{shop.Name}_data", "/data"), (Assert.Single(containers["db"].Mounts).Volume, containers["db"].Mounts[0].Target));
        Assert.Equal("bridge", view.Containers.Single(container => container.Project == blog.Name).NetworkMode);
        Assert.Equal(2, view.Networks.Count(network => network.Project == shop.Name && network is { Driver: "bridge", Subnets.Count: > 0 }));
        Assert.Equal($"{shop.Name}_data", Assert.Single(view.Volumes, volume => volume.Project == shop.Name).Name);
        var image = Assert.Single(view.Images, image => image.Tags.Contains("busybox:local"));
        Assert.Equal((view.Os, view.Architecture, web.ImageId), (image.Details?.Os, image.Details?.Architecture, image.Id));
    }

    [Fact]
    public async Task Events_are_followed_and_nothing_but_reading_is_asked()
    {
        await using var proxy = new EngineProxy(await LiveEngine.RequireSocketAsync());
        proxy.Open();
        await using var log = new StateLog(LiveEngine.At(proxy.Path));
        await log.NextAsync(EngineConnection.Connected);
        var shop = await LiveProject.UpAsync(Shop);
        try
        {
            await log.NextViewAsync(view => Of(view, shop, "web").Any(container => container.Health == ContainerHealth.Healthy));
            (await shop.ComposeAsync("pause", "web")).AssertSuccess();
            await log.NextViewAsync(view => Of(view, shop, "web").Any(container => container.State == ContainerState.Paused));
            (await shop.ComposeAsync("unpause", "web")).AssertSuccess();
            (await shop.ComposeAsync("stop", "-t", "0", "web")).AssertSuccess();
            await log.NextViewAsync(view => Of(view, shop, "web").Any(container => container.State == ContainerState.Exited));
            (await shop.ComposeAsync("rm", "-f", "web")).AssertSuccess();
            await log.NextViewAsync(view => !Of(view, shop, "web").Any());
        }
        finally
        {
            await shop.DisposeAsync();
        }

        await log.NextViewAsync(view =>
            view.Containers.All(container => container.Project != shop.Name) && view.Networks.All(network => network.Project != shop.Name) && view.Volumes.All(volume => volume.Project != shop.Name));
        Assert.Equal(EngineConnection.Connected, (await LiveEngine.At(proxy.Path).ReadAsync(Cancellation)).Connection);
        Assert.NotEmpty(proxy.Requests);
        Assert.All(proxy.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_engine_out_of_reach_for_a_while_is_told()
    {
        await using var proxy = new EngineProxy(await LiveEngine.RequireSocketAsync());
        proxy.Open();
        await using var log = new StateLog(LiveEngine.Impatient(proxy.Path));
        await log.NextAsync(EngineConnection.Connected);

        await proxy.CloseAsync();
        Assert.StartsWith($"There is no Docker engine at unix://{proxy.Path}; start it", (await log.NextAsync(EngineConnection.NotFound)).Reason, StringComparison.Ordinal);

        proxy.Open();
        await log.NextAsync(EngineConnection.Connected);
    }

    [Fact]
    public async Task An_engine_that_is_killed_and_started_again_is_told()
    {
        await SecondEngine.RequireAsync();
        await using var engine = new SecondEngine();
        await using var log = new StateLog(LiveEngine.Impatient(engine.Socket));
        await log.NextAsync(EngineConnection.NotFound);

        engine.Start();
        await log.NextAsync(EngineConnection.Connected);

        await engine.KillAsync();
        Assert.StartsWith($"No Docker engine listens at unix://{engine.Socket}; start it", (await log.NextAsync(EngineConnection.NotFound)).Reason, StringComparison.Ordinal);

        engine.Start();
        Assert.Empty((await log.NextViewAsync(_ => true)).Containers);
    }

    [Fact]
    public async Task A_login_on_a_machine_leads_to_its_engine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        var socket = await LiveEngine.RequireSocketAsync();
        var folder = Directory.CreateTempSubdirectory("lc-");
        try
        {
            // Stands for ssh and the machine it logs in to: runs what comes after "-- host".
            var program = Path.Combine(folder.FullName, "ssh");
            await File.WriteAllTextAsync(program, $"#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done\nshift 2\nDOCKER_HOST='unix://{socket}' exec \"$@\"\n", Cancellation);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var surroundings = new EngineSurroundings { Environment = new Dictionary<string, string> { ["DOCKER_HOST"] = "ssh://me@host" }, SshProgram = program };

            var state = await new EngineSource(surroundings, new EngineTimings(), TimeProvider.System).ReadAsync(Cancellation);

            Assert.Equal("", state.Reason);
            Assert.NotEmpty(state.View?.Networks ?? []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Three_hundred_containers_are_read()
    {
        const int Number = 300;
        var socket = await LiveEngine.RequireSocketAsync();
        var name = $"lclive{Guid.NewGuid():N}"[..16];
        using var docker = Docker(socket);
        var made = new List<string>();
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, Number), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (index, token) =>
            {
                var container = string.Create(CultureInfo.InvariantCulture, $"{name}-{index}");
                using var body = JsonContent.Create(new { Image = Tools.Image, Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = name } });
                using var answer = await docker.PostAsync(new Uri($"containers/create?name={container}", UriKind.Relative), body, token);
                answer.EnsureSuccessStatusCode();
                lock (made)
                {
                    made.Add(container);
                }
            });

            var watch = Stopwatch.StartNew();
            var state = await LiveEngine.At(socket).ReadAsync(Cancellation);
            var read = watch.Elapsed;
            await using var log = new StateLog(LiveEngine.At(socket));
            await log.NextAsync(EngineConnection.Connected);

            TestContext.Current.TestOutputHelper?.WriteLine($"{state.View?.Containers.Count} containers read in {read.TotalMilliseconds:0} ms, told first after {(watch.Elapsed - read).TotalMilliseconds:0} ms");
            Assert.Equal(Number, state.View?.Containers.Count(container => container.Project == name));
        }
        finally
        {
            await Parallel.ForEachAsync(made, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (container, _) =>
            {
                using var answer = await docker.DeleteAsync(new Uri($"containers/{container}?force=1", UriKind.Relative), CancellationToken.None);
            });
        }
    }

    private static IEnumerable<EngineContainer> Of(EngineView view, LiveProject project, string service) =>
        view.Containers.Where(container => container.Project == project.Name && container.Service == service);

    // What the tests themselves do to the engine goes past the client under test, which could not do it.
    private static HttpClient Docker(string socket) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
            return new NetworkStream(connection, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri("http://localhost/"),
        DefaultRequestVersion = HttpVersion.Version11,
    };
}
