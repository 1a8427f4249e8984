using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Fixes;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Rules;

public class LinkEnvironmentVariableTests
{
    [Fact]
    public void On_a_network_a_links_variable_is_empty() => Markers.Check(
        """
        services:
          web:
            image: x
            depends_on: [db]
            links: [db]
        #           ^^ deprecated-link
            command: sh -c "wait $$DB_PORT_5432_TCP_ADDR $${DB_PORT_5432_TCP_PORT}"
        #                        ^^^^^^^^^^^^^^^^^^^^^^^ link-environment-variable '$$DB_PORT_5432_TCP_ADDR' is empty: until Docker 29 links set variables, but only on Docker's default bridge, where 'web' is not. Write 'db' instead.
        #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ link-environment-variable Write '5432' instead.
          db: {image: x}
        """);

    [Fact]
    public void On_the_default_bridge_Docker_29_stopped_setting_it() => Markers.Check(
        """
        web:
        #<--- legacy-file-format
          image: x
          links: [db]
        #         ^^ deprecated-link
          command: wait $$DB_PORT_5432_TCP_ADDR
        #               ^^^^^^^^^^^^^^^^^^^^^^^ link-environment-variable is a variable of the link to 'db', which Docker 29 stopped setting and networks never had. Write 'db' instead.
        db:
          image: x
        """);

