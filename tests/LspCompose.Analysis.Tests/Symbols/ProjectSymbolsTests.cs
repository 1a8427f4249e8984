using LspCompose.Analysis.Symbols;
using LspCompose.Analysis.Tests.Projects;

namespace LspCompose.Analysis.Tests.Symbols;

/// <summary>All names of a project that mean the same as the one at the cursor, as <c>file:line</c> with <c>+</c> for definitions.</summary>
public class ProjectSymbolsTests
{
    private const string Main = "services:\n  web:\n    links: [db]\n  db:\n    image: x${TAG}\n    profiles: [dev]\n";

    [Fact]
    public void An_override_file_defines_a_service_again() =>
        Check(
            "+compose.yaml:4 +compose.override.yaml:3 -compose.yaml:3 -compose.override.yaml:2",
            ("/p/compose.yaml", Main.Replace("[db]", "[d<|>b]", StringComparison.Ordinal)),
            ("/p/compose.override.yaml", "services:\n  web: {depends_on: [db]}\n  db: {image: z}\n"));

    [Fact]
    public void Included_files_share_the_names() =>
        Check(
            "+db.yaml:2 -compose.yaml:3 -compose.yaml:4",
            ("/p/compose.yaml", "include: [sub/db.yaml]\nservices:\n  web: {links: [d<|>b],\n    environment: {DB_HOST: db}}\n"),
            ("/p/sub/db.yaml", "services:\n  db: {image: x}\n"));

    [Fact]
    public void A_file_that_is_extended_keeps_its_names()
    {
        (string, string)[] files =
        [
            ("/p/compose.yaml", "services:\n  db: {extends: {file: common.yaml, service: db}}\n  web: {depends_on: [db]}\n"),
            ("/p/common.yaml", "services:\n  db: {networks: [back]}\n  job: {depends_on: [db]}\n"),
        ];
        Check("+compose.yaml:2 -compose.yaml:3", With(files, "depends_on: [d<|>b]"));
        Check("+common.yaml:2 -compose.yaml:2 -common.yaml:3", With(files, "service: d<|>b}"));
        Check("+common.yaml:2 -common.yaml:3 -compose.yaml:2", With(files, "d<|>b: {networks"));
    }

    [Fact]
    public void What_an_extended_file_leaves_out_is_that_of_the_project() =>
        Check(
            "+compose.yaml:3 -common.yaml:2",
            ("/p/compose.yaml", "services:\n  web: {extends: {file: common.yaml, service: web}}\nnetworks: {ba<|>ck: }\n"),
            ("/p/common.yaml", "services:\n  web: {networks: [back]}\n"));

    [Fact]
    public void Variables_are_those_of_the_file_beside_the_project() =>
        Check(
            "+.env:1 -compose.yaml:5 -.env:2",
            ("/p/compose.yaml", Main.Replace("TAG", "T<|>AG", StringComparison.Ordinal)),
            ("/p/.env", "TAG=1\nOTHER=${TAG}-x\n"));

    [Fact]
    public void From_the_file_of_variables_the_project_is_found() =>
        Check(
            "+.env:1 -compose.yaml:5",
            ("/p/.env", "T<|>AG=1\n"),
            ("/p/compose.yaml", Main));

    [Fact]
    public void Profiles_are_chosen_by_a_variable() =>
        Check(
            "+compose.yaml:6 -.env:1",
            ("/p/compose.yaml", Main.Replace("[dev]", "[de<|>v]", StringComparison.Ordinal)),
            ("/p/.env", "COMPOSE_PROFILES=test,dev\n"));

    [Theory]
    [InlineData("services:\n  web: {environment: {H_HOST: d<|>b}}\n  db: {}\n", "+compose.yaml:3 -compose.yaml:2")]
    [InlineData("services:\n  web: {links: ['x:db'], environment: {H_HOST: d<|>b}}\n  db: {}\n  x: {}\n", "+compose.yaml:2 -compose.yaml:2")]
    [InlineData("services:\n  web: {environment: {H_HOST: ma<|>in}}\n  db: {container_name: main}\n", "+compose.yaml:3 -compose.yaml:2")]
    [InlineData("services:\n  web: {environment: {H_HOST: ma<|>in}}\n  db:\n    networks: {n: {aliases: [main]}}\n", "+compose.yaml:4 -compose.yaml:2")]
    [InlineData("services:\n  web: {environment: {H_HOST: exam<|>ple.com}}\n", "")]
    [InlineData("x-a: &a {}\nx-b: *a\nx-c: &a {}\nx-d: *<|>a\n", "+compose.yaml:3 -compose.yaml:4")]
    [InlineData("services:\n  web:\n    depends_on: [d<|>b\n  db:\n    image: x: y\n", "+compose.yaml:4 -compose.yaml:3")]
    public void The_same_is_meant_in_one_file(string marked, string expected) => Check(expected, ("/p/compose.yaml", marked));

    [Fact]
    public void All_names_of_a_kind_are_those_of_the_project()
    {
        var workspace = Open(("/p/compose.yaml", Main), ("/p/compose.override.yaml", "services: {cache: {image: x}}\n"));
        Assert.Equal(["web", "db", "cache"], ProjectSymbols.Of(workspace, "/p/compose.yaml").Definitions(SymbolKind.Service).Select(symbol => symbol.Name));
    }

    private static (string, string)[] With((string Path, string Text)[] files, string marked)
    {
        var plain = marked.Replace("<|>", "", StringComparison.Ordinal);
        return [.. files.Select(file => (file.Path, file.Text.Replace(plain, marked, StringComparison.Ordinal))).OrderByDescending(file => file.Item2.Contains("<|>", StringComparison.Ordinal))];
    }

    private static Workspace Open(params (string Path, string Text)[] files) =>
        new MemoryFiles(files).OpenAll([.. files.Select(file => file.Path).Where(path => path.EndsWith(".yaml", StringComparison.Ordinal))]);

    private static void Check(string expected, params (string Path, string Text)[] files)
    {
        var (text, offset) = Markers.Cursor(files[0].Text);
        var workspace = Open([(files[0].Path, text), .. files.Skip(1)]);
        var symbols = ProjectSymbols.Of(workspace, files[0].Path);
        Assert.Equal(expected, symbols.At(files[0].Path, offset) is { } symbol && symbols.KeyOf(symbol) is { } key
            ? string.Join(' ', symbols.Definitions(key).Concat(symbols.References(key)).Select(Show))
            : "");

        string Show(Symbol symbol) =>
            $"{(symbol.Role == SymbolRole.Definition ? "+" : "-")}{symbol.Path["/p/".Length..].Split('/')[^1]}:{(workspace.Find(symbol.Path) is FileContent.Present present ? present.Text.LineOf(symbol.Span.Start) + 1 : 0)}";
    }
}
