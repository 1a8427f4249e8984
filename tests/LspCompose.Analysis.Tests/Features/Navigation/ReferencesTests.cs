using LspCompose.Analysis.Features.Navigation;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Navigation;

public class ReferencesTests
{
    [Fact]
    public void A_service_is_found_wherever_it_is_named()
    {
        var project = MarkedProject.Read("""
            --- compose.yaml
            include: [jobs.yaml]
            services:
              web:
                depends_on: [db]
                links: ["db:mysql"]
                network_mode: service:db
                environment:
                  DATABASE_URL: postgres://u:p@db:5432/x
                  DB_NAME: db
              d<|>b: {image: db}
            --- compose.override.yaml
            services:
              db: {ports: ["5432"]}
            --- jobs.yaml
            services:
              job: {volumes_from: ["db:ro"]}
            """);
        Assert.Equal(
            [
                "compose.yaml:4:db", "compose.yaml:5:db", "compose.yaml:6:db", "compose.yaml:8:db", "+compose.yaml:10:db",
                "+compose.override.yaml:2:db", "jobs.yaml:2:db",
            ],
            References.At(project.Workspace, project.Path, project.Offset, TestContext.Current.CancellationToken).Select(use => Show(project, use)));
    }

    [Fact]
    public void A_variable_is_found_in_all_projects_that_share_its_file()
    {
        var project = MarkedProject.Read("--- compose.yaml\nservices: {web: {image: 'x:${T<|>AG}'}}\n--- prod.yaml\nservices: {web: {image: 'y:$TAG'}}\n--- .env\nTAG=1");
        Assert.Equal(
            ["compose.yaml:1:TAG", "+.env:1:TAG", "prod.yaml:1:TAG"],
            References.At(project.Workspace, project.Path, project.Offset, TestContext.Current.CancellationToken).Select(use => Show(project, use)));
    }

    // Marked: <[used]>; the first one is at the cursor.
    [Theory]
    [InlineData("services: {web: {networks: [<[a]>]}, db: {networks: {<[a]>: {}}}}\nnetworks: {<[a]>: {}, b: {}}")]
    [InlineData("x-a: &<[a]> 1\nx-b: *<[a]>\nx-c: &a 2\nx-d: *a")]
    [InlineData("services: {web: {profiles: [<[dev]>, x]}, db: {profiles: ['<[dev]>']}}")]
    [InlineData("services: {a: {image: 'x${<[T]>}'}, b: {image: 'y${U:-$<[T]>}'}}")]
    [InlineData("services:\r\n  # é\r\n  <[web]>: {image: ü}\r\n  db: {links: [<[web]>], image: 'x\r\n")]
    public void Highlighted_are_all_of_the_file(string marked)
    {
        var (text, spans) = Markers.Ranges(marked);
        var workspace = Workspace.Empty.WithFile("compose.yaml", SourceText.From(text));
        Assert.Equal(spans, References.InFile(workspace, "compose.yaml", spans[0].Start, TestContext.Current.CancellationToken).Select(use => use.Span));
    }

    private static string Show(MarkedProject project, NameUse use) => (use.Role == SymbolRole.Definition ? "+" : "") + project.Show(use.Path, use.Span);
}
