using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Tests.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Refactorings;

public sealed class FileMoveTests
{
    private const string Path = "/app/compose.yaml";

    [Fact]
    public void A_service_moves_to_an_included_file() => Check(
        """
        name: shop
        services:
          # the shop
          web:
            image: nginx
            depends_on: [db]

          # what it sells
          <|>db:
            image: postgres # pinned soon
            volumes: [data:/var/lib/postgresql, ./init:/init]
            networks: [back]
        volumes: {data: }
        networks: {back: }

        """,
        "Move 'db' to 'db.compose.yaml' and include it",
        """
        name: shop
        include:
          - db.compose.yaml

        services:
          # the shop
          web:
            image: nginx
            depends_on: [db]
        volumes: {data: }
        networks: {back: }

        """,
        ("/app/db.compose.yaml",
        """
        services:
          # what it sells
          db:
            image: postgres # pinned soon
            volumes: [data:/var/lib/postgresql, ./init:/init]
            networks: [back]

        """));

    [Fact]
    public void An_include_there_is_gets_one_more() => Check(
        "include:\n  - other.yaml\nservices:\n  web: {image: x}\n  d<|>b: {image: y}",
        "Move 'db' to 'db.compose.yaml' and include it",
        "include:\n  - other.yaml\n  - db.compose.yaml\nservices:\n  web: {image: x}",
        ("/app/db.compose.yaml", "services:\n  db: {image: y}\n"));

    [Theory]
    [InlineData("services:\n  web: {image: x}\n  d<|>b: {extends: web}\n")]
    [InlineData("services:\n  web: {extends: db}\n  d<|>b: {image: x}\n")]
    [InlineData("services:\n  web: &w {image: x}\n  d<|>b:\n    <<: *w\n")]
    [InlineData("services:\n  d<|>b: {image: x}\n")]
    public void What_needs_the_rest_of_the_file_stays(string text) => Assert.DoesNotContain(Refactored.Titles(text), title => title.StartsWith("Move", StringComparison.Ordinal));

    [Theory]
    [InlineData("      DB_PASSWORD: <|>s3cret # c\n", "      DB_PASSWORD: \"${DB_PASSWORD:?}\" # c\n", "DB_PASSWORD=s3cret\n")]
    [InlineData("      - DB_PASSWORD=<|>it is\n", "      - \"DB_PASSWORD=${DB_PASSWORD:?}\"\n", "DB_PASSWORD='it is'\n")]
    public void A_secret_value_moves_to_the_variables_file(string before, string after, string variables) => Check(
        $"services:\n  web:\n    image: x\n    environment:\n{before}",
        "Move the value of 'DB_PASSWORD' to '.env'",
        $"services:\n  web:\n    image: x\n    environment:\n{after}",
        ("/app/.env", variables));

    [Fact]
    public void A_variables_file_there_is_gets_one_more_line_unless_it_knows_the_name()
    {
        const string text = "services:\n  web:\n    image: x\n    environment:\n      DB_PASSWORD: <|>s3cret\n";
        var (read, span) = Refactored.Read(text);
        var workspace = new MemoryFiles((Path, read), ("/app/.env", "A=b")).OpenAll(Path);
        var fix = Refactored.Find(Refactored.Offered(workspace, Path, span), "Move the value of 'DB_PASSWORD' to '.env'");
        Assert.False(fix.CreatesFile);
        Assert.Equal(new TextEdit(new TextSpan(3, 3), "\nDB_PASSWORD=s3cret\n"), Assert.Single(fix.Edits, edit => edit.Path == "/app/.env").Edit);

        workspace = new MemoryFiles((Path, read), ("/app/.env", "DB_PASSWORD=other\n")).OpenAll(Path);
        Assert.DoesNotContain(Refactored.Offered(workspace, Path, span), offered => offered.Title.EndsWith("'.env'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_the_image_reads_from_a_file_moves_to_a_secret() => Check(
        "services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD: <|>s3cret\n",
        "Move the value of 'POSTGRES_PASSWORD' to a secret",
        "services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password\n    secrets:\n      - postgres_password\n\nsecrets:\n  postgres_password:\n    file: ./secrets/postgres_password.txt\n",
        ("/app/secrets/postgres_password.txt", "s3cret"));

    [Theory]
    [InlineData("PASSWORD: <|>${PASSWORD}")]
    [InlineData("LANG: <|>de")]
    [InlineData("DB_PASSWORD_FILE: <|>/run/secrets/x")]
    public void What_is_no_secret_in_the_file_stays(string line) => Assert.DoesNotContain(Refactored.Titles($"services:\n  web:\n    image: x\n    environment:\n      {line}\n"), title => title.StartsWith("Move", StringComparison.Ordinal));

    [Fact]
    public void A_file_is_brought_up_to_date() => Assert.Equal(
        "services:\n  web:\n    image: x\nnetworks:\n  out:\n    external: true\n    name: real\n",
        Refactored.Apply("version: '3'\nservices:\n  w<|>eb:\n    image: x\nnetworks:\n  out:\n    external:\n      name: real\n", "Convert this file to current conventions"));

    [Theory]
    [InlineData("secrets: [<|>key]", "Declare secret 'key' with file './key.txt'", "\nsecrets:\n  key:\n    file: ./key.txt\n")]
    [InlineData("configs: [<|>app.conf]", "Declare config 'app.conf' with file './app.conf'", "\nconfigs:\n  app.conf:\n    file: ./app.conf\n")]
    [InlineData("networks: [<|>back]", "Declare network 'back'", "\nnetworks:\n  back:\n")]
    public void A_name_that_nothing_declares_is_declared(string line, string title, string added)
    {
        var (text, span) = Refactored.Read($"services:\n  web:\n    image: x\n    {line}\n");
        var actions = Analysis.Features.CodeActions.At(Refactored.Open(text), Markers.Path, span, kind => kind == FixKind.QuickFix, TestContext.Current.CancellationToken);
        Assert.Equal(text + added, Edits.Apply(text, Assert.Single(actions, action => action.Fix.Title == title).Fix));
    }

    private static void Check(string marked, string title, string after, (string Path, string Text) made)
    {
        var (text, span) = Refactored.Read(marked);
        var workspace = new MemoryFiles((Path, text), ("/app/other.yaml", "services: {o: {image: o}}\n")).OpenAll(Path);
        var fix = Refactored.Find(Refactored.Offered(workspace, Path, span), title);
        Assert.True(fix.CreatesFile);
        Assert.Equal(after, SourceText.From(text).With(fix.Edits.Where(edit => edit.Path == Path).Select(edit => edit.Edit)).Content);
        var created = Assert.Single(fix.Edits, edit => edit.Path != Path);
        Assert.Equal((made.Path, made.Text, true), (created.Path, created.Edit.NewText, created.CreatesFile));
    }
}
