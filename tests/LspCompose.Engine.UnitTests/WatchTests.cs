using LspCompose.Analysis.Engines;

namespace LspCompose.Engine.UnitTests;

public sealed class WatchTests : IDisposable
{
    private readonly TestMachine machine = new();

    [Fact]
    public async Task The_first_states_are_looking_then_what_is_there_then_the_details_of_images()
    {
        await using var engine = machine.Start();
        var gate = new TaskCompletionSource();
        engine.Containers(("c1", Inspected("c1", "running")));
        engine.Answers["/images/json"] = FakeAnswer.Json("""[{"Id":"sha256:a"}]""");
        engine.Answers["/images/sha256:a/json"] = new FakeAnswer.After(gate.Task, FakeAnswer.Json("""{"Id":"sha256:a","Architecture":"arm64"}"""));
        await using var log = new StateLog(machine.Source());

        var looking = await log.NextAsync(_ => true);
        Assert.Equal((EngineConnection.Looking, "default", $"unix://{machine.Surroundings.DefaultSocket}"), (looking.Connection, looking.Context, looking.Endpoint));

        var first = await log.NextViewAsync(_ => true);
        Assert.Equal(ContainerState.Running, Assert.Single(first.Containers).State);
        Assert.Null(Assert.Single(first.Images).Details);

        gate.SetResult();
        Assert.Equal("arm64", (await log.NextViewAsync(_ => true)).Images[0].Details?.Architecture);
        Assert.Equal(3, log.States.Count);
    }

