using LspCompose.Analysis.Features.Completion;

namespace LspCompose.Analysis.Tests.Features.Completion;

/// <summary>Files and folders are offered one name at a time, from the folder the path starts in.</summary>
public sealed class FilePathCompletionTests
{
    private static readonly (string Path, string Text)[] Disk =
    [
        ("/p/.env", "SUB=conf\nHERE=/p/api\n"),
        ("/p/prod.env", ""),
        ("/p/notes.txt", ""),
        ("/p/.git/config", ""),
        ("/p/.hidden/x", ""),
        ("/p/node_modules/m/x", ""),
        ("/p/db.compose.yaml", "services:\n  db:\n    image: postgres\n"),
        ("/p/other.yml", "a: b\n"),
        ("/p/api/Dockerfile", "FROM a\n"),
        ("/p/api/debug.Dockerfile", "FROM a\n"),
        ("/p/api/main.go", ""),
        ("/p/conf/app.conf", ""),
        ("/p/conf/my file.conf", ""),
        ("/p/conf/pass$word.txt", ""),
        ("/p/conf/sub/deep.conf", ""),
        ("/home/me/keys/id.pem", ""),
        ("/up/x", ""),
    ];

    [Theory]

    // What the attribute takes comes first, what is hidden last.
    [InlineData("include:\n  - <|>\n", "db.compose.yaml other.yml api/ conf/")]
    [InlineData("include:\n  - path: <|>\n", "db.compose.yaml other.yml")]
    [InlineData("include:\n  - path: [<|>]\n", "db.compose.yaml other.yml")]
    [InlineData("include:\n  - path: a.yaml\n    env_file: <|>\n", ".env prod.env api/")]
    [InlineData("include:\n  - path: a.yaml\n    project_directory: <|>\n", "api/ conf/ .hidden/ ../")]
    [InlineData("services:\n  a:\n    env_file: <|>\n", ".env prod.env api/ conf/ db.compose.yaml notes.txt other.yml .hidden/ ../")]
    [InlineData("services:\n  a:\n    env_file:\n      - <|>\n", ".env prod.env")]
    [InlineData("services:\n  a:\n    env_file: [<|>]\n", ".env prod.env")]
    [InlineData("services:\n  a:\n    env_file:\n      - path: <|>\n", ".env prod.env")]
    [InlineData("services:\n  a:\n    extends:\n      file: <|>\n", "db.compose.yaml other.yml")]
    [InlineData("services:\n  a:\n    build: <|>\n", "api/ conf/ .hidden/ ../")]
    [InlineData("services:\n  a:\n    build:\n      context: <|>\n", "api/ conf/ .hidden/ ../")]
    [InlineData("services:\n  a:\n    build:\n      context: api\n      dockerfile: <|>\n", "debug.Dockerfile Dockerfile main.go ../")]
    [InlineData("services:\n  a:\n    build:\n      context: .\n      dockerfile: api/<|>\n", "debug.Dockerfile Dockerfile main.go")]
    [InlineData("services:\n  a:\n    build:\n      additional_contexts:\n        base: a<|>\n", "api/")]
    [InlineData("services:\n  a:\n    build:\n      additional_contexts:\n        - base=./c<|>\n", "conf/")]
    [InlineData("services:\n  a:\n    develop:\n      watch:\n        - path: co<|>\n", "conf/ db.compose.yaml")]
    [InlineData("services:\n  a:\n    label_file: no<|>\n", "node_modules/ notes.txt")]
    [InlineData("services:\n  a:\n    credential_spec:\n      file: no<|>\n", "node_modules/ notes.txt")]
    [InlineData("configs:\n  c:\n    file: conf/<|>\n", "app.conf my")]
    [InlineData("secrets:\n  s:\n    file: <|>\n", "notes.txt")]
    [InlineData("services:\n  a:\n    volumes:\n      - type: bind\n        source: conf/<|>\n", "sub/ app.conf")]

    // Whatever is typed already.
    [InlineData("services:\n  a:\n    volumes:\n      - ./<|>\n", "api/ conf/")]
    [InlineData("services:\n  a:\n    volumes:\n      - ./conf/<|>\n", "sub/ app.conf")]
    [InlineData("services:\n  a:\n    volumes:\n      - ./conf/<|>:/etc/x\n", "sub/ app.conf")]
    [InlineData("services:\n  a:\n    volumes:\n      - ~/<|>\n", "keys/")]
    [InlineData("services:\n  a:\n    volumes:\n      - /up/<|>\n", "x")]
    [InlineData("services:\n  a:\n    volumes:\n      - ${SUB}<|>\n", "")]
    [InlineData("services:\n  a:\n    volumes:\n      - ./${SUB}/<|>\n", "sub/ app.conf")]
    [InlineData("services:\n  a:\n    volumes:\n      - ${HERE}/<|>\n", "debug.Dockerfile Dockerfile main.go")]
    [InlineData("services:\n  a:\n    volumes:\n      - ${NONE:-./conf}/<|>\n", "sub/ app.conf")]
    [InlineData("services:\n  a:\n    volumes:\n      - ${NONE}/<|>\n", "")]
    [InlineData("services:\n  a:\n    build: ../<|>\n", "home/ p/ up/ ../")]
    [InlineData("services:\n  a:\n    build: .g<|>\n", ".git/")]
    [InlineData("services:\n  a:\n    build: node<|>\n", "node_modules/")]
    [InlineData("services:\n  a:\n    build: https://example.com/<|>\n", "")]
    [InlineData("services:\n  a:\n    build: \"a<|>\"\n", "api/")]
    [InlineData("services: {a: {env_file: pr<|>}}\n", "prod.env")]

