using LspCompose.Analysis.LinkEnvironment;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.LinkEnvironment;

public class LinkVariablesTests
{
    private const string Path = "/shop/compose.yaml";

    // What 'web' uses of its link 'db' to service 'postgres', each as "written -> replacement".
    [Theory]
    [InlineData("command: run $$DB_PORT_5432_TCP_ADDR", "$$DB_PORT_5432_TCP_ADDR -> db")]
    [InlineData("command: run $${DB_PORT_5432_TCP_PORT}", "$${DB_PORT_5432_TCP_PORT} -> 5432")]
    [InlineData("command: run $${DB_PORT_5432_TCP_PROTO}", "$${DB_PORT_5432_TCP_PROTO} -> tcp")]
    [InlineData("command: run $${DB_PORT_5432_TCP:-none}", "$${DB_PORT_5432_TCP:-none} -> tcp://db:5432")]
    [InlineData("command: run $${DB_PORT_53_UDP}", "$${DB_PORT_53_UDP} -> udp://db:53")]
    [InlineData("command: run $${DB_PORT}", "$${DB_PORT} -> tcp://db:5432")]
    [InlineData("command: run $${DB_NAME}", "$${DB_NAME} -> ")]
    [InlineData("command: run $${DB_PORT_80_TCP_START}", "$${DB_PORT_80_TCP_START} -> ")]
    [InlineData("command: run $${DB_ENV_POSTGRES_USER}", "$${DB_ENV_POSTGRES_USER} -> shop")]
    [InlineData("command: run $${DB_ENV_POSTGRES_PASSWORD}", "$${DB_ENV_POSTGRES_PASSWORD} -> ")]
    [InlineData("command: run $${DB_ENV_NOWHERE}", "$${DB_ENV_NOWHERE} -> ")]
    [InlineData("command: run $${DB_PORT_5432_TCP#tcp://}", "$${DB_PORT_5432_TCP#tcp://} -> ")]
    [InlineData("command: run $${DB_PORT_5432_TCP_ADDR:-$$FALLBACK}", "$${DB_PORT_5432_TCP_ADDR -> ")]
    [InlineData("command: run $${POSTGRES_1_PORT_5432_TCP_ADDR}", "$${POSTGRES_1_PORT_5432_TCP_ADDR} -> db")]
    [InlineData("command: run $${SHOP_POSTGRES_1_PORT_5432_TCP_ADDR}", "$${SHOP_POSTGRES_1_PORT_5432_TCP_ADDR} -> db")]
    [InlineData("command: render DB_PORT_5432_TCP_ADDR", "DB_PORT_5432_TCP_ADDR -> ")]
    [InlineData("command: render --keys DB_PORT,DB_NAME", "DB_PORT -> |DB_NAME -> ")]
    [InlineData("entrypoint: [sh, -c, 'nc $$DB_PORT_1_TCP_ADDR $$DB_PORT_1_TCP_PORT']", "$$DB_PORT_1_TCP_ADDR -> db|$$DB_PORT_1_TCP_PORT -> 1")]
    [InlineData("environment: [URL=x://$$DB_PORT_1_TCP_ADDR/]", "$$DB_PORT_1_TCP_ADDR -> db")]
    [InlineData("environment: {URL: \"x://$${DB_PORT_1_TCP_ADDR}/\"}", "$${DB_PORT_1_TCP_ADDR} -> db")]
    [InlineData("healthcheck: {test: nc $$DB_PORT_1_TCP_ADDR}", "$$DB_PORT_1_TCP_ADDR -> db")]
    [InlineData("labels: {target: $$DB_PORT_1_TCP}", "$$DB_PORT_1_TCP -> tcp://db:1")]
    [InlineData("labels: [target=$$DB_PORT_1_TCP]", "$$DB_PORT_1_TCP -> tcp://db:1")]
    [InlineData("command: [run, $$DB_PORT_5432_TCP_PORT]", "$$DB_PORT_5432_TCP_PORT -> \"5432\"")]
    [InlineData("command: ping postgres_1", "postgres_1 -> postgres")]
    [InlineData("command: ping postgres-1", "postgres-1 -> postgres")]
    [InlineData("command: ping shop_postgres_1", "shop_postgres_1 -> postgres")]
    [InlineData("command: ping shop-postgres-12", "shop-postgres-12 -> postgres")]
    [InlineData("command: ping store_postgres_1", "store_postgres_1 -> postgres")]
    [InlineData("environment: {URL: 'tcp://u:p@postgres_1:5432/x'}", "postgres_1 -> postgres")]
    [InlineData("environment: {DATABASE_HOST: postgres_1}", "postgres_1 -> postgres")]
    [InlineData("command: sh -c 'DB_PORT_1_TCP_ADDR=$${DB_PORT_1_TCP_ADDR:-x} run $$DB_PORT_1_TCP_ADDR'", "$${DB_PORT_1_TCP_ADDR:-x} -> db")]

