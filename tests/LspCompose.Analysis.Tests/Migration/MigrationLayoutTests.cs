namespace LspCompose.Analysis.Tests.Migration;

/// <summary>Layouts that once came out wrong, each with its right result.</summary>
public sealed class MigrationLayoutTests
{
    [Fact]
    public void Json_stays_json() => Assert.Equal(
        "{\n  \"services\": {\n    \"a\": {\n      \"image\": \"x\",\n      \"networks\": [\"app\"],\n      \"depends_on\": [\"b\"]\n    },\n    \"b\": {\"image\": \"x\", \"networks\": {\"app\": {\"aliases\": [\"bee\"]}}}\n  },\n  \"networks\": {\"app\": {}}\n}\n",
        Edits.Migrate("{\n  \"services\": {\n    \"a\": {\n      \"image\": \"x\",\n      \"links\": [\"b:bee\"]\n    },\n    \"b\": {\"image\": \"x\"}\n  }\n}\n")
            .Replace("\"depends_on\": [\"b\"],\n      \"networks\": [\"app\"]", "\"networks\": [\"app\"],\n      \"depends_on\": [\"b\"]", StringComparison.Ordinal));

    [Fact]
    public void A_byte_order_mark_takes_no_column() => Assert.Equal(
        "\uFEFFservices:\n  a:\n    image: x\n    networks: [app]\n    depends_on: [b]\n  b:\n    image: x\n    networks: [app]\n\nnetworks:\n  app:\n",
        Edits.Migrate("\uFEFFa:\n  image: x\n  links: [b]\nb:\n  image: x\n"));

    [Fact]
    public void The_last_line_may_be_a_link_without_line_break() => Assert.Equal(
        "services:\n  a:\n    image: x\n    networks: [app]\n  b:\n    image: x\n    networks: [app]\n\nnetworks:\n  app:",
        Edits.Migrate("services:\n  a:\n    image: x\n    links:\n      - b\n  b:\n    image: x\n    links:\n      - a"));

    [Fact]
    public void A_name_that_YAML_would_read_as_something_else_is_quoted() => Assert.Contains(
        "depends_on:\n      - \"12\"\n      - \"on\"\n",
        Edits.Migrate("services:\n  a:\n    image: x\n    links:\n      - 12:twelve\n      - on:off\n  \"12\": {image: x}\n  \"on\": {image: x}\n"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("networks:\n", "networks:\n  app:\n")]
    [InlineData("networks: # none\n", "networks: # none\n  app:\n")]
    [InlineData("networks: null\n", "networks:\n  app:\n")]
    [InlineData("networks: {}\n", "networks: {app: {}}\n")]
    [InlineData("networks: {back: {}}\n", "networks: {back: {}, app: {}}\n")]
    [InlineData("networks:\n  back: # other\n\n# end\n", "networks:\n  back: # other\n  app:\n\n# end\n")]
    public void The_new_network_is_declared_where_networks_are(string before, string after) => Assert.EndsWith(
        "\n" + after,
        Edits.Migrate("services:\n  a: {image: x, links: [b]}\n  b: {image: x}\n" + before),
        StringComparison.Ordinal);

    [Fact]
    public void Comments_inside_a_flow_list_stay() => Assert.Equal(
        "services:\n  a:\n    image: x\n    networks: [app]\n    depends_on: [\n      b # one\n       # two\n      ]\n  b:\n    image: x\n    networks: [app]\n  c:\n    image: x\n    networks: [app]\n    depends_on: [a]\n\nnetworks:\n  app:\n",
        Edits.Migrate("services:\n  a:\n    image: x\n    links: [\n      b, # one\n      a # two\n      ]\n  b:\n    image: x\n  c:\n    image: x\n    links: [a]\n"));

    [Theory]
    [InlineData("services:\n  a: {image: x, links: [b]}\n  b: {image: x}\n  c: {image: x, hostname: b}\n", "is already a name of 'c'")]
    [InlineData("services:\n  a: {image: x, networks: [n, m], links: ['b:db']}\n  b: {image: x, networks: [m]}\n  db: {image: x, networks: [n]}\nnetworks: {n: {}, m: {}}\n", "already a name of 'db'")]
    public void A_name_that_another_service_answers_to_as_well_keeps_its_link(string text, string reason)
    {
        var result = Edits.Result(text);
        Assert.Empty(result.Edits);
        Assert.Contains(result.Left, note => note.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_links_under_one_alias_the_last_counts() => Assert.Equal(
        "services:\n  a: {image: x, depends_on: [b, c], networks: [app]}\n  b: {image: x, networks: [app]}\n  c: {image: x, networks: {app: {aliases: [db]}}}\n\nnetworks:\n  app:\n",
        Edits.Migrate("services:\n  a: {image: x, links: [b:db, c:db]}\n  b: {image: x}\n  c: {image: x}\n"));

    [Fact]
    public void A_volume_driver_goes_to_the_declared_volume() => Assert.Equal(
        "services:\n  db:\n    image: x\n    volumes:\n      - store:/data\n    # shared\n\nvolumes:\n  store:\n    name: store\n    driver: flocker\n",
        Edits.Migrate("db:\n  image: x\n  volumes:\n    - store:/data\n  volume_driver: flocker # shared\n"));

    [Fact]
    public void Log_options_find_their_driver() => Assert.Equal(
        "services:\n  a:\n    logging:\n      driver: syslog\n      options:\n        tag: t # tag\n    image: x\n",
        Edits.Migrate("a:\n  log_driver: syslog\n  image: x\n  log_opt:\n    tag: t # tag\n"));

    [Fact]
    public void A_list_of_networks_becomes_a_mapping_once() => Assert.Contains(
        "    networks:\n      one:\n        aliases: [x1]\n      two:\n        aliases: [x2]\n",
        Edits.Migrate("services:\n  a: {image: x, networks: [one], links: [c:x1]}\n  b: {image: x, networks: [two], links: [c:x2]}\n  c:\n    image: x\n    networks:\n      - one\n      - two\nnetworks: {one: {}, two: {}}\n"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("      c:\n        condition: service_started\n", "      b:\n        condition: service_started\n")]
    [InlineData("      - c\n", "      - b\n")]
    public void What_grows_right_above_the_links_grows_before_the_networks_come(string before, string added) => Assert.StartsWith(
        "services:\n  a:\n    image: x\n    depends_on:\n" + before + added + "    networks: [app]\n  b:",
        Edits.Migrate("services:\n  a:\n    image: x\n    depends_on:\n" + before + "    links:\n      - b\n  b: {image: x}\n  c: {image: x}\n"),
        StringComparison.Ordinal);

    [Fact]
    public void A_link_that_hides_one_that_stays_stays_with_it() =>
        Assert.Contains("links: [nowhere:d, '$X:db', c:db]", Edits.Migrate("services:\n  a: {image: x, links: [nowhere:d, '$X:db', c:db]}\n  c: {image: x}\n"), StringComparison.Ordinal);
}
