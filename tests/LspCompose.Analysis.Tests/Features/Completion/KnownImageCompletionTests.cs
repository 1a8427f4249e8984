using LspCompose.Analysis.Features.Completion;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Features.Completion;

/// <summary>What is known about an image helps wherever its service is written.</summary>
public sealed class KnownImageCompletionTests
{
    private const string Db = "services:\n  db:\n    image: postgres:17\n";

    [Theory]

    // Images used elsewhere first, then those everybody knows; behind a name its tags.
    [InlineData("services:\n  a:\n    image: <|>\n  b:\n    image: acme/api:1\n  c:\n    image: redis:6\n  d:\n    image: redis:6\n", "redis:6 acme/api:1 postgres redis")]
    [InlineData("services:\n  a:\n    image: postg<|>\n", "postgres")]
    [InlineData("services:\n  a:\n    image: postgres:<|>\n  b:\n    image: postgres:12.3\n", "12.3 17 17-alpine")]
    [InlineData("services:\n  a:\n    image: postgres:17-<|>\n", "17-alpine")]
    [InlineData("services:\n  a:\n    image: docker.io/library/postgres:<|>\n", "17 17-alpine")]
    [InlineData("services:\n  a:\n    image: acme/api:<|>\n  b:\n    image: acme/api:1\n  c:\n    image: acme/api:2\n  d:\n    image: acme/api:2\n", "2 1")]
    [InlineData("services:\n  a:\n    image: acme/unknown:<|>\n", "")]
    [InlineData("services:\n  a:\n    image: postgres@<|>\n", "")]
    [InlineData("services: {a: {image: \"postgres:1<|>\"}}\n", "17 17-alpine 18")]
    [InlineData("services:\n  b:\n    image: \"x\n  a:\n    image: valk<|>\n  c: [\n", "valkey/valkey")]

    // Ports.
    [InlineData(Db + "    ports:\n      - <|>\n", "5432:5432 127.0.0.1:5432:5432 5432 target")]
    [InlineData(Db + "    ports:\n      - \"<|>\"\n", "5432:5432 127.0.0.1:5432:5432 5432")]
    [InlineData(Db + "    ports: [<|>]\n", "5432:5432")]
    [InlineData(Db + "    ports:\n      - \"15432:<|>\"\n", "15432:5432")]
    [InlineData(Db + "    ports:\n      - 127.0.0.1:<|>\n", "127.0.0.1:5432:5432")]
    [InlineData(Db + "    ports:\n      - target: <|>\n", "5432")]
    [InlineData(Db + "    ports:\n      - target: 5432\n        published: <|>\n", "5432")]
    [InlineData(Db + "    ports:\n      - <|>\n  other:\n    image: x\n    ports: [\"5432:80\"]\n", "5433:5432")]
    [InlineData(Db + "    expose:\n      - <|>\n", "5432")]
    [InlineData("services:\n  a:\n    image: acme/api\n    ports:\n      - <|>\n", "8080:8080 80:80 443:443")]
    [InlineData("services:\n  a:\n    image: caddy\n    ports:\n      - 443:<|>\n", "443:80 443:443 443:443/udp")]

    // Paths in the container.
    [InlineData(Db + "    volumes:\n      - data:<|>\n", "/var/lib/postgresql/data /docker-entrypoint-initdb.d")]
    [InlineData(Db + "    volumes:\n      - data:/var/lib/<|>:ro\n", "/var/lib/postgresql/data")]
    [InlineData(Db + "    volumes:\n      - ./init:<|>\n", "/docker-entrypoint-initdb.d /var/lib/postgresql/data")]
    [InlineData(Db + "    volumes:\n      - data:/x:<|>\n", "ro rw z Z nocopy")]
    [InlineData(Db + "    volumes:\n      - data:/x:z,<|>\n", "ro rw z Z nocopy")]
    [InlineData(Db + "    volumes:\n      - type: volume\n        target: <|>\n", "/var/lib/postgresql/data")]
    [InlineData("services:\n  db:\n    image: postgres:18-alpine\n    volumes:\n      - data:<|>\n", "/var/lib/postgresql /docker")]