    // Compose fills these in itself; a name nobody else would set can only have been meant for the link.
    [InlineData("command: run ${DB_PORT_5432_TCP_ADDR}", "${DB_PORT_5432_TCP_ADDR} -> db")]
    [InlineData("command: run $DB_PORT_5432_TCP_ADDR", "$DB_PORT_5432_TCP_ADDR -> db")]
    [InlineData("command: run ${DB_ENV_POSTGRES_USER}", "${DB_ENV_POSTGRES_USER} -> shop")]
    [InlineData("command: run ${DB_PORT_5432_TCP_ADDR:-other}", "")]
    [InlineData("command: run ${DB_PORT} ${DB_NAME}", "")]
    [InlineData("command: run ${DB_ENV_FILE}", "")]

    // No use of the link.
    [InlineData("command: run $$DB_PORT_RANGE $$DB_PORT_5432 $$DB_NAMES $$DB_ENVIRONMENT $$DB_ENV_", "")]
    [InlineData("command: run $$MY_DB_PORT $$MYDB_PORT_1_TCP $$db_PORT", "")]
    [InlineData("command: run $$CACHE_PORT_6379_TCP_ADDR cache_1", "")]
    [InlineData("command: run $$DB_PORT\n    environment: [DB_PORT=5432]", "")]
    [InlineData("command: run $$DB_PORT\n    environment: {DB_PORT: 5432}", "")]
    [InlineData("command: run $$DB_PORT\n    environment: [DB_PORT]", "")]
    [InlineData("environment: {DB_PORT_5432_TCP_ADDR: db}", "")]
    [InlineData("environment: [\"DB_PORT_5432_TCP_ADDR=${DB_PORT_5432_TCP_ADDR}\"]", "")]
    [InlineData("command: sh -c 'export DB_PORT=1; run $$DB_PORT'", "")]
    [InlineData("labels: [DB_PORT_5432_TCP_ADDR=x]", "")]
    [InlineData("command: run postgres_1a my.postgres_1 /data/postgres-1 postgres-1.jar $$postgres_1 postgres-01 xpostgres_1 postgres_1=x", "")]
    [InlineData("environment: {SCHEMA_NAME: postgres_1, POSTGRES_DB: postgres_1}", "")]
    [InlineData("command: ping cache_postgres_1", "")]
    public void A_consumer_uses_of_its_link(string attribute, string expected)
    {
        var uses = Uses(
            $"""
            services:
              web:
                image: x
                links: [postgres:db]
                {attribute}
              postgres:
                image: x
                expose: [9999, 5432/udp]
                ports: ["{"${HOST_PORT:-1}"}:5432", 8080:8080]
                environment: [POSTGRES_USER=shop, POSTGRES_PASSWORD=hunter2]
              cache: {"{}"}
              cache_postgres: {"{}"}
            """);
        Assert.Equal(expected, string.Join('|', uses.Select(use => $"{use.Written} -> {use.Replacement}")));
    }

    [Theory]
    [InlineData("expose: [80]", "tcp://db:80")]
    [InlineData("expose: [8000-8010/udp, '9000']", "udp://db:8000")]
    [InlineData("ports: [{target: 443, published: 1}]", "tcp://db:443")]
    [InlineData("ports: ['127.0.0.1:1:444']", "tcp://db:444")]
    [InlineData("ports: ['${PORT}']", null)]
    [InlineData("ports: ['80:${PORT:-80}']", null)]
    [InlineData("image: x", null)]
    public void The_default_port_is_the_lowest_the_file_exposes(string attribute, string? expected)
    {
        var use = Assert.Single(Uses($"db:\n  {attribute}\nweb:\n  image: x\n  links: [db]\n  command: run $$DB_PORT\n"));
        Assert.Equal(expected, use.Replacement);
        Assert.Equal(LinkVariableKind.DefaultUrl, use.Kind);
    }

