using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Rules;

public class NetworkAliasCollisionTests
{
    [Fact]
    public void A_name_that_is_taken_is_marked_where_it_is_taken_again() => Markers.Check(
        """
        services:
          db: {image: postgres, networks: [app, other]}
          pooler:
            image: pooler
            networks:
              app:
                aliases:
                  - pool
                  - "DB"
        #            ^^ network-alias-collision Alias 'DB' of service 'pooler' is also the name of service 'db' on network 'app'
              other:
          cache:
            image: redis
            container_name: db
        #                   ^^ network-alias-collision Container name 'db' of service 'cache'
            networks: [app, other]
          queue:
            image: rabbit
            hostname: cache
        #             ^^^^^ network-alias-collision Host name 'cache' of service 'queue'
            networks: {app: {aliases: [queue]}}
        networks: {app: , other: }
        """);

    [Fact]
    public void A_shared_alias_is_only_pointed_out()
    {
        var finding = Assert.Single(Markers.Find("services:\r\n  a: {image: x, networks: {n: {aliases: [api]}}}\r\n  b: {image: x, networks: {n: {aliases: [api]}}}\r\nnetworks:\r\n  n:\r\n"));

        Assert.Equal(("network-alias-collision", Severity.Info), (finding.Rule.Id, finding.Severity));
        Assert.StartsWith("Services 'a' and 'b' share the alias 'api' on network 'n'", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Service 'a' answers to it too", Assert.Single(finding.Related).Message);
    }

    [Theory]
    [InlineData("services:\n  db: {image: x, networks: [m]}\n  b: {image: x, networks: {n: {aliases: [db]}}}\nnetworks:\n  m:\n  n:\n")]
    [InlineData("services:\n  db: {image: x, networks: {n: {aliases: [db]}}}\nnetworks:\n  n:\n")]
    [InlineData("services:\n  db: {image: x, profiles: [a]}\n  b: {image: x, profiles: [b], networks: {default: {aliases: [db]}}}\n")]
    [InlineData("services:\n  db: {image: x, network_mode: host}\n  b: {image: x, networks: {default: {aliases: [db]}}}\n")]
    [InlineData("services:\n  a: {image: x, hostname: same}\n  b: {image: x, hostname: same}\n")]
    public void Names_that_never_meet_are_not(string text) => Assert.Empty(Markers.Find(text));

    [Fact]
    public void Networks_are_told_apart_by_what_the_engine_calls_them() => Assert.Equal("network-alias-collision", Assert.Single(
        Markers.Find("services:\n  db: {image: x, networks: [m]}\n  b: {image: x, networks: {n: {aliases: [db]}}}\nnetworks:\n  m: {name: lan}\n  n: {name: lan}\n")).Rule.Id);

    [Fact]
    public void Each_file_is_blamed_for_what_is_in_it()
    {
        var workspace = new MemoryFiles(
            ("/p/compose.yaml", "include: [part.yaml]\nservices:\n  db: {image: x}\n"),
            ("/p/part.yaml", "services:\n  b: {image: x, networks: {default: {aliases: [db]}}}\n")).OpenAll("/p/compose.yaml", "/p/part.yaml");

        Assert.Empty(Markers.Find(workspace, "/p/compose.yaml"));
        Assert.Equal("/p/compose.yaml", Assert.Single(Assert.Single(Markers.Find(workspace, "/p/part.yaml")).Related).Path);
    }
}
