namespace LspCompose.Analysis.Tests.Features.Hovers;

public class DefinitionsTests
{
    private const string Main = """
        include: [mail.yaml]
        services:
          web:
            build: ./web
            depends_on: {db: {condition: service_healthy}, mail: {condition: service_started}}
            networks: [front]
            ports: ["8080:80"]
            profiles: [dev]
            volumes: [data:/data]
            secrets: [key]
          db: &db
            image: postgres
            networks: {front: {aliases: [store]}}
          copy: *db
        networks: {front: {driver: bridge}}
        volumes: {data: {}}
        secrets: {key: {file: ./key.txt}}
        x-empty: *nothing

        """;

    private static readonly (string, string)[] Others = [("/p/compose.override.yaml", "services:\n  web:\n    networks: [default]\n"), ("/p/mail.yaml", "services:\n  mail:\n    image: mail\n")];

    [Fact]
    public void A_service_is_summed_up_with_all_its_places() => Assert.Equal(
        """
        **Service** `web` (`compose.yaml:3`, `compose.override.yaml:2`)

        - build: `/p/web`
        - networks: `front`, `default`
        - ports: `8080:80`
        - depends on: `db` (healthy), `mail`
        - profiles: `dev`
        """,
        At("w|eb:").Markdown);

    [Theory]
    [InlineData("depends_on: {d|b", "db", "**Service** `db` (`compose.yaml:11`)\n\n- image: `postgres`\n- networks: `front`\n- used by: `web`")]
    [InlineData("mai|l: {cond", "mail", "**Service** `mail` (`mail.yaml:2`)")]
    [InlineData("[fr|ont]", "front", "**Network** `front` (`compose.yaml:15`)")]
    [InlineData("[dat|a:/data]", "data:/data", "**Volume** `data` (`compose.yaml:16`)\n\nUsed by `web`.")]
    [InlineData("[ke|y]", "key", "**Secret** `key` (`compose.yaml:17`)\n\nUsed by `web`.")]
    [InlineData("[de|v]", "dev", "**Profile** `dev`: switches on `web`")]
    [InlineData("sto|re", "store", "**Name** `store`: stands for service `db` (`compose.yaml:13`)")]
    [InlineData("*d|b", "*db", "**Anchor** `db`, from `compose.yaml:11`\n\n```yaml\nimage: postgres\nnetworks: {front: {aliases: [store]}}\n```")]
    [InlineData("&d|b", "&db", "**Anchor** `db`, used 1 time")]
    [InlineData("*noth|ing", "*nothing", "there is no anchor `&nothing` above it")]
    public void A_name_shows_what_is_behind_it(string marked, string about, string words)
    {
        var hover = At(marked);
        Assert.Equal(about, hover.About);
        Assert.Contains(words, hover.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_format_has_summaries_too() => Assert.Contains(
        "**Service** `db` (`compose.yaml:4`)\n\n- image: `y`\n- used by: `web`",
        Hovered.Text("web:\n  image: x\n  links: [db]\nd<|>b:\n  image: y\n"),
        StringComparison.Ordinal);

    [Fact]
    public void A_broken_file_has_summaries_too() => Assert.Contains(
        "**Service** `db` (`compose.yaml:5`)",
        Hovered.Text("services:\n  web:\n    command: [a\n    depends_on: [d<|>b]\n  db:\n    image: y\n"),
        StringComparison.Ordinal);

    [Fact]
    public void An_anchor_hides_secrets() => Assert.DoesNotContain(
        "hunter2",
        Hovered.Text("x-env: &env\n  DB_PASSWORD: hunter2\n  URL: http://a:hunter2@b\nservices:\n  web:\n    image: x\n    environment: *e<|>nv\n"),
        StringComparison.Ordinal);

    private static (string? About, string? Markdown) At(string marked)
    {
        var word = marked.Replace("|", "", StringComparison.Ordinal);
        return Hovered.At(Main.Replace(word, marked.Replace("|", "<|>", StringComparison.Ordinal), StringComparison.Ordinal), Others);
    }
}