    [Theory]
    [InlineData("A=10", "10")]
    [InlineData("A=a.b:80/c", "a.b:80/c")]
    [InlineData("A=two words", null)]
    [InlineData("A=true", null)]
    [InlineData("A=${OTHER}", null)]
    [InlineData("A=postgres://u:p@h", null)]
    [InlineData("A", null)]
    public void A_variable_of_the_target_is_copied_only_as_plain_text(string definition, string? expected) =>
        Assert.Equal(expected, Assert.Single(Uses($"db:\n  image: x\n  environment: ['{definition}']\nweb:\n  image: x\n  links: [db]\n  command: run $$DB_ENV_A\n")).Replacement);

    [Theory]
    [InlineData("A_PASSWORD")]
    [InlineData("SECRET")]
    [InlineData("API_TOKEN")]
    [InlineData("KEY_ID")]
    public void A_secret_is_never_copied(string name) =>
        Assert.Null(Assert.Single(Uses($"db:\n  image: x\n  environment: {{{name}: hunter2}}\nweb:\n  image: x\n  links: [db]\n  command: run $$DB_ENV_{name}\n")).Value);

    [Fact]
    public void In_the_first_format_a_numbered_host_becomes_the_alias() =>
        Assert.Equal("db", Assert.Single(Uses("mysql:\n  image: x\nweb:\n  image: x\n  links: ['mysql:db']\n  command: ping mysql_1\n")).Replacement);

    [Fact]
    public void A_name_of_a_service_is_no_number() =>
        Assert.Empty(Uses("services:\n  db: {image: x}\n  db_1: {image: x}\n  other: {image: x, container_name: db-1}\n  web:\n    image: x\n    links: [db]\n    command: ping db_1 db-1\n"));

    [Fact]
    public void Any_sign_but_letters_and_digits_becomes_an_underscore() =>
        Assert.Equal("my-db.x", Assert.Single(Uses("services:\n  db: {image: x}\n  web:\n    image: x\n    links: ['db:my-db.x']\n    command: ping $$MY_DB_X_PORT_1_TCP_ADDR\n")).Replacement);

    [Fact]
    public void Of_links_under_one_alias_the_last_one_counts() =>
        Assert.Equal("two", Assert.Single(Uses("services:\n  one: {image: x}\n  two: {image: x}\n  web:\n    image: x\n    links: ['one:db', 'two:db']\n    command: ping $$DB_PORT_1_TCP_ADDR\n")).Link.Target);

    [Fact]
    public void Spans_cover_the_expression_in_any_style()
    {
        var text = "services:\n  db: {image: x}\n  web:\n    image: x\n    links: [db]\n    command:\n      - \"\\tnc $${DB_PORT_1_TCP_ADDR}\"\n      - |\n        first\n        nc $$DB_PORT_1_TCP_PORT\n      - 'it''s $$DB_PORT_1_TCP'\n";
        Assert.Equal(["$${DB_PORT_1_TCP_ADDR}", "$$DB_PORT_1_TCP_PORT", "$$DB_PORT_1_TCP"], Uses(text).Select(use => text[use.Span.Start..use.Span.End]));
    }

    [Theory]
    [InlineData("env_file: app.env")]
    [InlineData("env_file: [app.env]")]
    [InlineData("env_file: ['${FILE:-app}.env']")]
    [InlineData("env_file: [{path: ./app.env, required: false}]")]
    public void Files_of_variables_are_read(string attribute)
    {
        const string Env = "# DB_PORT_1_TCP_ADDR\nHOST=db_1\nOTHER=${DB_PORT_1_TCP_ADDR}\nKEYS=\"DB_PORT_1_TCP\"\n";
        var uses = Uses($"services:\n  db: {{image: x}}\n  web:\n    image: x\n    links: [db]\n    {attribute}\n", ("/shop/app.env", Env));
        Assert.Equal(["db_1 -> db", "${DB_PORT_1_TCP_ADDR} -> db", "DB_PORT_1_TCP -> "], uses.Select(use => $"{Env[use.Span.Start..use.Span.End]} -> {use.Replacement}"));
        Assert.All(uses, use => Assert.Equal(("/shop/app.env", "env_file"), (use.Path, use.Where)));
    }

