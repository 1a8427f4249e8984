using LspCompose.Analysis.Migration;

namespace LspCompose.Analysis.Tests.Migration;

public class NetworkMigrationTests
{
    private const string ModernPair = "services:\n  fpm:\n    build: ./build/fpm\n    networks: [app]\n  nginx:\n    build: ./build/nginx\n    networks: [app]\n\nnetworks:\n  app:\n";

    [Theory]
    [InlineData("circular.yml")]
    [InlineData("circular-services.yml")]
    [InlineData("ambassador.yml")]
    [InlineData("ambassador-services.yml")]
    public void Circles_and_ambassadors_become_the_modern_sample(string sample)
    {
        Assert.Equal(ModernPair, Samples.Read("modern.yml"));
        Assert.Equal(ModernPair, Edits.Migrate(Samples.Read(sample)));
    }

    [Theory]
    [InlineData("one-way.yml")]
    [InlineData("one-way-services.yml")]
    public void A_link_in_one_direction_keeps_its_start_order(string sample) =>
        Assert.Equal(
            ModernPair.Replace("    networks: [app]\n\n", "    networks: [app]\n    depends_on:\n      - fpm\n\n", StringComparison.Ordinal),
            Edits.Migrate(Samples.Read(sample)));

    [Theory]
    [InlineData("one-way.yml")]
    [InlineData("circular.yml")]
    [InlineData("ambassador.yml")]
    [InlineData("one-way-services.yml")]
    [InlineData("circular-services.yml")]
    [InlineData("ambassador-services.yml")]
    public void A_migrated_sample_has_no_finding_and_nothing_left_to_migrate(string sample)
    {
        var migrated = Edits.Migrate(Samples.Read(sample));
        Assert.Empty(Markers.Find(migrated));
        Assert.Empty(Edits.Result(migrated).Edits);
    }

    [Fact]
    public void The_report_says_which_start_order_is_given_up() =>
        Assert.Contains("'fpm' no longer starts after 'nginx': they are in a circle.", Edits.Result(Samples.Read("circular-services.yml")).RuntimeChanges);

    [Fact]
    public void Line_breaks_comments_quotes_and_indentation_stay() => Assert.Equal(
        "# the app\r\n\r\nservices:\r\n    # web server\r\n    web:\r\n        image: 'nginx' # pinned later\r\n        networks: [app]\r\n        # needs the database\r\n        depends_on: # legacy\r\n        - \"mysql\" # main\r\n        # and a cache\r\n        - redis\r\n    mysql:\r\n        image: mysql\r\n        networks:\r\n            app:\r\n                aliases: [db]\r\n    redis:\r\n        image: redis\r\n        networks: [app]\r\n\r\nnetworks:\r\n    app:\r\n",
        Edits.Migrate("# the app\r\n\r\n# web server\r\nweb:\r\n    image: 'nginx' # pinned later\r\n    # needs the database\r\n    links: # legacy\r\n    - \"mysql:db\" # main\r\n    # and a cache\r\n    - redis\r\nmysql:\r\n    image: mysql\r\nredis:\r\n    image: redis\r\n"));

    [Fact]
    public void Comments_of_links_that_vanish_stay_as_lines_of_their_own() => Assert.Equal(
        "services:\n  a:\n    image: x\n    networks: [app]\n    # both ways\n    # to b\n  b:\n    image: x\n    networks: [app]\n\nnetworks:\n  app:\n",
        Edits.Migrate("services:\n  a:\n    image: x\n    links: # both ways\n      - b # to b\n  b:\n    image: x\n    links:\n      - a\n"));

    [Fact]
    public void Flow_style_stays_flow_style() => Assert.Equal(
        "services:\n  web: {image: x, depends_on: [db], networks: [app]}\n  db: {image: y, networks: {app: {aliases: [mysql]}}}\n\nnetworks:\n  app:\n",
        Edits.Migrate("services:\n  web: {image: x, links: [\"db:mysql\"]}\n  db: {image: y}\n").Replace("\"db\"", "db", StringComparison.Ordinal));

