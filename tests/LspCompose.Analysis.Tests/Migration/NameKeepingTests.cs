namespace LspCompose.Analysis.Tests.Migration;

/// <summary>Cases in which a name nearly came to mean somebody else, or nobody.</summary>
public class NameKeepingTests
{
    [Fact]
    public void An_ambassador_that_stands_between_the_bridge_and_a_network_stays()
    {
        var result = Edits.Result("services:\n  web:\n    image: x\n    links: ['amb:db']\n  amb:\n    image: cpuguy83/docker-grand-ambassador\n    command: -name db\n  db:\n    image: x\n    network_mode: bridge\n");
        Assert.False(result.IsChange);
        Assert.Contains(result.Left, note => note.Message.Contains("'web' and 'db' share no network", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_led_past_an_ambassador_into_a_network_stack_keeps_its_order()
    {
        var migrated = Edits.Migrate("services:\n  web:\n    image: x\n    links: ['amb:db']\n  amb:\n    image: cpuguy83/docker-grand-ambassador\n    command: -name back\n  db:\n    image: x\n  owner:\n    image: x\n  back:\n    image: x\n    network_mode: service:owner\n");
        Assert.Contains("links: ['owner:db']", migrated, StringComparison.Ordinal);
        Assert.Contains("depends_on: [back]", migrated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_not_said_to_go_where_another_one_has_to_stay_under_its_name() => Assert.DoesNotContain(
        Markers.Find("services:\n  web:\n    image: x\n    links: [db, 'amb:db']\n  amb:\n    image: cpuguy83/docker-grand-ambassador\n    command: -name db\n  db:\n    image: x\n  other:\n    image: x\n    hostname: DB\n").SelectMany(finding => finding.Fixes),
        fix => fix.Title.StartsWith("Remove the link to 'db'", StringComparison.Ordinal));

    [Fact]
    public void An_ambassador_hid_the_host_name_of_what_is_behind_it() => Assert.Equal(
        "services:\n  web:\n    image: x\n    hostname: front\n    networks: [app]\n    depends_on: ['db']\n  db:\n    image: x\n    hostname: front\n    networks: [app]\n\nnetworks:\n  app:\n",
        Edits.Migrate("web:\n  image: x\n  hostname: front\n  links: ['amb:db']\namb:\n  image: cpuguy83/docker-grand-ambassador\n  command: -name db\ndb:\n  image: x\n  hostname: front\n"));

    [Fact]
    public void A_file_is_not_wrapped_around_a_link_that_somebody_knows_in_another_case()
    {
        const string Text = "web: {image: x, links: ['t:db']}\nt: {image: x}\njob: {image: x, net: host, links: ['t:DB']}\n";
        Assert.DoesNotContain(Markers.Find(Text).SelectMany(finding => finding.Fixes), fix => fix.Title.StartsWith("Wrap", StringComparison.Ordinal));
        Assert.Contains("aliases: [db]", Edits.Migrate(Text), StringComparison.Ordinal);
    }

    [Fact]
    public void An_external_link_leads_to_whoever_has_the_name_on_its_networks()
    {
        var result = Edits.Result("services:\n  web:\n    image: x\n    external_links: ['web:my.host']\n  other:\n    image: x\n    container_name: web\n    networks: [back]\nnetworks:\n  back:\n");
        Assert.False(result.IsChange);
        Assert.Contains("public host name", Assert.Single(result.Left).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_shared_with_an_ambassador_that_goes_needs_no_link()
    {
        var migrated = Edits.Migrate("services:\n  a: {image: x, links: ['on:DB']}\n  db:\n    image: cpuguy83/docker-grand-ambassador\n    command: -name a -name on\n  'on':\n    image: x\n    container_name: db\n    depends_on: ['on']\n    links: ['db:db']\n");
        Assert.DoesNotContain("links", migrated, StringComparison.Ordinal);
    }
}
