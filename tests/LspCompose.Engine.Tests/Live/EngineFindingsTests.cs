namespace LspCompose.Engine.Tests.Live;

/// <summary>For each finding about the engine a conflict made by hand, found by <c>check --engine</c> and gone once it is mended.</summary>
public sealed class EngineFindingsTests
{
    [Fact]
    public async Task An_external_network_and_volume_that_do_not_exist()
    {
        var name = Docker.NewName();
        await using var project = await LiveProject.OfAsync($$"""
            services:
              web:
                image: busybox:local
                networks: [front]
                volumes: ["data:/data"]
            networks:
              front: {external: true, name: {{name}}}
            volumes:
              data: {external: true, name: {{name}}}
            """);
        Assert.Equal(["missing-external-network", "missing-external-volume"], await project.FoundAsync());
        try
        {
            await Docker.RunAsync("network", "create", name);
            await Docker.RunAsync("volume", "create", name);
            Assert.Empty(await project.FoundAsync());
        }
        finally
        {
            await Docker.RemoveAsync("network", "rm", name);
            await Docker.RemoveAsync("volume", "rm", name);
        }
    }

    [Fact]
    public async Task External_secrets_and_configs_of_an_engine_without_a_swarm()
    {
        await using var project = await LiveProject.OfAsync("""
            services:
              web:
                image: busybox:local
                secrets: [key]
                configs: [conf]
            secrets:
              key: {external: true}
            configs:
              conf: {external: true}
            """);
        Assert.Equal(["missing-external-config", "missing-external-secret"], await project.FoundAsync());
    }

    [Fact]
    public async Task A_port_of_the_host_that_another_container_has()
    {
        var name = Docker.NewName();
        await using var project = await LiveProject.OfAsync("");
        try
        {
            await Docker.RunAsync("run", "-d", "--name", name, "-p", "127.0.0.1::80", Tools.Image, "sleep", "3600");
            var port = (await Docker.RunAsync("port", name, "80")).Split(':')[^1];
            project.Content = $"services:\n  web:\n    image: busybox:local\n    ports: [\"127.0.0.1:{port}:80\"]\n";
            Assert.Equal(["host-port-in-use"], await project.FoundAsync());

            await Docker.RunAsync("stop", "-t", "0", name);
            Assert.Empty(await project.FoundAsync());
            (await project.ComposeAsync("up", "-d")).AssertSuccess();
            Assert.Empty(await project.FoundAsync());
        }
        finally
        {
            await Docker.RemoveAsync("rm", "-f", name);
        }
    }

    [Fact]
    public async Task A_container_name_that_another_project_has()
    {
        var name = Docker.NewName();
        var text = $"services:\n  web:\n    image: busybox:local\n    container_name: {name}\n";
        await using var other = await LiveProject.UpAsync(text);
        await using var project = await LiveProject.OfAsync(text);
        Assert.Equal(["container-name-in-use"], await project.FoundAsync());
        Assert.Empty(await other.FoundAsync());
    }

    [Fact]
    public async Task An_image_for_another_processor()
    {
        var image = $"{Docker.NewName()}:1";
        await using var project = await LiveProject.OfAsync($"services:\n  web:\n    image: {image}\n    platform: linux/s390x\n");
        try
        {
            await Docker.RunAsync("tag", Tools.Image, image);
            Assert.Equal(["image-platform-mismatch"], await project.FoundAsync());
            project.Content = $"services:\n  web:\n    image: {image}\n";
            Assert.Empty(await project.FoundAsync());
        }
        finally
        {
            await Docker.RemoveAsync("rmi", image);
        }
    }

    [Fact]
    public async Task Links_that_run_on_and_links_that_do_not_run_yet()
    {
        const string linked = "services:\n  web:\n    image: busybox:local\n    links: [\"db:database\"]\n  db:\n    image: busybox:local\n";
        const string plain = "services:\n  web:\n    image: busybox:local\n  db:\n    image: busybox:local\n";
        await using var project = await LiveProject.UpAsync(linked);
        Assert.DoesNotContain("link-drift", await project.FoundAsync());
        project.Content = plain;
        Assert.Equal(["link-drift"], await project.FoundAsync());

        (await project.ComposeAsync("up", "-d")).AssertSuccess();
        Assert.Empty(await project.FoundAsync());
        project.Content = linked;
        Assert.Contains("link-drift", await project.FoundAsync());
    }

    [Fact]
    public async Task An_ambassador_that_runs_on()
    {
        const string ambassador = "cpuguy83/docker-grand-ambassador:latest";
        await Proof.StandInImages.MakeAsync([$"image: {ambassador}"], TestContext.Current.CancellationToken);
        const string plain = "services:\n  web:\n    image: busybox:local\n";
        await using var project = await LiveProject.UpAsync($"{plain}  amb:\n    image: {ambassador}\n    volumes: [\"/var/run/docker.sock:/var/run/docker.sock\"]\n    command: [\"-name\", \"web\"]\n");
        Assert.DoesNotContain("ambassador-drift", await project.FoundAsync());
        project.Content = plain;
        Assert.Equal(["ambassador-drift"], await project.FoundAsync());
        (await project.ComposeAsync("up", "-d", "--remove-orphans")).AssertSuccess();
        Assert.Empty(await project.FoundAsync());
    }
}
