using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Rules;

public class UnreachableHostTests
{
    [Fact]
    public void A_host_on_no_common_network_is_marked_at_its_name() => Markers.Check(
        """
        services:
          web:
            image: web
            networks: [front]
            environment:
              DATABASE_URL: "postgres://me:p@ss@db:5432/app"
        #                                       ^^ unreachable-host Service 'web' cannot reach service 'db': 'web' is on network 'front', 'db' on networks 'back' and 'data'.
              REDIS_HOST: cache
        #                 ^^^^^ unreachable-host 'cache' on network 'back'
              JDBC: jdbc:postgresql://pg/app
        #                             ^^ unreachable-host 'pg' (service 'db')
              NODES: a:1, db:5432
        #                 ^^ unreachable-host
              DB: db
              OTHER_HOST: example.com
            command: [serve, --cache-host, cache, --db=db, "--server=db"]
        #                                  ^^^^^ unreachable-host
        #                                                            ^^ unreachable-host
            entrypoint: wait-for db:5432 -- redis-cli -h cache
        #                        ^^ unreachable-host
        #                                                ^^^^^ unreachable-host
            healthcheck:
              test: curl -f http://db:80/ || exit 1
        #                          ^^ unreachable-host
          db:
            image: postgres
            container_name: pg
            networks: [back, data]
          cache:
            image: redis
            networks: [back]
        networks:
          front:
          back:
          data:
        """);

    [Fact]
    public void Lists_and_files_of_other_shapes_are_read_too() => Markers.Check(
        """
        services:
          app:
            image: app
            environment:
              - BROKERS=kafka1:9092,kafka2:9092
        #                           ^^^^^^ unreachable-host
              - DB_HOST_NAME=${DB:-db}
        #                          ^^ unreachable-host on network 'default'
              - CACHE_SERVERS=one, db
        #                          ^^ unreachable-host
            networks: {back: {}}
          kafka1: {image: kafka, networks: [back]}
          kafka2: {image: kafka, networks: [bus]}
          db: {image: postgres}
        networks: {back: , bus: }
        """.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("\r\n#", "\n#", StringComparison.Ordinal));

    [Theory]
    [InlineData("environment: {IMAGE: 'db:5432', CHOICE: db, DB_NAME: db, DB_USER: db}")]
    [InlineData("environment: {VIRTUAL_HOST: db, ALLOWED_HOSTS: db, PUBLIC_URL: 'http://db:80', HOSTNAME: db, NO_PROXY: 'db,localhost', GHOST: db}")]
    [InlineData("environment: {A: 'redis:7', B: 'my-db:5432', C: 'db.example.com:5432', D: 'http://db.local/', E: 'x/db:5432', F: 'db:5432-alpine', G: 'postgres://db:1234@other/db'}")]
    [InlineData("environment: {DB_HOST: 'not db but', SENTENCE_URL: 'see db: it'}")]
    [InlineData("environment: {SOCKET_URL: 'unix://db/socket'}")]
    [InlineData("command: chown -R db:1234 /data")]
    [InlineData("command: serve --bind-address db --public-host=db")]
    [InlineData("command: [curl, -u, 'db:1234', example.com]")]
    [InlineData("command: echo db")]
    [InlineData("command: [docker run db:5432]")]
    [InlineData("environment: {DB_HOST: db}\n    links: [db]")]
    [InlineData("environment: {DB_HOST: db}\n    extra_hosts: ['db:10.0.0.1']")]
    [InlineData("environment: {DB_HOST: db}\n    external_links: ['other:db']")]
    [InlineData("environment: {DB_HOST: db}\n    dns: 10.0.0.1")]
    [InlineData("environment: {DB_HOST: web}")]
    public void What_is_not_certain_is_not(string attribute) =>
        Assert.DoesNotContain(Markers.Find($"services:\n  web:\n    image: x\n    networks: [front]\n    {attribute}\n  db:\n    image: y\n    networks: [back]\nnetworks:\n  front:\n  back:\n"), IsUnreachable);

    [Theory]
    [InlineData("networks: [back]", "")]
    [InlineData("networks: [same]", "  same: {name: lan}\n")]
    [InlineData("networks: ['$N']", "")]
    [InlineData("network_mode: host", "")]
    [InlineData("network_mode: service:db", "")]
    [InlineData("network_mode: service:friend", "")]
    [InlineData("networks: {front: {aliases: [db]}}", "")]
    public void Who_may_reach_it_is_not_blamed(string network, string declared) => Assert.DoesNotContain(
        Markers.Find($"services:\n  web:\n    image: x\n    {network}\n    environment: {{DB_HOST: db}}\n  db:\n    image: y\n    networks: [back]\n  friend: {{image: z, networks: [back]}}\nnetworks:\n  front:\n  back: {{name: lan}}\n{declared}"), IsUnreachable);