    [Fact]
    public async Task Only_what_an_event_names_is_read_again()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "running")), ("c2", Inspected("c2", "running")));
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.Connected);
        engine.Forget();

        engine.Answers["/containers/c1/json"] = FakeAnswer.Json(Inspected("c1", "exited"));
        await engine.TellAsync(Event("container", "die", "c1"));
        var view = await log.NextViewAsync(_ => true);

        Assert.Equal([ContainerState.Exited, ContainerState.Running], view.Containers.Select(container => container.State));
        Assert.Equal(["GET /containers/c1/json"], engine.Requests);
    }

    [Fact]
    public async Task Containers_come_and_go()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "running")));
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.Connected);

        engine.Answers["/containers/c0/json"] = FakeAnswer.Json(Inspected("c0", "created"));
        await engine.TellAsync(Event("container", "create", "c0"));
        Assert.Equal(["c0", "c1"], (await log.NextViewAsync(_ => true)).Containers.Select(container => container.Id));

        engine.Answers.TryRemove("/containers/c1/json", out _);
        await engine.TellAsync(Event("container", "destroy", "c1"));
        Assert.Equal(["c0"], (await log.NextViewAsync(_ => true)).Containers.Select(container => container.Id));
    }

    [Fact]
    public async Task Networks_volumes_and_images_are_read_again_by_kind()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "running")));
        engine.Answers["/images/json"] = FakeAnswer.Json("""[{"Id":"sha256:a"}]""");
        engine.Answers["/images/sha256:a/json"] = FakeAnswer.Json("""{"Id":"sha256:a"}""");
        await using var log = new StateLog(machine.Source());
        await log.NextViewAsync(view => view.Images[0].Details is not null);
        engine.Forget();

        engine.Answers["/networks"] = FakeAnswer.Json("""[{"Id":"n1","Name":"new"}]""");
        await engine.TellAsync(Event("network", "create", "n1"));
        Assert.Equal("new", Assert.Single((await log.NextViewAsync(_ => true)).Networks).Name);

        engine.Answers["/volumes"] = FakeAnswer.Json("""{"Volumes":[{"Name":"v"}]}""");
        await engine.TellAsync(Event("volume", "create", "v"));
        Assert.Equal("v", Assert.Single((await log.NextViewAsync(_ => true)).Volumes).Name);

        engine.Answers["/images/json"] = FakeAnswer.Json("""[{"Id":"sha256:a"},{"Id":"sha256:b","RepoTags":["b:1"]}]""");
        engine.Answers["/images/sha256:b/json"] = FakeAnswer.Json("""{"Id":"sha256:b","Os":"linux"}""");
        await engine.TellAsync(Event("image", "tag", "sha256:b"));
        Assert.Equal("linux", (await log.NextViewAsync(_ => true)).Images[1].Details?.Os);

        engine.Answers["/containers/c1/json"] = FakeAnswer.Json(Inspected("c1", "paused"));
        await engine.TellAsync("""{"Type":"network","Action":"connect","Actor":{"ID":"n1","Attributes":{"container":"c1","name":"new"}}}""");
        Assert.Equal(ContainerState.Paused, (await log.NextViewAsync(_ => true)).Containers[0].State);

        // Each kind once, and what an image is only for the new one.
        Assert.Equal(["GET /networks", "GET /volumes", "GET /images/json", "GET /images/sha256:b/json", "GET /containers/c1/json"], engine.Requests);
    }

    [Fact]
    public async Task A_new_name_may_be_that_of_links()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "running")), ("c2", Inspected("c2", "running")));
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.Connected);

        engine.Answers["/containers/c2/json"] = FakeAnswer.Json(Inspected("c2", "paused"));
        await engine.TellAsync(Event("container", "rename", "c1"));

        Assert.Equal(ContainerState.Paused, (await log.NextViewAsync(_ => true)).Containers[1].State);
    }

    [Fact]
    public async Task What_changes_nothing_is_neither_read_nor_told()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "running")));
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.Connected);
        engine.Forget();

        await engine.TellAsync(
            Event("container", "exec_create: /bin/sh -c true", "c1"),
            Event("container", "exec_start: /bin/sh -c true", "c1"),
            Event("container", "exec_die", "c1"),
            Event("container", "attach", "c1"),
            Event("container", "top", "c1"),
            Event("container", "resize", "c1"),
            Event("volume", "mount", "v"),
            Event("image", "push", "x"),
            Event("plugin", "enable", "x"),
            Event("daemon", "reload", "x"),
            "[]",
            "{}");

        // Read, but the same as before.
        await engine.TellAsync(Event("container", "update", "c1"));
        engine.Answers["/volumes"] = FakeAnswer.Json("""{"Volumes":[{"Name":"v"}]}""");
        await engine.TellAsync(Event("volume", "create", "v"));
        await log.NextViewAsync(view => view.Volumes.Count == 1);

        Assert.Equal(3, log.States.Count);
        Assert.Equal(["GET /containers/c1/json", "GET /volumes"], engine.Requests.Distinct());
    }

    [Fact]
    public async Task What_comes_while_something_is_read_is_gathered()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "running")), ("c2", Inspected("c2", "running")));
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.Connected);
        var gate = new TaskCompletionSource();
        engine.Answers["/containers/c1/json"] = new FakeAnswer.After(gate.Task, FakeAnswer.Json(Inspected("c1", "paused")));
        engine.Forget();

        await engine.TellAsync(Event("container", "pause", "c1"));
        while (engine.Requests.Count == 0)
        {
            await Task.Yield();
        }

        engine.Answers["/containers/c2/json"] = FakeAnswer.Json(Inspected("c2", "paused"));
        await engine.TellAsync([.. Enumerable.Repeat(Event("container", "pause", "c2"), 50), Event("network", "create", "n")]);
        gate.SetResult();
        await log.NextViewAsync(view => view.Containers.All(container => container.State == ContainerState.Paused));

        // Fifty events, and not nearly as many questions.
        Assert.InRange(engine.Requests.Count, 2, 10);
    }

    [Fact]
    public async Task A_stream_of_events_that_breaks_off_is_no_lost_engine()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "running")));
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.Connected);

        engine.Answers["/containers/c1/json"] = FakeAnswer.Json(Inspected("c1", "exited"));
        await engine.EndEventsAsync();
        await log.NextViewAsync(view => view.Containers[0].State == ContainerState.Exited);
        engine.Answers["/containers/c1/json"] = FakeAnswer.Json(Inspected("c1", "running"));
        await engine.TellAsync(Event("container", "start", "c1"));
        await log.NextViewAsync(view => view.Containers[0].State == ContainerState.Running);

        Assert.Equal([EngineConnection.Looking, EngineConnection.Connected], log.States.Select(state => state.Connection).Distinct());
    }

    [Fact]
    public async Task Garbage_among_the_events_is_no_lost_engine()
    {
        await using var engine = machine.Start();
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.Connected);

        engine.Answers["/volumes"] = FakeAnswer.Json("""{"Volumes":[{"Name":"v"}]}""");
        await engine.TellAsync("garbage");

        await log.NextViewAsync(view => view.Volumes.Count == 1);
        Assert.DoesNotContain(log.States, state => state.Reason.Length > 0);
    }

    [Fact]
    public async Task An_engine_that_goes_is_told_and_so_is_one_that_comes_back()
    {
        await using var log = new StateLog(machine.Source());
        var missing = await log.NextAsync(EngineConnection.NotFound);
        Assert.Null(missing.View);

        for (var round = 0; round < 3; round++)
        {
            await using (var engine = machine.Start())
            {
                await log.NextAsync(EngineConnection.Connected);
                await engine.TellAsync();
            }

            Assert.StartsWith("There is no Docker engine at ", (await log.NextAsync(EngineConnection.NotFound)).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_engine_that_falls_silent_is_told_and_so_is_one_that_answers_again()
    {
        await using var engine = machine.Start();
        await using var log = new StateLog(machine.Source(TestMachine.Impatient));
        await log.NextAsync(EngineConnection.Connected);
        var version = engine.Answers["/version"];

        engine.Answers["/version"] = new FakeAnswer.Hang();
        Assert.Contains("does not answer within", (await log.NextAsync(EngineConnection.NotAnswering)).Reason, StringComparison.Ordinal);

        engine.Answers["/version"] = version;
        await log.NextAsync(EngineConnection.Connected);
    }

    [Fact]
    public async Task An_engine_that_hangs_while_something_is_read_again_is_told()
    {
        await using var engine = machine.Start();
        await using var log = new StateLog(machine.Source(TestMachine.Impatient with { Silence = StateLog.Patience }));
        await log.NextAsync(EngineConnection.Connected);

        engine.Answers["/networks"] = new FakeAnswer.Hang();
        await engine.TellAsync(Event("network", "create", "n"));

        await log.NextAsync(EngineConnection.NotAnswering);
    }

    [Fact]
    public async Task An_engine_without_events_is_asked_now_and_then()
    {
        await using var engine = machine.Start();
        engine.Answers["/events"] = FakeAnswer.Error(403, "no events for you");
        await using var log = new StateLog(machine.Source(TestMachine.Patient with { Silence = TimeSpan.FromMilliseconds(20) }));
        await log.NextAsync(EngineConnection.Connected);

        engine.Answers["/volumes"] = FakeAnswer.Json("""{"Volumes":[{"Name":"v"}]}""");

        await log.NextViewAsync(view => view.Volumes.Count == 1);
    }

    [Fact]
    public async Task An_engine_that_says_nothing_before_the_first_event_is_followed()
    {
        await using var engine = machine.Start();
        var first = new TaskCompletionSource();
        engine.Answers["/events"] = new FakeAnswer.After(first.Task, new FakeAnswer.Events());
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.Connected);

        first.SetResult();
        engine.Answers["/volumes"] = FakeAnswer.Json("""{"Volumes":[{"Name":"v"}]}""");
        await engine.TellAsync(Event("volume", "create", "v"));

        await log.NextViewAsync(view => view.Volumes.Count == 1);
    }

    [Fact]
    public async Task Another_context_is_noticed_while_looking()
    {
        await using var engine = FakeEngine.OnSocket(machine.Of("other.sock"));
        await using var log = new StateLog(machine.Source());
        await log.NextAsync(EngineConnection.NotFound);

        machine.AddContext("other", $$"""{"Host":"unix://{{machine.Of("other.sock")}}"}""");
        machine.Configure("config.json", """{"currentContext":"gone"}""");
        Assert.Equal("gone", (await log.NextAsync(EngineConnection.Misconfigured)).Context);

        machine.Configure("config.json", """{"currentContext":"other"}""");
        Assert.Equal("other", (await log.NextAsync(EngineConnection.Connected)).Context);
    }

    [Fact]
    public async Task A_missing_engine_is_looked_for_less_and_less_and_told_once()
    {
        var clock = new ManualClock();
        await using var log = new StateLog(new EngineSource(machine.Surroundings, new EngineTimings { FirstRetry = TimeSpan.FromSeconds(10), LastRetry = TimeSpan.FromSeconds(100) }, clock));
        foreach (var seconds in (int[])[10, 20, 40, 80, 100])
        {
            await clock.EndWaitAsync(TimeSpan.FromSeconds(seconds));
        }

        await clock.WaitForAsync(TimeSpan.FromSeconds(100));
        await using var engine = machine.Start();
        await clock.EndWaitAsync(TimeSpan.FromSeconds(100));
        await log.NextAsync(EngineConnection.Connected);

        Assert.Equal([EngineConnection.Looking, EngineConnection.NotFound, EngineConnection.Connected], log.States.Select(state => state.Connection));
    }

    [Fact]
    public async Task Cancelling_ends_it_wherever_it_is()
    {
        var looking = new StateLog(new EngineSource(machine.Surroundings, new EngineTimings(), new ManualClock()));
        await looking.NextAsync(EngineConnection.NotFound);
        await looking.DisposeAsync();

        await using var engine = machine.Start();
        var following = new StateLog(machine.Source());
        await following.NextAsync(EngineConnection.Connected);
        await following.DisposeAsync();

        engine.Answers["/containers/json"] = new FakeAnswer.Hang();
        engine.Forget();
        var reading = new StateLog(machine.Source());
        await reading.NextAsync(EngineConnection.Looking);
        while (!engine.Requests.Contains("GET /containers/json"))
        {
            await Task.Yield();
        }

        await reading.DisposeAsync();
        Assert.DoesNotContain(reading.States, state => state.Reason.Length > 0);
    }

    [Fact]
    public async Task Only_what_reads_is_asked()
    {
        await using var engine = machine.Start();
        engine.Containers(("c1", Inspected("c1", "running")));
        engine.Answers["/info"] = FakeAnswer.Json("""{"Swarm":{"ControlAvailable":true}}""");
        await using var log = new StateLog(machine.Source(TestMachine.Impatient));
        await log.NextAsync(EngineConnection.Connected);
        engine.Answers["/volumes"] = FakeAnswer.Json("""{"Volumes":[{"Name":"v"}]}""");
        await engine.TellAsync(Event("container", "die", "c1"), Event("network", "create", "n"), Event("image", "pull", "i"), Event("secret", "create", "s"), Event("volume", "create", "v"));
        await log.NextViewAsync(view => view.Volumes.Count == 1);
        await engine.EndEventsAsync();
        await engine.TellAsync();

        Assert.NotEmpty(engine.Requests);
        Assert.All(engine.Requests, request => Assert.StartsWith("GET ", request, StringComparison.Ordinal));
    }

    public void Dispose() => machine.Dispose();

    private static string Event(string type, string action, string id) => $$$"""{"Type":"{{{type}}}","Action":"{{{action}}}","Actor":{"ID":"{{{id}}}","Attributes":{}},"time":1}""";

    private static string Inspected(string id, string state) => $$$$$"""{"Id":"{{{{{id}}}}}","Name":"/{{{{{id}}}}}","Created":"2026-01-01T00:00:00Z","State":{"Status":"{{{{{state}}}}}"},"Config":{"Labels":{"a":"b"},"Env":["A=b"]},"NetworkSettings":{"Networks":{"n":{"Aliases":["x"]}}}}""";
}
