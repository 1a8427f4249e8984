namespace LspCompose.Analysis.Tests.Migration;

/// <summary>What decides whether services leave Docker's default bridge, and that nothing is left for a second run.</summary>
public class BridgeMigrationTests
{
    [Theory]
    [InlineData("a link to a service on no network", "db:\n  image: x\n  links: ['d:Db']\nd:\n  image: x\n  net: none\nDb:\n  image: x\n")]
    [InlineData("a link of a service in another's network stack", "b:\n  image: x\n  links: [on]\n  net: container:x\nx:\n  image: x\n'on':\n  image: x\n  hostname: web\n  links: [db]\ndb:\n  image: x\nweb:\n  image: x\n  links: [x]\n")]
    [InlineData("an ambassador that goes", "x:\n  image: x\n  links: ['Db:db']\nDb:\n  image: cpuguy83/docker-grand-ambassador\n  command: -name p_db_1\ndb:\n  image: x\n")]
    [InlineData("a link from the bridge to a service on a network", "services:\n  a:\n    image: x\n    network_mode: bridge\n    links: [a, b:a]\n  b:\n    image: x\n  c:\n    image: x\n    links: [b]\n")]
    public void What_leads_nowhere_keeps_no_service_on_the_bridge(string what, string text)
    {
        var migrated = Edits.Migrate(text);
        Assert.False(Edits.Result(migrated).IsChange, what);
    }

    [Fact]
    public void A_link_that_leads_nowhere_leaves_its_order() =>
        Assert.Contains("depends_on: ['db']", Edits.Migrate("web:\n  image: x\n  links: ['db:Web']\ndb:\n  image: x\n  net: none\n"), StringComparison.Ordinal);
}
