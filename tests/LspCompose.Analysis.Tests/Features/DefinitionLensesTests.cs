using LspCompose.Analysis.Features;
using LspCompose.Analysis.Tests.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

/// <summary>What stands above a definition: <c>name references</c>, with <c>&gt;</c> for a service that can be run.</summary>
public class DefinitionLensesTests
{
    [Theory]
    [InlineData("services:\n  web: {image: x, depends_on: [db], networks: [back]}\n  db: {image: y, networks: [back]}\nnetworks: {back: {}, old: {}}\n", "web 0>, db 1>, back 2, old 0")]
    [InlineData("x-base: &base {image: x}\nservices:\n  a: *base\n  b: {<<: *base, volumes: ['vol:/v']}\nvolumes: {vol: {}}\n", "base 2, a 0>, b 0>, vol 1")]
    [InlineData("services:\n  a: {image: x, secrets: [s], configs: [{source: c}], models: {m: {}}}\nsecrets: {s: {file: x}}\nconfigs: {c: {file: x}}\nmodels: {m: {model: x}}\n", "a 0>, s 1, c 1, m 1")]
    [InlineData("web:\r\n  image: x\r\n  links: [db]\r\ndb: {image: y}\r\n", "web 0, db 1")]
    [InlineData("services:\n  web:\n    depends_on: [db\n  db:\n    image: x\n    dep\n", "web 0>, db 1>")]
    public void References_are_counted(string text, string expected) =>
        Assert.Equal(expected, Show(Workspace.Empty.WithFile("f", SourceText.From(text)), "f", text));

    [Fact]
    public void References_in_all_files_of_the_project_count()
    {
        const string Main = "include: [more.yaml]\nservices:\n  db: {image: x}\n";
        var workspace = new MemoryFiles(("/p/compose.yaml", Main), ("/p/compose.override.yaml", "services:\n  web: {image: x, depends_on: [db]}\n"), ("/p/more.yaml", "services:\n  api: {image: x, network_mode: 'service:db'}\n")).OpenAll("/p/compose.yaml");
        Assert.Equal("db 2>", Show(workspace, "/p/compose.yaml", Main));
        var lens = Assert.Single(DefinitionLenses.Of(workspace, "/p/compose.yaml", TestContext.Current.CancellationToken));
        Assert.Equal(["/p/compose.yaml", "/p/compose.override.yaml"], lens.Files);
        Assert.Equal(["/p/compose.override.yaml", "/p/more.yaml"], lens.References.Select(reference => reference.Path).Order());
    }

    private static string Show(Workspace workspace, string path, string text) =>
        string.Join(", ", DefinitionLenses.Of(workspace, path, TestContext.Current.CancellationToken).Select(lens => $"{text[lens.Span.Start..lens.Span.End]} {lens.References.Count}{(lens.Service is null ? "" : ">")}"));
}
