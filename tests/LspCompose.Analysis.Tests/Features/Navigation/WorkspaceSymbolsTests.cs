using LspCompose.Analysis.Features.Navigation;

namespace LspCompose.Analysis.Tests.Features.Navigation;

public class WorkspaceSymbolsTests
{
    private const string Project = """
        --- compose.yaml
        include: [sub/db.yaml]
        services:
          web: {links: [db]}
          web-cache: {profiles: [web]}
          my-web: {image: x
        networks: {front: }
        --- sub/db.yaml
        services: {db: {image: x}}
        volumes: {webdata: }
        """;

    [Theory]
    [InlineData("web", "Service web, Service web-cache, Volume webdata, Service my-web")]
    [InlineData("WC", "Service web-cache")]
    [InlineData("db", "Service db")]
    [InlineData("zzz", "")]
    [InlineData("", "Service db, Network front, Service my-web, Service web, Service web-cache, Volume webdata")]
    public void Found_by_name(string query, string expected)
    {
        var found = WorkspaceSymbols.Find(MarkedProject.Read(Project).Workspace, query, TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(", ", found.Select(symbol => $"{symbol.Kind} {symbol.Name}")));
    }

    [Fact]
    public void The_folder_tells_files_of_one_name_apart() =>
        Assert.Equal("sub/db.yaml", Assert.Single(WorkspaceSymbols.Find(MarkedProject.Read(Project).Workspace, "webdata", TestContext.Current.CancellationToken)).Container);
}