    [Fact]
    public void A_text_without_final_line_break_ends_without_one() => Assert.Equal(
        "services:\n  a:\n    image: x\n    networks: [app]\n    depends_on: [b]\n  b:\n    image: x\n    networks: [app]\n\nnetworks:\n  app:",
        Edits.Migrate("services:\n  a:\n    image: x\n    links: [b]\n  b:\n    image: x"));

    [Fact]
    public void An_existing_depends_on_grows_in_its_own_form() => Assert.Equal(
        "services:\n  a:\n    image: x\n    networks: [app]\n    depends_on:\n      c:\n        condition: service_healthy\n      b:\n        condition: service_started\n  b:\n    image: x\n    networks: [app]\n  c:\n    image: x\n    networks: [app]\n\nnetworks:\n  app:\n",
        Edits.Migrate("services:\n  a:\n    image: x\n    links: [b, c]\n    depends_on:\n      c:\n        condition: service_healthy\n  b:\n    image: x\n  c:\n    image: x\n"));

    [Fact]
    public void An_alias_goes_onto_the_network_both_share_and_turns_its_list_into_a_mapping() => Assert.Equal(
        "services:\n  app:\n    image: x\n    networks: [front, back]\n    depends_on:\n      - \"db\"\n  db:\n    image: x\n    networks: {back: {aliases: [database]}}\n\nnetworks:\n  front: {}\n  back: {}\n",
        Edits.Migrate("services:\n  app:\n    image: x\n    networks: [front, back]\n    links:\n      - \"db:database\"\n  db:\n    image: x\n    networks: [back]\n\nnetworks:\n  front: {}\n  back: {}\n"));

    [Fact]
    public void A_link_without_a_shared_network_had_no_effect_and_leaves_only_its_order() => Assert.Equal(
        "services:\n  a:\n    image: x\n    networks: [front]\n    depends_on: [b]\n  b:\n    image: x\n    networks: [back]\nnetworks: {front: {}, back: {}}\n",
        Edits.Migrate("services:\n  a:\n    image: x\n    networks: [front]\n    links: [b:other]\n  b:\n    image: x\n    networks: [back]\nnetworks: {front: {}, back: {}}\n"));

