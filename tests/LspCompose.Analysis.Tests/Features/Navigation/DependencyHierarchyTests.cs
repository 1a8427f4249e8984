using LspCompose.Analysis.Features.Navigation;

namespace LspCompose.Analysis.Tests.Features.Navigation;

/// <summary>Who depends on whom, as <c>service@file [lines of the places]</c>.</summary>
public class DependencyHierarchyTests
{
    private const string Project = """
        --- compose.yaml
        x-base: &base
          depends_on: [db]
        services:
          web:
            depends_on: [db, cache]
            links: [db]
            network_mode: service:vpn
          job: {<<: *base}
          db: {image: postgres, volumes_from: [data]}
          cache: {extends: data}
          vpn: {image: x}
          data: {image: x}
        --- compose.override.yaml
        services:
          api: {volumes_from: [db]}
          web: {depends_on: [late]}
          late: {image: x}
        """;

    [Theory]
    [InlineData("web:\n    dep", "db@compose.yaml [5 6], cache@compose.yaml [5], vpn@compose.yaml [7], late@compose.override.yaml [4]")]
    [InlineData("job: {", "db@compose.yaml [2]")]
    [InlineData("db: {", "data@compose.yaml [9]")]
    [InlineData("vpn: {", "")]
    public void Outgoing(string at, string expected) => Check(at, expected, (project, workspace) => DependencyHierarchy.Outgoing(workspace, project.Path, project.Offset, TestContext.Current.CancellationToken), (project, _) => project.Path);

    [Theory]
    [InlineData("db: {", "job@compose.yaml [2], web@compose.yaml [5 6], api@compose.override.yaml [2]")]
    [InlineData("data: {", "db@compose.yaml [9], cache@compose.yaml [10]")]
    [InlineData("web:\n    dep", "")]
    public void Incoming(string at, string expected) => Check(at, expected, (project, workspace) => DependencyHierarchy.Incoming(workspace, project.Path, project.Offset, TestContext.Current.CancellationToken), (_, call) => call.Other.Path);

    [Fact]
    public void A_broken_file_has_its_dependencies()
    {
        var project = MarkedProject.Read("--- compose.yaml\nservices:\n  <|>web:\n    links: [db\n  db:\n    image: 'x");
        Assert.Equal("db", Assert.Single(DependencyHierarchy.Outgoing(project.Workspace, project.Path, project.Offset, TestContext.Current.CancellationToken)).Other.Name);
    }

    [Theory]
    [InlineData("services: {web: {depends_on: [d<|>b]}, db: {image: postgres}}", "db postgres")]
    [InlineData("services: {web: {networks: [d<|>b]}}\nnetworks: {db: }", null)]
    [InlineData("services: {web: {image: ngi<|>nx}}", null)]
    public void It_begins_at_a_service(string marked, string? expected)
    {
        var project = MarkedProject.Read("--- compose.yaml\n" + marked);
        Assert.Equal(expected, DependencyHierarchy.At(project.Workspace, project.Path, project.Offset) is { } item ? $"{item.Name} {item.Image}" : null);
    }

    private static void Check(string at, string expected, Func<MarkedProject, Workspace, IReadOnlyList<HierarchyCall>> find, Func<MarkedProject, HierarchyCall, string> fileOfPlaces)
    {
        var position = Project.IndexOf("  " + at, StringComparison.Ordinal) + 3;
        var project = MarkedProject.Read(Project.Insert(position, "<|>"));
        Assert.Equal(expected, string.Join(", ", find(project, project.Workspace).Select(call =>
            $"{call.Other.Name}@{call.Other.Path["/p/".Length..]} [{string.Join(' ', call.Places.Select(span => project.Show(fileOfPlaces(project, call), span).Split(':')[1]))}]")));
    }
}