    // In a broken file, and in the first format.
    [InlineData("services:\n  b:\n    image: \"x\n  a:\n    env_file: pr<|>\n  c: [\n", "prod.env")]
    [InlineData("a:\n  image: x\n  env_file: pr<|>\n", "prod.env")]
    public void A_path_goes_on_with(string marked, string first)
    {
        var offers = Open(marked);
        offers.AssertExact();
        Assert.True(first.Length == 0 ? offers.Labels.Length == 0 : $"{offers.Labels} ".StartsWith(first + " ", StringComparison.Ordinal), $"Offered: {offers.Labels}");
    }

    [Theory]
    [InlineData("services:\n  a:\n    build: a<|>\n", "api/", "services:\n  a:\n    build: api/\n")]
    [InlineData("services:\n  a:\n    build: ./a<|>\n", "api/", "services:\n  a:\n    build: ./api/\n")]
    [InlineData("services:\n  a:\n    build:<|>\n", "api/", "services:\n  a:\n    build: api/\n")]
    [InlineData("services:\n  a:\n    build: \"a<|>\n", "api/", "services:\n  a:\n    build: \"api/\n")]
    [InlineData("services:\n  a:\n    env_file: \"pr<|>\n", "prod.env", "services:\n  a:\n    env_file: \"prod.env\"\n")]
    [InlineData("services:\n  a:\n    volumes:\n      - c<|>\n", "conf/", "services:\n  a:\n    volumes:\n      - ./conf/\n")]
    [InlineData("services:\n  a:\n    volumes:\n      - .<|>\n", "./", "services:\n  a:\n    volumes:\n      - ./\n")]
    [InlineData("services:\n  a:\n    volumes:\n      - ./c<|>onf/app.conf:/x:ro\n", "conf/", "services:\n  a:\n    volumes:\n      - ./conf/app.conf:/x:ro\n")]
    [InlineData("services:\n  a:\n    volumes:\n      - ./conf/<|>nothing:/x:ro\n", "app.conf", "services:\n  a:\n    volumes:\n      - ./conf/app.conf:/x:ro\n")]
    [InlineData("services:\n  a:\n    env_file:\n      - ./one.env\n      - pr<|>\n", "prod.env", "services:\n  a:\n    env_file:\n      - ./one.env\n      - ./prod.env\n")]
    [InlineData("configs:\n  c:\n    file: conf/p<|>\n", "pass$word.txt", "configs:\n  c:\n    file: conf/pass$$word.txt\n")]
    [InlineData("configs:\n  c:\n    file: conf/m<|>\n", "my file.conf", "configs:\n  c:\n    file: conf/my file.conf\n")]
    [InlineData("services:\r\n  a:\r\n    # größer\r\n    build: a<|>\r\n", "api/", "services:\r\n  a:\r\n    # größer\r\n    build: api/\r\n")]
    public void Only_the_name_at_the_cursor_is_replaced(string marked, string label, string expected)
    {
        Assert.Equal(expected, Open(marked).Taken(label));
    }

    [Fact]
    public void Behind_the_colon_of_a_mount_nothing_of_the_host_is_offered()
    {
        Assert.DoesNotContain("etc/", Open("services:\n  a:\n    volumes:\n      - ./conf:/<|>\n").Labels.Split(' '));
    }

    [Fact]
    public void Windows_separators_are_kept()
    {
        var offers = Offers.In(CompletionClient.Plain, ("/p/compose.yaml", "services:\n  a:\n    build: .\\api\\<|>\n"), ("/p/api/web/x", ""));

        Assert.Equal("services:\n  a:\n    build: .\\api\\web\\\n", offers.Taken("web\\"));
    }

    [Fact]
    public void A_file_of_the_project_starts_where_Compose_starts()
    {
        (string Path, string Text)[] files =
        [
            ("/p/parts/web.yaml", "services:\n  web:\n    env_file: <|>\n"),
            ("/p/compose.yaml", "include:\n  - path: parts/web.yaml\n    project_directory: other\n"),
            ("/p/parts/here.env", ""),
            ("/p/other/there.env", ""),
        ];

        Assert.Equal("there.env", Offers.In(CompletionClient.Plain, files).Items[0].Label);
        Assert.Equal("here.env", Offers.In(CompletionClient.Plain, [files[0], ("/p/compose.yaml", "include:\n  - parts/web.yaml\n"), .. files[2..]]).Items[0].Label);
    }

    private static Offers Open(string marked) => Offers.In(CompletionClient.Plain, [("/p/compose.yaml", marked), .. Disk]);
}
