using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Tests.Projects;

public sealed class ProjectFinderTests
{
    private const string Service = "services: {a: {image: a}}\n";

    [Theory]
    [InlineData("/p/compose.yaml", "/p/compose.yaml", "/p/compose.yaml")]
    [InlineData("/p/compose.yaml", "/p/compose.yaml /p/compose.override.yaml", "/p/compose.yaml /p/compose.override.yaml")]
    [InlineData("/p/docker-compose.yml", "/p/docker-compose.yml /p/compose.override.yml", "/p/docker-compose.yml /p/compose.override.yml")]
    [InlineData("/p/compose.yml", "/p/compose.yml /p/compose.override.yaml /p/compose.override.yml", "/p/compose.yml /p/compose.override.yml")]
    [InlineData("/p/compose.override.yml", "/p/compose.override.yml /p/docker-compose.yaml", "/p/docker-compose.yaml /p/compose.override.yml")]
    [InlineData("/p/compose.override.yml", "/p/compose.override.yml /p/docker-compose.yaml /p/compose.yml", "/p/compose.yml /p/compose.override.yml")]
    [InlineData("/p/stack.yml", "/p/stack.yml /p/compose.yaml /p/compose.override.yaml", "/p/stack.yml")]
    [InlineData("/p/sub/compose.yaml", "/p/sub/compose.yaml /p/compose.override.yaml", "/p/sub/compose.yaml")]
    [InlineData("compose.yaml", "compose.yaml compose.override.yaml", "compose.yaml compose.override.yaml")]
    [InlineData("file:///p/compose.yaml", "file:///p/compose.yaml file:///p/compose.override.yaml", "file:///p/compose.yaml file:///p/compose.override.yaml")]
    public void A_file_is_judged_with_those_compose_would_take(string path, string there, string expected)
    {
        var found = Find(path, there);

        Assert.Equal(expected.Split(' '), found.Request.Files);
        Assert.False(found.Request.IsFragment);
    }

    [Theory]
    [InlineData("/p/docker-compose.prod.yml", "/p/docker-compose.prod.yml /p/docker-compose.yml", true)]
    [InlineData("/p/docker-compose.prod.yml", "/p/docker-compose.prod.yml /p/docker-compose.yaml", true)]
    [InlineData("/p/docker-compose.prod.eu.yml", "/p/docker-compose.prod.eu.yml /p/docker-compose.yml", true)]
    [InlineData("/p/docker-compose.prod.yml", "/p/docker-compose.prod.yml", false)]
    [InlineData("/p/stack.yml", "/p/stack.yml /p/compose.yaml", false)]
    [InlineData("/p/.hidden.yml", "/p/.hidden.yml /p/.yml", false)]
    [InlineData("/p/my-override.yml", "/p/my-override.yml", true)]
    [InlineData("/p/compose.override.yml", "/p/compose.override.yml", true)]
    public void A_name_tells_a_fragment(string path, string there, bool isFragment)
    {
        var found = Find(path, there);

        Assert.Equal([path], found.Request.Files);
        Assert.Equal(isFragment, found.Request.IsFragment);
    }

    [Fact]
    public void What_the_host_has_not_looked_at_is_named_until_it_has()
    {
        var files = new MemoryFiles(("/p/compose.yaml", Service), ("/p/compose.override.yml", Service));
        var workspace = files.Open("/p/compose.yaml");

        var before = workspace.Projects.For("/p/compose.yaml");
        Assert.Equal(["/p/compose.yaml"], before.Request.Files);
        Assert.Contains("/p/compose.override.yml", before.Unread);

        workspace = before.Unread.Aggregate(workspace, (known, path) => known.WithSource(path, files.Read(path)));
        var after = workspace.Projects.For("/p/compose.yaml");
        Assert.Equal(["/p/compose.yaml", "/p/compose.override.yml"], after.Request.Files);
        Assert.Empty(after.Unread);
        Assert.Contains("/p/compose.override.yml", after.Paths);
    }