    [Fact]
    public void Network_mode_bridge_is_the_default_bridge_too() => Assert.Contains(
        "Docker 29 stopped setting",
        Assert.Single(Found("services:\n  web: {image: x, network_mode: bridge, links: [db], command: wait $$DB_PORT_1_TCP_ADDR}\n  db: {image: x, network_mode: bridge}\n")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_numbered_name_goes_with_the_link() => Markers.Check(
        """
        services:
          web:
            image: x
            depends_on: [db]
            links: [db]
        #           ^^ deprecated-link
            environment:
              DB_HOST: db_1
        #              ^^^^ link-environment-variable 'db_1' is a host name that only the link to 'db' gives 'web'. Write 'db' instead.
          db: {image: x}
        """);

    [Fact]
    public void What_Compose_fills_in_is_never_the_links() => Markers.Check(
        """
        services:
          web:
            image: x
            depends_on: [db]
            links: [db]
        #           ^^ deprecated-link
            command: wait ${DB_PORT_5432_TCP_ADDR}
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^ link-environment-variable Compose fills in '${DB_PORT_5432_TCP_ADDR}' itself, from the shell and '.env', and never from the link to 'db'. Write 'db' instead.
        #                   ^^^^^^^^^^^^^^^^^^^^^ unset-variable
          db: {image: x}
        """);

    [Fact]
    public void A_link_that_is_gone_leaves_its_variables_behind() => Markers.Check(
        """
        services:
          web:
            image: x
            command: wait $$DB_PORT_5432_TCP_ADDR $$MYSQL_PORT_3306_TCP $$WEB_PORT_1_TCP $$LONE_PORT_1_TCP $$OTHER_PORT_1_TCP $$DB_PORT $$DB_NAME db_1
        #                 ^^^^^^^^^^^^^^^^^^^^^^^ link-environment-variable is empty: it is a variable of a link to 'db', and no link sets it any more. Write 'db' instead.
        #                                         ^^^^^^^^^^^^^^^^^^^^^ link-environment-variable it is a variable of a link to 'mariadb', and no link sets it any more. Write 'tcp://mysql:3306' instead.
          db: {image: x}
          mariadb:
            image: x
            networks: {default: {aliases: [mysql]}, other: {aliases: [other]}}
          lone: {image: x, networks: [other]}
        networks:
          other:
        """);

    [Fact]
    public void A_variable_somebody_sets_is_nothing_of_a_link() => Markers.Check(
        """
        services:
          web:
            image: x
            environment: {DB_PORT_5432_TCP_ADDR: db}
            command: wait $$DB_PORT_5432_TCP_ADDR
          db: {image: x}
        """);

    [Fact]
    public void Without_a_value_to_write_the_name_can_be_set() => Assert.Equal(
        [
            "'DB_PORT_1_TCP_ADDR' is empty: until Docker 29 links set variables, but only on Docker's default bridge, where 'web' is not. Set 'DB_PORT_1_TCP_ADDR' to 'db' in 'environment', or write it where the name is read.",
            "'$$DB_ENV_PASSWORD' is empty: until Docker 29 links set variables, but only on Docker's default bridge, where 'web' is not. Set 'DB_ENV_PASSWORD' in 'environment' of 'web', from where 'db' has its own.",
            "'$$DB_NAME' is empty: until Docker 29 links set variables, but only on Docker's default bridge, where 'web' is not. Set 'DB_NAME' in 'environment' of 'web', or tell the program another way.",
        ],
        Found("services:\n  web: {image: x, links: [db], command: render DB_PORT_1_TCP_ADDR $$DB_ENV_PASSWORD $$DB_NAME}\n  db: {image: x, environment: {PASSWORD: hunter2}}\n").Select(finding => finding.Message));

    [Fact]
    public void A_file_of_variables_is_reported_where_it_is_named() => Markers.CheckProject(
        ("/shop/compose.yaml",
        """
        services:
          web:
            image: x
            depends_on: [db]
            links: [db]
        #           ^^ deprecated-link
            env_file: web.env
        #             ^^^^^^^ link-environment-variable 'db_1' in a file of 'env_file' is a host name
          db: {image: x}
        """),
        ("/shop/web.env", "HOST=db_1\n"));

    [Fact]
    public void The_first_formats_files_of_variables_are_read_too() => Markers.CheckProject(
        ("/shop/compose.yaml",
        """
        web:
        #<--- legacy-file-format
          image: x
          links: [db]
        #         ^^ deprecated-link
          env_file: [web.env]
        #            ^^^^^^^ link-environment-variable '$DB_PORT_1_TCP_ADDR' in a file
        db:
          image: x
        """),
        ("/shop/web.env", "HOST=$DB_PORT_1_TCP_ADDR\n"));

    [Fact]
    public void What_services_share_is_told_once() => Assert.Single(
        Found("x-base: &base {image: x, links: [db], command: wait $$DB_PORT_1_TCP_ADDR}\nservices:\n  one: *base\n  two: {<<: *base}\n  db: {image: x}\n"));

    [Fact]
    public void An_external_link_sets_variables_too() => Assert.Equal(
        "db",
        Preferred("services:\n  web: {image: x, network_mode: bridge, external_links: ['other_1:db'], command: wait $$DB_PORT_1_TCP_ADDR}\n"));

    // An image that reads the variables on the default bridge, where nothing else tells it.
    [Theory]
    [InlineData("web:\n  image: wordpress:4\n  links: [mysql]\nmysql:\n  image: x\n", "Image 'wordpress:4' reads MYSQL_PORT_3306_TCP (in older versions), which Docker 29 stopped setting and networks never had. Set 'WORDPRESS_DB_HOST' in 'environment' instead.")]
    [InlineData("amb:\n  image: svendowideit/ambassador\n  links: [db]\ndb:\n  image: x\n", "Image 'svendowideit/ambassador' reads the *_PORT_*_TCP variables of every link, which Docker 29")]
    [InlineData("services:\n  amb: {image: svendowideit/ambassador, links: [db]}\n  db: {image: x}\n", "which are only on Docker's default bridge, so here it exits")]
    [InlineData("services:\n  web: {image: wordpress, links: [mysql], network_mode: bridge}\n  mysql: {image: x, network_mode: bridge}\n", "WORDPRESS_DB_HOST")]
    [InlineData("services:\n  web: {image: wordpress, links: [mysql]}\n  mysql: {image: x}\n", "")]
    [InlineData("web:\n  image: wordpress:4\n  links: ['mysql:other']\nmysql:\n  image: x\n", "")]
    [InlineData("web:\n  image: wordpress:4\n  links: [mysql]\n  environment: [WORDPRESS_DB_HOST=mysql]\nmysql:\n  image: x\n", "")]
    [InlineData("web:\n  image: wordpress:4\n  links: [mysql]\n  environment: [MYSQL_PORT_3306_TCP=tcp://mysql:3306]\nmysql:\n  image: x\n", "")]
    [InlineData("lb:\n  image: dockercloud/haproxy\n  links: [db]\ndb:\n  image: x\n", "")]
    [InlineData("amb:\n  image: svendowideit/ambassador\n  environment: [DB_PORT_1_TCP=tcp://h:1]\ndb:\n  image: x\n", "")]
    public void An_image_that_reads_the_variables_is_named(string text, string words)
    {
        var findings = Found(text);
        Assert.Equal(words.Length == 0 ? 0 : 1, findings.Count);
        Assert.All(findings, finding => Assert.Equal(Severity.Info, finding.Severity));
        Assert.All(findings, finding => Assert.Contains(words, finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("web:\n  image: x\n  links: [db]\n  command: wait $$DB_PORT_1_TCP_ADDR\ndb:\n  image: x\n", true)]
    [InlineData("services:\n  web: {image: x, links: [db], command: wait $$DB_PORT_1_TCP_ADDR}\n  db: {image: x}\n", true)]
    [InlineData("services:\n  web: {image: x, links: [db], command: ping db_1}\n  db: {image: x}\n", true)]
    [InlineData("services:\n  web: {image: x, links: [db], command: ping db_2}\n  db: {image: x}\n", false)]
    [InlineData("services:\n  web: {image: x, links: [db], command: wait $$DB_PORT_1_TCP_ADDR, networks: [a]}\n  db: {image: x, networks: [b]}\nnetworks: {a: , b: }\n", false)]
    [InlineData("services:\n  web: {image: x, links: [db], command: wait $$DB_PORT_1_TCP_PORT, networks: [a]}\n  db: {image: x, networks: [b]}\nnetworks: {a: , b: }\n", true)]
    [InlineData("services:\n  web: {image: x, links: [db], command: 'wait ${DB_PORT_1_TCP_ADDR}'}\n  db: {image: x}\n", false)]
    [InlineData("services:\n  web: {image: x, links: [db], command: wait $$DB_PORT}\n  db: {image: x, expose: [1]}\n", false)]
    [InlineData("services:\n  web: {image: x, links: [db], command: wait $$DB_ENV_A}\n  db: {image: x, environment: {A: b}}\n", false)]
    [InlineData("x-base: &base {image: x, links: [db], command: wait $$DB_PORT_1_TCP_ADDR}\nservices:\n  one: *base\n  two: {<<: *base}\n  db: {image: x}\n", false)]
    public void A_fix_is_safe_where_the_name_resolves_and_means_the_same(string text, bool isSafe) =>
        Assert.Equal(isSafe, Assert.Single(Assert.Single(Found(text)).Fixes).IsSafe);

    [Fact]
    public void A_fix_replaces_the_whole_expression()
    {
        const string Text = "services:\n  web: {image: x, links: ['mysql:db'], command: 'wait \"$${DB_PORT_3306_TCP}\"'}\n  mysql: {image: x}\n";
        var fix = Assert.Single(Assert.Single(Found(Text)).Fixes);
        Assert.Equal("Replace '$${DB_PORT_3306_TCP}' by 'tcp://db:3306'", fix.Title);
        Assert.Contains("'wait \"tcp://db:3306\"'", Edits.Apply(Text, fix), StringComparison.Ordinal);
        Assert.Empty(Found(Edits.Apply(Text, fix)));
    }

    [Fact]
    public void One_fix_replaces_all_that_can_be()
    {
        const string Text = "services:\n  web: {image: x, links: [db], command: 'wait $$DB_PORT_1_TCP_ADDR $$DB_PORT_1_TCP_PORT $$DB_NAME'}\n  db: {image: x}\n";
        var fix = Found(Text)[1].Fixes[1];
        Assert.Equal(LinkVariableFixes.AllTitle, fix.Title);
        Assert.True(fix.IsSafe);
        Assert.Contains("'wait db 1 $$DB_NAME'", Edits.Apply(Text, fix), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_default_holds_goes_with_the_variable()
    {
        const string Text = "services:\n  web: {image: x, links: [db], command: 'wait $${DB_PORT_1_TCP_ADDR:-db_1} $${DB_PORT_1_TCP_PORT:-DB_PORT} db_1'}\n  db: {image: x}\n";
        var found = Found(Text);
        Assert.Equal(3, found.Count);
        Assert.Contains("'wait db 1 db'", Edits.Apply(Text, found[0].Fixes[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_may_change_a_file_of_variables()
    {
        const string Text = "services:\n  web: {image: x, links: [db], env_file: web.env}\n  db: {image: x}\n";
        var found = Markers.Find(new MemoryFiles(("/shop/compose.yaml", Text), ("/shop/web.env", "HOST=db_1\n")).OpenAll("/shop/compose.yaml"), "/shop/compose.yaml");
        var edit = Assert.Single(Assert.Single(Assert.Single(found, finding => finding.Rule.Id == "link-environment-variable").Fixes).Edits);
        Assert.Equal(("/shop/web.env", "db"), (edit.Path, edit.Edit.NewText));
    }

    private static IReadOnlyList<Finding> Found(string text) => [.. Markers.Find(text).Where(finding => finding.Rule.Id == "link-environment-variable")];

    private static string Preferred(string text) => Assert.Single(Assert.Single(Found(text)).Fixes).Edits[0].Edit.NewText;
}
