using LspCompose.Analysis.Features;
using LspCompose.Analysis.Tests.Projects;
using LspCompose.Analysis.Values;

namespace LspCompose.Analysis.Tests.Features;

/// <summary>Paths follow the files they lead to.</summary>
public class RenamedPathsTests
{
    private const string Compose = "/w/p/compose.yaml";

    [Theory]
    [InlineData("include: [parts/a.yaml]\n", "/w/p/parts/a.yaml", "/w/p/b.yaml", "include: [b.yaml]\n")]
    [InlineData("include:\n  - path: ['./parts/a.yaml', c.yaml]\n", "/w/p/parts", "/w/p/more", "include:\n  - path: ['./more/a.yaml', c.yaml]\n")]
    [InlineData("services:\n  a: {extends: {file: \"base.yaml\", service: b}}\n", "/w/p/base.yaml", "/w/shared/it's.yaml", "services:\n  a: {extends: {file: \"../shared/it's.yaml\", service: b}}\n")]
    [InlineData("services:\n  a: {env_file: 'a.env'}\n", "/w/p/a.env", "/w/p/it's.env", "services:\n  a: {env_file: 'it''s.env'}\n")]
    [InlineData("services:\n  a:\n    env_file:\n      - ./a.env\n      - path: ./b.env\n    label_file: a.env\n", "/w/p/a.env", "/w/p/conf/a.env", "services:\n  a:\n    env_file:\n      - ./conf/a.env\n      - path: ./b.env\n    label_file: conf/a.env\n")]
    [InlineData("services:\n  a:\n    build: ./web/\n", "/w/p/web", "/w/p/app", "services:\n  a:\n    build: ./app/\n")]
    [InlineData("services:\n  a:\n    build: {context: web, dockerfile: Dockerfile.dev}\n", "/w/p/web/Dockerfile.dev", "/w/p/docker/dev.Dockerfile", "services:\n  a:\n    build: {context: web, dockerfile: ../docker/dev.Dockerfile}\n")]
    [InlineData("services:\n  a:\n    build: {context: web, dockerfile: Dockerfile.dev}\n", "/w/p/web", "/w/p/app", "services:\n  a:\n    build: {context: app, dockerfile: Dockerfile.dev}\n")]
    [InlineData("services:\n  a:\n    volumes: ['../data:/data:ro', data:/x]\n", "/w/data", "/w/p/data", "services:\n  a:\n    volumes: ['./data:/data:ro', data:/x]\n")]
    [InlineData("services:\n  a:\n    volumes:\n      - /w/p/x:/x\n      - {type: bind, source: ./x, target: /y}\n", "/w/p/x", "/w/y", "services:\n  a:\n    volumes:\n      - /w/y:/x\n      - {type: bind, source: ../y, target: /y}\n")]
    [InlineData("secrets:\n  s: {file: ~/s.txt}\nconfigs:\n  c: {file: ./c}\n", "/home/me/s.txt", "/home/me/t.txt", "secrets:\n  s: {file: ~/t.txt}\nconfigs:\n  c: {file: ./c}\n")]
    [InlineData("services:\n  a: {env_file: a.env}\n", "/w/p/a.env", "/w/p/a [b].env", "services:\n  a: {env_file: \"a [b].env\"}\n")]
    [InlineData("a:\r\n  build: é\r\n  volumes: [./é:/x]\r\n", "/w/p/é", "/w/p/ü", "a:\r\n  build: ü\r\n  volumes: [./ü:/x]\r\n")]
    [InlineData("services:\n  a:\n    env_file: a.env\n    ports: [\n  b:\n    env_file: a.env\n    dep\n", "/w/p/a.env", "/w/p/b.env", "services:\n  a:\n    env_file: b.env\n    ports: [\n  b:\n    env_file: b.env\n    dep\n")]
    public void A_path_follows_its_file(string text, string from, string to, string expected) => Assert.Equal(expected, After((Compose, text), from, to));

    [Theory]
    [InlineData("services:\n  a: {env_file: $DIR/a.env, build: https://example.com/a.env}\n", "/w/p/a.env", "/w/p/b.env")]
    [InlineData("services:\n  a: {env_file: ab.env, command: a.env, image: a.env}\n", "/w/p/a.env", "/w/p/b.env")]
    [InlineData("services:\n  a: {env_file: ./a.env, build: .}\n", "/w", "/v")]
    public void What_leads_elsewhere_stays(string text, string from, string to) => Assert.Equal(text, After((Compose, text), from, to));

    [Fact]
    public void A_Compose_file_that_moves_takes_its_paths_along() => Assert.Equal(
        "include: [../x.yaml]\nservices:\n  a:\n    build: {context: .., dockerfile: d}\n    env_file: [../../a.env, deploy.env]\n    volumes: [./v:/v]\n",
        After(
            (Compose, "include: [x.yaml]\nservices:\n  a:\n    build: {context: ., dockerfile: d}\n    env_file: [../a.env, deploy/deploy.env]\n    volumes: [./deploy/v:/v]\n"),
            Compose,
            "/w/p/deploy/compose.yaml"));

    [Fact]
    public void Every_file_of_the_project_is_looked_at()
    {
        var workspace = new MemoryFiles((Compose, "include: [parts/a.yaml]\n"), ("/w/p/parts/a.yaml", "services:\n  a: {image: x, env_file: a.env}\n"), ("/w/p/parts/a.env", "A=b\n")).OpenAll(Compose);
        var edit = Assert.Single(RenamedPaths.Edits(workspace, [new FileRename("/w/p/parts/a.env", "/w/p/b.env")], TestContext.Current.CancellationToken));
        Assert.Equal(("/w/p/parts/a.yaml", "../b.env"), (edit.Path, edit.Edit.NewText));
    }

    [Theory]
    [InlineData("/a/b", "/a/b/c", "c")]
    [InlineData("/a/b", "/a/c", "../c")]
    [InlineData("/a", "/a", ".")]
    [InlineData("/", "/a", "a")]
    [InlineData("C:/a", "D:/a", null)]
    [InlineData("C:/a", "C:/b", "../b")]
    public void The_way_between_two_paths_is_relative_where_there_is_one(string folder, string path, string? expected) => Assert.Equal(expected, GoPath.Relative(folder, path));

    private static string After((string Path, string Text) file, string from, string to)
    {
        var settings = AnalysisSettings.Default with { Environment = new Dictionary<string, string> { ["HOME"] = "/home/me" } };
        var workspace = new MemoryFiles(file).OpenAll(file.Path).WithSettings(settings);
        var edits = RenamedPaths.Edits(workspace, [new FileRename(from, to)], TestContext.Current.CancellationToken);
        Assert.True(workspace.TryGetFile(file.Path, out var composeFile));
        return composeFile.Text.With(edits.Select(edit => edit.Edit)).Content;
    }
}