    [Theory]
    [InlineData("network_mode: host")]
    [InlineData("network_mode: service:friend")]
    public void What_no_network_knows_is_not_looked_for(string network) => Assert.DoesNotContain(
        Markers.Find($"services:\n  web:\n    image: x\n    environment: {{DB_HOST: db}}\n  db:\n    image: y\n    {network}\n  friend: {{image: z, networks: [back]}}\nnetworks:\n  back:\n"), IsUnreachable);

    [Fact]
    public void A_name_somebody_else_answers_to_is_reached() => Assert.DoesNotContain(
        Markers.Find("services:\n  web: {image: x, networks: [front], environment: {DB_HOST: db}}\n  db: {image: y, networks: [back]}\n  proxy: {image: z, networks: {front: {aliases: [DB]}, back: }}\nnetworks:\n  front:\n  back:\n"), IsUnreachable);

    [Fact]
    public void Variables_for_all_need_not_concern_each() => Assert.DoesNotContain(
        Markers.Find("x-env: &env\n  DB_HOST: db\nservices:\n  web: {image: x, networks: [front], environment: *env}\n  db: {image: y, networks: [back]}\nnetworks:\n  front:\n  back:\n"), IsUnreachable);

    [Fact]
    public void Who_shares_a_network_stack_shares_its_networks() => Assert.Contains(
        Markers.Find("services:\n  web: {image: x, network_mode: 'service:vpn', environment: {DB_HOST: db}}\n  vpn: {image: v, networks: [front]}\n  db: {image: y, networks: [back]}\nnetworks:\n  front:\n  back:\n"), IsUnreachable);

    [Fact]
    public void An_override_file_counts_and_is_blamed_for_what_is_in_it()
    {
        const string main = "services:\n  web: {image: x, networks: [front], environment: {A_HOST: db}}\n  db: {image: y, networks: [back]}\n  bus: {image: y, networks: [back]}\nnetworks:\n  front:\n  back:\n";
        Assert.Equal("", Found("services:\n  db: {networks: [front]}\n  bus: {image: z}\n", "/p/compose.yaml"));
        Assert.Equal("db", Found("services:\n  web: {environment: {B_HOST: bus}}\n", "/p/compose.yaml"));
        Assert.Equal("bus", Found("services:\n  web: {environment: {B_HOST: bus}}\n", "/p/compose.override.yaml"));

        string Found(string over, string path)
        {
            var workspace = new MemoryFiles(("/p/compose.yaml", main), ("/p/compose.override.yaml", over)).OpenAll("/p/compose.yaml", "/p/compose.override.yaml");
            return string.Join(' ', Markers.Find(workspace, path).Where(IsUnreachable).Select(finding => workspace.FindComposeFile(path)?.Text.ToString(finding.Span)));
        }
    }

    [Theory]
    [InlineData("networks: [front]", "networks: [front, back]")]
    [InlineData("networks:\n      - front # the world", "networks:\n      - front # the world\n      - back")]
    [InlineData("networks:\r\n    - front\r\n", "networks:\r\n    - front\r\n    - back\r\n")]
    public void The_fix_connects_the_service(string before, string after)
    {
        var text = $"services:\n  web:\n    image: x\n    environment: {{DB_HOST: db}}\n    {before}\n  db:\n    image: y\n    networks: [back]\nnetworks:\n  front:\n  back:\n";
        if (before.Contains('\r'))
        {
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        }

        var fix = Assert.Single(Assert.Single(Markers.Find(text)).Fixes);
        Assert.Equal(("Connect 'web' to network 'back'", false), (fix.Title, fix.IsSafe));
        var fixedText = Edits.Apply(text, fix);
        Assert.Equal(text.Replace(before, after, StringComparison.Ordinal), fixedText);
        Assert.Empty(Markers.Find(fixedText));
    }

    [Fact]
    public void Without_a_list_of_its_own_there_is_no_fix() => Assert.Empty(Assert.Single(
        Markers.Find("services:\n  web: {image: x, environment: {DB_HOST: db}}\n  db: {image: y, networks: [back]}\nnetworks:\n  back:\n")).Fixes);

    private static bool IsUnreachable(Findings.Finding finding) => finding.Rule.Id == "unreachable-host";
}