    [Theory]
    [InlineData("A=$DB_PORT\n", "services:\n  db: {image: x}\n  web:\n    image: x\n    links: [db]\n    env_file: [{path: app.env, format: raw}]\n", "$DB_PORT")]
    [InlineData("A='$DB_PORT'\n", "services:\n  db: {image: x}\n  web:\n    image: x\n    links: [db]\n    env_file: [app.env]\n", "$DB_PORT")]
    [InlineData("A=$DB_PORT\n", "db:\n  image: x\nweb:\n  image: x\n  links: [db]\n  env_file: app.env\n", "$DB_PORT")]
    [InlineData("A=$DB_PORT\n", "services:\n  db: {image: x}\n  web:\n    image: x\n    links: [db]\n    env_file: [app.env]\n", "")]
    [InlineData("DB_PORT=5432\n", "services:\n  db: {image: x}\n  web:\n    image: x\n    links: [db]\n    env_file: [app.env]\n    command: run $$DB_PORT\n", "")]
    public void A_file_of_variables_is_filled_in_or_not(string env, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Uses(text, ("/shop/app.env", env)).Select(use => use.Written)));

    [Fact]
    public void A_file_that_is_not_known_may_set_common_names_only() =>
        Assert.Equal(["DB_PORT_1_TCP"], Uses("services:\n  db: {image: x}\n  web:\n    image: x\n    links: [db]\n    env_file: lost.env\n    command: run $$DB_PORT $$DB_PORT_1_TCP\n").Select(use => use.Name));

    [Fact]
    public void What_the_project_sets_is_not_of_the_link()
    {
        const string Text = "services:\n  db: {image: x}\n  web:\n    image: x\n    links: [db]\n    command: run ${DB_PORT_1_TCP_ADDR} ${DB_PORT_1_TCP_PORT} $$DB_PORT_2_TCP\n";
        Assert.Equal(["DB_PORT_1_TCP_PORT", "DB_PORT_2_TCP"], Uses(Text, ("/shop/.env", "DB_PORT_1_TCP_ADDR=here\n")).Select(use => use.Name));
        Assert.Equal(["DB_PORT_1_TCP_ADDR", "DB_PORT_1_TCP_PORT"], Uses(Text, ("/shop/compose.override.yaml", "services:\n  web:\n    environment: {DB_PORT_2_TCP: x}\n")).Select(use => use.Name));
    }

    [Fact]
    public void Environment_that_is_merged_in_counts() => Assert.Equal(
        ["DB_PORT_2_TCP"],
        Uses("x-env: &env {DB_PORT_1_TCP: x, URL: $$DB_PORT_2_TCP}\nservices:\n  db: {image: x}\n  web:\n    image: x\n    links: [db]\n    command: run $$DB_PORT_1_TCP\n    environment: {<<: *env}\n").Select(use => use.Name));

    [Fact]
    public void Only_the_links_asked_for_are_looked_for()
    {
        var (workspace, file) = Open("services:\n  a: {image: x}\n  b: {image: x}\n  web:\n    image: x\n    links: [a, b]\n    command: run $$A_PORT_1_TCP $$B_PORT_1_TCP\n");
        var web = file.Model.Services[2];
        Assert.Equal("B_PORT_1_TCP", Assert.Single(LinkVariables.Of(workspace, file, web, [web.Links[1]])).Name);
    }

    private static IReadOnlyList<LinkVariableUse> Uses(string text, params (string Path, string Text)[] others)
    {
        var (workspace, file) = Open(text, others);
        return [.. file.Model.Services.SelectMany(service => LinkVariables.Of(workspace, file, service, service.Links))];
    }

    private static (Workspace Workspace, ComposeFile File) Open(string text, params (string Path, string Text)[] others)
    {
        var workspace = new MemoryFiles([(Path, text), .. others]).OpenAll(Path);
        Assert.True(workspace.TryGetFile(Path, out var file));
        return (workspace, file);
    }
}
