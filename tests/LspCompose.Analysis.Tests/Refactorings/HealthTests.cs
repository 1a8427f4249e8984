namespace LspCompose.Analysis.Tests.Refactorings;

public sealed class HealthTests
{
    private const string Checked = "  db:\n    image: postgres\n    healthcheck: {test: pg_isready}\n";

    [Fact]
    public void A_known_image_gets_a_health_check() => Assert.Equal(
        "services:\n  cache:\n    image: redis:7 # c\n    healthcheck:\n      test: redis-cli ping | grep PONG\n      interval: 10s\n      timeout: 5s\n      retries: 5\n      start_period: 30s\n",
        Refactored.Apply("services:\n  ca<|>che:\n    image: redis:7 # c\n", "Add a health check to 'cache'"));

    [Theory]
    [InlineData("services:\n  <|>app:\n    image: mine\n")]
    [InlineData("services:\n  <|>db:\n    image: redis\n    healthcheck: {test: \"true\"}\n")]
    [InlineData("services:\n  db:\n    image: redis\n    po<|>rts: [80]\n")]
    public void Not_where_it_is_not_known_there_already_or_elsewhere(string text) => Assert.DoesNotContain(Refactored.Titles(text), title => title.StartsWith("Add a health", StringComparison.Ordinal));

    [Fact]
    public void A_service_waits_for_the_health_of_what_is_checked()
    {
        const string text = "services:\n  web:\n    image: x\n    depends_on:\n      - d<|>b # first\n      - cache\n  cache: {image: x}\n" + Checked;
        const string after = "services:\n  web:\n    image: x\n    depends_on:\n      db: # first\n        condition: service_healthy\n      cache:\n        condition: service_started\n  cache: {image: x}\n" + Checked;
        Assert.Equal(after, Refactored.Apply(text, "Wait until 'db' is healthy"));
        Assert.Equal(after.Replace("healthy\n", "healthy\n        restart: true\n", StringComparison.Ordinal), Refactored.Apply(text, "Wait until 'db' is healthy, and restart with it"));
        Assert.Equal(
            "services:\n  web: {image: x, depends_on: {db: {condition: service_healthy}}}\n" + Checked,
            Refactored.Apply("services:\n  web: {image: x, depends_on: {d<|>b: {condition: service_started}}}\n" + Checked, "Wait until 'db' is healthy"));
    }

    [Fact]
    public void Not_for_what_nothing_checks() =>
        Assert.DoesNotContain(Refactored.Titles("services:\n  web:\n    image: x\n    depends_on: [c<|>ache]\n  cache: {image: x}\n"), title => title.StartsWith("Wait", StringComparison.Ordinal));
}
