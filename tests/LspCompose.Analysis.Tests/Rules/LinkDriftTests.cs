using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Tests.Engines;

namespace LspCompose.Analysis.Tests.Rules;

public class LinkDriftTests
{
    private static readonly EngineContainer Web = MadeUp.Running("web", "nginx");
    private static readonly EngineContainer Db = MadeUp.Running("db", "pg");

    private static readonly EngineView Linked = MadeUp.Engine(Web with { Links = [new("p-db-1", "database"), new("p-db-1", "db-1"), new("p-db-1", "p-db-1")] }, Db);

    [Fact]
    public void A_link_that_is_no_longer_in_the_file_is_told_at_the_service() => Markers.CheckProject(
        Linked,
        ("/p/compose.yaml",
        """
        services:
          web:
        # ^^^ link-drift Container 'p-web-1' still has link 'db:database', which service 'web' no longer has. Have it made anew with 'docker compose up -d web'.
            image: nginx
          db: {image: pg}
        """));

    [Fact]
    public void One_that_is_not_there_yet_is_told_at_the_item() => Markers.CheckProject(
        MadeUp.Engine(Web, Db, MadeUp.Container("cache", "redis")),
        ("/p/compose.yaml",
        """
        services:
          web:
            image: nginx
            links: ["db:database", gone]
        #           ^^^^^^^^^^^^^ deprecated-link
        #           ^^^^^^^^^^^^^ link-drift Container 'p-web-1' runs without the link 'db:database' of service 'web'.
        #                          ^^^^ deprecated-link
            external_links: [cache, away]
        #                    ^^^^^ deprecated-external-link
        #                    ^^^^^ link-drift without the link 'cache'
        #                           ^^^^ deprecated-external-link
          db: {image: pg}
          gone: {image: pg}
        """));

    [Fact]
    public void The_same_links_are_no_drift() => Markers.CheckProject(
        Linked,
        ("/p/compose.yaml", "services:\n  web: {image: nginx, links: ['db:database']}\n#                             ^^^^^^^^^^^^^ deprecated-link\n  db: {image: pg}\n"));

    [Fact]
    public void One_target_may_be_linked_by_its_own_name_and_by_another() => Assert.DoesNotContain(
        Find(
            MadeUp.Engine(Web with { Links = [new("cache", "cache"), new("cache", "c2")] }, MadeUp.Container("cache", "redis")),
            "services:\n  web: {image: nginx, external_links: [cache, 'cache:c2']}\n"),
        finding => finding.Rule.Id == "link-drift");

    [Fact]
    public void The_first_format_is_compared_too()
    {
        var engine = MadeUp.Engine(
            MadeUp.Running("web", "nginx") with { Name = "p_web_1", NetworkMode = "default", Links = [new("p_db_1", "db"), new("p_db_1", "db_1"), new("p_db_1", "p_db_1")] },
            MadeUp.Running("db", "pg") with { Name = "p_db_1", NetworkMode = "default" });
        Assert.DoesNotContain(Find(engine, "web: {image: nginx, links: [db]}\ndb: {image: pg}\n"), finding => finding.Rule.Id == "link-drift");
        Assert.Equal(
            "Container 'p_web_1' still has link 'db', which service 'web' no longer has. Have it made anew with 'docker-compose up -d web'.",
            Assert.Single(Find(engine, "web: {image: nginx}\ndb: {image: pg}\n"), finding => finding.Rule.Id == "link-drift").Message);
    }

    [Fact]
    public void The_file_that_has_the_place_is_told() => Markers.CheckProject(
        Linked,
        ("/p/compose.yaml", "services:\n  web: {image: nginx}\n# ^^^ link-drift\n  db: {image: pg}\n"),
        ("/p/compose.override.yaml", "services:\n  web: {hostname: web}\n"));

    [Theory]
    [InlineData("services:\n  web: {image: nginx}\n  db: [\n")]
    [InlineData("services:\n  web: {image: nginx, links: ['${NONE}:x']}\n  db: {image: pg}\n")]
    [InlineData("services:\n  web: {image: nginx, network_mode: host}\n  db: {image: pg}\n")]
    [InlineData("include: [gone.yaml]\nservices:\n  web: {image: nginx}\n  db: {image: pg}\n")]
    [InlineData("name: q\nservices:\n  web: {image: nginx}\n  db: {image: pg}\n")]
    public void Where_the_files_are_not_known_nothing_is_told(string text) => Assert.DoesNotContain(Find(Linked, text), finding => finding.Rule.Id == "link-drift");

    [Fact]
    public void Podman_has_no_links_to_miss() => Assert.DoesNotContain(
        Find(MadeUp.Engine(Web, Db) with { Product = "Podman Engine" }, "services:\n  web: {image: nginx, links: [db]}\n  db: {image: pg}\n"), finding => finding.Rule.Id == "link-drift");

    private static IReadOnlyList<LspCompose.Analysis.Findings.Finding> Find(EngineView engine, string text) => Markers.FindInProject(AnalysisSettings.Default, engine, "/p/compose.yaml", ("/p/compose.yaml", text));
}
