using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Tests.Engines;

namespace LspCompose.Analysis.Tests.Rules;

public class AmbassadorDriftTests
{
    private static readonly EngineContainer Web = MadeUp.Running("web", "nginx");
    private static readonly EngineContainer Proxy = MadeUp.Running("proxy", "svendowideit/ambassador:latest");

    [Fact]
    public void One_without_a_service_is_told_at_the_services() => Markers.CheckProject(
        MadeUp.Engine(Web, Proxy),
        ("/p/compose.yaml",
        """
        services:
        #<-------- ambassador-drift Container 'p-proxy-1' is an ambassador ('svendowideit/ambassador:latest') that still runs although the project has no service 'proxy' any more. Remove it with 'docker compose up -d --remove-orphans'.
          web: {image: nginx}
        """),
        ("/p/compose.override.yaml", "services:\n  web: {hostname: web}\n"));

    [Fact]
    public void One_whose_service_is_none_any_more_is_told_there() => Markers.CheckProject(
        MadeUp.Engine(Web, Proxy),
        ("/p/compose.yaml",
        """
        services:
          web: {image: nginx}
          proxy: {image: traefik}
        # ^^^^^ ambassador-drift Container 'p-proxy-1' is still an ambassador ('svendowideit/ambassador:latest'), which service 'proxy' no longer is. Have it made anew with 'docker compose up -d proxy'.
        """));

    [Fact]
    public void One_that_is_missed_is_told_at_its_service() => Markers.CheckProject(
        MadeUp.Engine(Web),
        ("/p/compose.yaml",
        """
        services:
          web: {image: nginx}
          proxy:
        # ^^^^^ ambassador-container
        # ^^^^^ ambassador-drift The project runs without its ambassador 'proxy'.
            image: svendowideit/ambassador
        """));

    [Theory]
    [InlineData("services:\n  web: {image: nginx}\n  proxy: {image: svendowideit/ambassador}\n")]
    [InlineData("services:\n  web: {image: nginx}\n  proxy: {image: '${IMAGE:-traefik}'}\n")]
    [InlineData("services:\n  web: {image: nginx}\n  proxy: {build: .}\n")]
    [InlineData("services:\n  web: {image: nginx}\n  bad: [\n")]
    [InlineData("name: q\nservices:\n  web: {image: nginx}\n")]
    [InlineData("web: {image: nginx}\nproxy: {image: svendowideit/ambassador}\n")]
    public void Where_all_is_as_in_the_file_or_not_known_nothing_is_told(string text) => Assert.Empty(Find(text));

    [Fact]
    public void The_first_format_has_them_too() => Assert.Contains("'docker-compose up -d --remove-orphans'", Assert.Single(Find("web: {image: nginx}\n")).Message, StringComparison.Ordinal);

    private static IEnumerable<LspCompose.Analysis.Findings.Finding> Find(string text) =>
        Markers.FindInProject(AnalysisSettings.Default, MadeUp.Engine(Web, Proxy), "/p/compose.yaml", ("/p/compose.yaml", text)).Where(finding => finding.Rule.Id == "ambassador-drift");
}