    [Fact]
    public void The_new_network_collides_with_nothing()
    {
        Assert.Contains("networks: [app-net]", Edits.Migrate("services:\n  app: {image: x, links: [b]}\n  b: {image: x}\n"), StringComparison.Ordinal);
        Assert.Contains("networks: [app-net-2]", Edits.Migrate("services:\n  app: {image: x, links: [b]}\n  b: {image: x}\nnetworks: {app-net: {}}\n"), StringComparison.Ordinal);
        Assert.Contains("networks: [shop]", Edits.Migrate("services:\n  app: {image: x, links: [b]}\n  b: {image: x}\n", "shop"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services:\n  web: {image: x, links: ['proxy:db']}\n  proxy: {image: x}\n  db: {image: x}\n", "already a name of 'db'")]
    [InlineData("services:\n  web: {image: x, links: ['proxy:db']}\n  proxy: {image: x}\n  sql: {image: x, container_name: DB}\n", "already a name of 'sql'")]
    [InlineData("services:\n  web: {image: x, links: ['$T:db']}\n  db1: {image: x}\n", "variable")]
    [InlineData("services:\n  web: {image: x, links: [nope]}\n  db1: {image: x}\n", "defines no service 'nope'")]
    [InlineData("x-l: &l [db]\nservices:\n  web: {image: x, links: *l}\n  db: {image: x}\n", "anchor")]
    public void A_link_whose_conversion_would_change_what_a_name_means_stays(string text, string reason)
    {
        var result = Edits.Result(text);
        Assert.Empty(result.Edits);
        Assert.Contains(result.Left, note => note.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("web:\n  image: x\n  links: [db]\n  environment:\n    URL: $DB_PORT_5432_TCP_ADDR\ndb:\n  image: y\n", "DB_PORT_5432_TCP_ADDR")]
    [InlineData("services:\n  web:\n    image: x\n    links: [db]\n    env_file: vars.env\n    command: wait-for db_2:5432\n  db:\n    image: y\n", "db_2")]
    [InlineData("services:\n  web:\n    image: x\n    links: ['db:www.example.com']\n  db:\n    image: y\n", "www.example.com")]
    public void A_conversion_that_something_may_notice_is_not_safe(string text, string word)
    {
        Assert.Contains(Edits.Result(text).Left, note => note.Message.Contains(word, StringComparison.Ordinal));
        var result = Edits.ResultOfAll(text);
        Assert.NotEmpty(result.Edits);
        Assert.False(result.IsSafe);
        Assert.Contains(result.Doubts, doubt => doubt.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void A_numbered_name_gives_way_to_the_service_name() => Assert.Equal(
        "services:\n  web:\n    image: x\n    networks: [app]\n    depends_on: [db]\n    command: wait-for db:5432\n  db:\n    image: y\n    networks: [app]\n\nnetworks:\n  app:\n",
        Edits.Migrate("services:\n  web:\n    image: x\n    links: [db]\n    command: wait-for db_1:5432\n  db:\n    image: y\n"));

    [Fact]
    public void A_variable_the_file_sets_itself_is_no_doubt() =>
        Assert.True(Edits.Result("web:\n  image: x\n  links: [db]\n  environment:\n    DB_PORT: 5432\n    L: [a]\ndb:\n  image: y\n").IsSafe);

    [Fact]
    public void First_format_attributes_get_their_new_names() => Assert.Equal(
        "services:\n  web:\n    build:\n      context: ./web # source\n      dockerfile: Dockerfile.dev\n    logging:\n      driver: syslog\n      options:\n        tag: web\n    network_mode: service:db\n    volumes_from:\n      - container:data\n  db:\n    image: y\n    volumes:\n      - store:/var/lib\n\nvolumes:\n  store:\n    name: store\n",
        Edits.Migrate("web:\n  build: ./web # source\n  dockerfile: Dockerfile.dev\n  log_driver: syslog\n  log_opt:\n    tag: web\n  net: container:db\n  volumes_from:\n    - data\ndb:\n  image: y\n  volumes:\n    - store:/var/lib\n"));

    [Fact]
    public void Block_scalars_keep_their_text_when_the_file_is_wrapped()
    {
        var migrated = Edits.Migrate("web:\n  image: x\n  command: |\n    a\n      \n    b\n\n  links: [db]\ndb:\n  image: y\n");
        var tree = LspCompose.Yaml.Syntax.YamlSyntaxTree.Parse(LspCompose.Yaml.Text.SourceText.From(migrated));
        var web = tree.Documents[0].Root?.Get("services")?.Get("web");
        Assert.Equal("a\n  \nb\n", web?.Get("command")?.Value);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("back")]
    public void A_taken_name_for_the_new_network_changes_nothing_and_is_explained(string name)
    {
        var result = Edits.Result("services:\n  a: {image: x, links: [b]}\n  b: {image: x}\nnetworks: {back: {}}\n", name);
        Assert.Empty(result.Edits);
        Assert.Contains($"'{name}'", Assert.Single(result.Left).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_name_that_cannot_be_is_explained()
    {
        var file = Workspace.Empty.WithFile("f", LspCompose.Yaml.Text.SourceText.From("services: {a: {image: x}}\nnetworks: {back: {}}\n")).Files.Single();
        var model = Composition.ProjectComposition.OfFile(file);
        Assert.Null(NetworkNames.Problem(model, "shop"));
        Assert.Contains("already has", NetworkNames.Problem(model, "back"), StringComparison.Ordinal);
        Assert.Contains("letters", NetworkNames.Problem(model, "a b"), StringComparison.Ordinal);
    }
}