    // Variables, health checks, users.
    [InlineData(Db + "    environment:\n      <|>\n", "POSTGRES_PASSWORD POSTGRES_USER POSTGRES_DB")]
    [InlineData(Db + "    environment:\n      POSTGRES_USER: <|>\n", "postgres")]
    [InlineData(Db + "    environment:\n      POSTGRES_PASSWORD: <|>\n", "${POSTGRES_PASSWORD:?Set POSTGRES_PASSWORD in .env}")]
    [InlineData(Db + "    environment:\n      - POSTGRES_D<|>\n", "POSTGRES_DB")]
    [InlineData(Db + "    environment:\n      - POSTGRES_USER=<|>\n", "postgres")]
    [InlineData(Db + "    build:\n      args:\n        <|>\n", "")]
    [InlineData(Db + "    user: <|>\n", "postgres 1000:1000")]
    [InlineData(Db + "    healthcheck:\n      test: pg<|>\n", "pg_isready")]
    [InlineData("services:\n  a:\n    image: ${IMAGE:-mariadb}:11\n    healthcheck:\n      test: <|>\n", "healthcheck.sh --connect")]
    [InlineData("services:\n  a:\n    image: ghcr.io/acme/postgres-plus:1\n    environment:\n      <|>\n", "POSTGRES_PASSWORD")]
    [InlineData("x-db: &db\n  image: redis\n  ports:\n    - <|>\nservices:\n  a: *db\n", "6379:6379")]
    public void An_image_is_known(string marked, string first)
    {
        var offers = Offers.At(marked);
        offers.AssertExact();
        Assert.True(first.Length == 0 ? offers.Labels.Length == 0 : offers.Labels.StartsWith(first, StringComparison.Ordinal), $"Offered: {offers.Labels}");
    }

    [Theory]
    [InlineData("services:\n  a:\n    image: postg<|>\n", "postgres", "services:\n  a:\n    image: postgres:17\n")]
    [InlineData("services:\n  a:\n    image: post<|>:16\n", "postgres", "services:\n  a:\n    image: postgres:16\n")]
    [InlineData("services:\n  a:\n    image: postgres:1<|>6 # old\n", "18", "services:\n  a:\n    image: postgres:18 # old\n")]
    [InlineData(Db + "    ports:\n      - <|>\n", "5432:5432", Db + "    ports:\n      - \"5432:5432\"\n")]
    [InlineData(Db + "    ports:\n      - \"54<|>\"\n", "5432:5432", Db + "    ports:\n      - \"5432:5432\"\n")]
    [InlineData(Db + "    environment:\n      - POSTGRES_U<|>\n", "POSTGRES_USER", Db + "    environment:\n      - POSTGRES_USER=postgres\n")]
    [InlineData(Db + "    environment:\n      - POSTGRES_U<|>=me\n", "POSTGRES_USER", Db + "    environment:\n      - POSTGRES_USER=me\n")]
    [InlineData(Db + "    volumes:\n      - data:/v<|>/x:ro\n", "/var/lib/postgresql/data", Db + "    volumes:\n      - data:/var/lib/postgresql/data:ro\n")]
    [InlineData(Db + "    volumes:\n      - data:/x:r<|>\n", "ro", Db + "    volumes:\n      - data:/x:ro\n")]
    [InlineData(Db + "    volumes:\n      - <|>\n", "db-data:/var/lib/postgresql/data", Db + "    volumes:\n      - db-data:/var/lib/postgresql/data\nvolumes:\n  db-data:\n")]
    [InlineData(Db + "    volumes:\n      - <|>\nvolumes:\n  pg:\n", "pg", Db + "    volumes:\n      - pg:/var/lib/postgresql/data\nvolumes:\n  pg:\n")]
    [InlineData(Db + "    volumes:\n      - <|>\nvolumes: {pg: {}}\n", "db-data:/var/lib/postgresql/data", Db + "    volumes:\n      - db-data:/var/lib/postgresql/data\nvolumes: {pg: {}, db-data: {}}\n")]
    [InlineData("volumes:\n  pg:\n" + Db + "    volumes: [<|>]\n", "db-data:/var/lib/postgresql/data", "volumes:\n  pg:\n  db-data:\n" + Db + "    volumes: [db-data:/var/lib/postgresql/data]\n")]
    public void An_offer_fits_what_is_typed_already(string marked, string label, string expected) => Assert.Equal(expected, Offers.At(marked).Taken(label));

    [Fact]
    public void Images_of_the_workspace_tell_how_often_they_are_used()
    {
        var files = new MemoryFiles(("/a/compose.yaml", "services:\n  a:\n    image: \n"), ("/b/compose.yaml", "services:\n  b:\n    image: acme/api:3\n  c:\n    image: acme/api:3\n"));
        var items = Analysis.Features.Completion.Completion.At(files.Open("/a/compose.yaml", "/b/compose.yaml"), "/a/compose.yaml", 26, CompletionClient.Plain, new HostAnswers());

        Assert.Equal(("acme/api:3", "used 2 times"), (items[0].Label, items[0].Detail));
    }

    [Fact]
    public void An_image_may_stand_in_another_file_of_the_project()
    {
        Assert.StartsWith("6379:6379", Offers.In(CompletionClient.Plain, ("/p/compose.override.yaml", "services:\n  a:\n    ports:\n      - <|>\n"), ("/p/compose.yaml", "services:\n  a:\n    image: redis\n")).Labels, StringComparison.Ordinal);
    }

    [Fact]
    public void An_editor_with_snippets_chooses_among_tags() =>
        Assert.StartsWith("postgres:${1|17,17-alpine,", Offers.At("services:\n  a:\n    image: postg<|>\n", Offers.Snippets).Item("postgres").InsertText, StringComparison.Ordinal);
}
