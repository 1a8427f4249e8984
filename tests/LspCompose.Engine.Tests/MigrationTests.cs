namespace LspCompose.Engine.Tests;

/// <summary>The samples before and after a migration, judged by Compose itself and by containers that look each other up.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string> Samples =>
        ["one-way.yml", "circular.yml", "ambassador.yml", "one-way-services.yml", "circular-services.yml", "ambassador-services.yml"];

    [Theory]
    [InlineData("one-way.yml")]
    [InlineData("circular.yml")]
    [InlineData("ambassador.yml")]
    [InlineData("circular-services.yml")]
    public async Task Compose_refuses_the_sample_as_it_is(string sample)
    {
        await using var project = SampleProject.Of(sample, await Tools.RequireComposeAsync(TestContext.Current.CancellationToken));

        Assert.NotEqual(0, (await project.ComposeAsync("config", "-q")).ExitCode);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Compose_accepts_the_migrated_sample_and_nothing_is_found_in_it(string sample)
    {
        await using var project = SampleProject.Of(sample, await Tools.RequireComposeAsync(TestContext.Current.CancellationToken));

        (await project.LspComposeAsync("migrate", "--write")).AssertSuccess();

        (await project.ComposeAsync("config", "-q")).AssertSuccess();
        (await project.LspComposeAsync("check", "--fail-on", "info")).AssertSuccess();
        (await project.LspComposeAsync("migrate", "--check")).AssertSuccess();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Containers_of_the_migrated_sample_reach_each_other_by_name(string sample)
    {
        var compose = await Tools.RequireComposeAsync(TestContext.Current.CancellationToken);
        await Tools.RequireEngineAsync(TestContext.Current.CancellationToken);
        await using var project = SampleProject.Runnable(sample, compose);
        (await project.LspComposeAsync("migrate", "--write")).AssertSuccess();

        (await project.ComposeAsync("up", "-d")).AssertSuccess();

        (await project.ComposeAsync("exec", "-T", "nginx", "ping", "-c", "1", "-W", "5", "fpm")).AssertSuccess();
        (await project.ComposeAsync("exec", "-T", "fpm", "ping", "-c", "1", "-W", "5", "nginx")).AssertSuccess();
    }
}