    [Fact]
    public void Files_of_one_project_share_it()
    {
        var workspace = new MemoryFiles(("/p/compose.yaml", Service), ("/p/compose.override.yml", Service)).Open("/p/compose.yaml", "/p/compose.override.yml");

        Assert.Equal(workspace.Projects.For("/p/compose.yaml").Request.Files, workspace.Projects.For("/p/compose.override.yml").Request.Files);
    }

    [Fact]
    public void The_project_the_user_named_comes_before_any_found()
    {
        var workspace = new MemoryFiles(("/p/compose.yaml", Service), ("/p/other.yaml", Service)).Open("/p/compose.yaml", "/p/other.yaml")
            .WithRequest(new ProjectRequest { Files = ["/p/other.yaml"], Directory = "/p" });

        Assert.Equal(["/p/other.yaml"], workspace.Projects.For("/p/compose.yaml").Request.Files);
        Assert.Single(workspace.Projects.AllFor("/p/compose.yaml"));
    }

    [Fact]
    public void A_request_takes_over_what_the_settings_say()
    {
        var settings = new AnalysisSettings { Target = ComposeTarget.Compose226, Environment = new Dictionary<string, string> { ["A"] = "1" } };
        var request = ProjectFinder.Find(Workspace.Empty.WithSettings(settings), "/p/compose.yaml").Request;

        Assert.Equal((ComposeTarget.Compose226, "1", "/p"), (request.Target, request.Environment["A"], request.Directory));
    }

    [Fact]
    public void An_included_file_is_judged_in_the_project_that_includes_it()
    {
        var workspace = new MemoryFiles(("/p/compose.yaml", "include: [parts/db.yaml]\n" + Service), ("/p/parts/db.yaml", Service)).Open("/p/compose.yaml", "/p/parts/db.yaml");

        Assert.Equal(["/p/compose.yaml"], workspace.Projects.For("/p/parts/db.yaml").Request.Files);
        Assert.Single(workspace.Projects.AllFor("/p/parts/db.yaml"));
    }

    [Fact]
    public void A_project_above_is_known_once_it_is_loaded()
    {
        var files = new MemoryFiles(("/p/compose.yaml", "include: [parts/db.yaml]\n" + Service), ("/p/parts/db.yaml", Service));
        var workspace = files.Open("/p/parts/db.yaml");
        Assert.Equal(["/p/parts/db.yaml"], workspace.Projects.For("/p/parts/db.yaml").Request.Files);

        workspace = workspace.WithSource("/p/compose.yaml", files.Read("/p/compose.yaml"));
        Assert.Equal(["/p/compose.yaml"], workspace.Projects.For("/p/parts/db.yaml").Request.Files);
    }

    [Fact]
    public void A_file_that_is_only_extended_is_a_fragment_of_its_own_and_part_of_the_other_project()
    {
        var workspace = new MemoryFiles(
            ("/p/compose.yaml", "services: {b: {extends: {file: common.yaml, service: a}}}\n"),
            ("/p/common.yaml", Service)).Open("/p/compose.yaml", "/p/common.yaml");

        var all = workspace.Projects.AllFor("/p/common.yaml");
        Assert.Equal(["/p/common.yaml", "/p/compose.yaml"], all.Select(project => project.Request.Files[0]));
        Assert.True(all[0].Request.IsFragment);
        Assert.Same(all[0], workspace.Projects.For("/p/common.yaml"));
    }

    [Fact]
    public void Files_that_include_each_other_are_each_judged_somewhere()
    {
        var workspace = new MemoryFiles(("/p/a.yaml", "include: [b.yaml]\n"), ("/p/b.yaml", "include: [a.yaml]\n")).Open("/p/a.yaml", "/p/b.yaml");

        Assert.Contains("/p/a.yaml", workspace.Projects.For("/p/a.yaml").ComposePaths);
        Assert.Contains("/p/b.yaml", workspace.Projects.For("/p/b.yaml").ComposePaths);
    }

    private static FoundProject Find(string path, string there)
    {
        var names = there.Split(' ');
        return ProjectFinder.Find(new MemoryFiles([.. names.Select(name => (name, Service))]).Open(names), path);
    }
}
