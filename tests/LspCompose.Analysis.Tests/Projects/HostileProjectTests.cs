using System.Text;
using LspCompose.Analysis.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Projects;

/// <summary>Whatever the files say, a project loads in bounded time, throws nothing and tells what is wrong on the line that causes it.</summary>
public class HostileProjectTests
{
    [Fact]
    public void A_hundred_files_that_include_each_other()
    {
        var all = string.Concat(Enumerable.Range(0, 100).Select(number => $"  - f{number}.yaml\n"));
        var project = Load([.. Enumerable.Range(0, 100).Select(number => ($"/p/f{number}.yaml", $"include:\n{all}services:\n  s{number}: {{image: x}}\n"))], "/p/f0.yaml");
        Assert.Contains(project.Problems, problem => problem.RuleId == "include-cycle" && problem.Place.Path == "/p/f0.yaml");
        Assert.All(project.Problems, problem => Assert.Equal("include-cycle", problem.RuleId));
        Assert.Equal(100, project.ActiveServices.Count);
    }

    [Fact]
    public void A_row_of_includes_longer_than_any_stack()
    {
        var project = Load([.. Enumerable.Range(0, 3000).Select(number => ($"/p/f{number}.yaml", $"include: [f{number + 1}.yaml]\nservices: {{s{number}: {{image: x}}}}\n"))], "/p/f0.yaml");
        Assert.Equal("/p/f100.yaml", Assert.Single(project.Problems).Place.Path);
    }

    [Fact]
    public void A_row_of_extends_longer_than_any_stack()
    {
        var text = new StringBuilder("services:\n");
        for (var number = 0; number < 3000; number++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  s{number}:\n    image: x\n    extends: s{number + 1}\n");
        }

        var project = Load([("/p/f.yaml", text.Append("  s3000: {image: y}\n").ToString())], "/p/f.yaml");
        Assert.NotEmpty(project.Problems);
        Assert.Equal(3001, project.ActiveServices.Count);
    }

    [Fact]
    public void Services_in_two_files_that_extend_each_other()
    {
        var project = Load([("/p/a.yaml", "services:\n  x: {extends: {file: b.yaml, service: y}}\n"), ("/p/b.yaml", "services:\n  y: {extends: {file: a.yaml, service: x}}\n")], "/p/a.yaml");
        Assert.Equal(["/p/a.yaml", "/p/b.yaml"], project.Problems.Where(problem => problem.RuleId == "extends-cycle").Select(problem => problem.Place.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_circle_of_all_services()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(number => $"  s{number}: {{image: x, depends_on: [s{(number + 1) % 2000}]}}\n"));
        var problem = Assert.Single(Load([("/p/f.yaml", "services:\n" + text)], "/p/f.yaml").Problems);
        Assert.Equal("dependency-cycle", problem.RuleId);
        Assert.Equal(2000, problem.Related.Count);
    }

    [Theory]
    [InlineData("include: [folder]\n", "folder")]
    [InlineData("include: [binary]\n", "binary")]
    [InlineData("include: [nowhere.yaml]\n", "nowhere.yaml")]
    [InlineData("services: {a: {image: x, env_file: folder}}\n", "folder")]
    [InlineData("services: {a: {image: x, env_file: binary}}\n", "binary")]
    [InlineData("services: {a: {extends: {file: folder, service: b}}}\n", "folder")]
    public void A_file_that_cannot_be_read_is_told_where_it_is_named(string text, string name)
    {
        var start = text.LastIndexOf(name, StringComparison.Ordinal);
        var project = Load([("/p/f.yaml", text), ("/p/folder/x", "")], "/p/f.yaml", unreadable: "/p/binary");
        var problem = Assert.Single(project.Problems, problem => problem.RuleId == "missing-file");
        Assert.Equal(new SourcePlace("/p/f.yaml", new TextSpan(start, start + name.Length)), problem.Place);
        Assert.Contains($"'{name}'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A B=1\n")]
    [InlineData("A=\"open\n")]
    [InlineData("\0\u0001=\uFFFD\n")]
    public void A_broken_file_of_variables_is_told_in_it(string variables)
    {
        var project = Load([("/p/f.yaml", "services: {a: {image: x}}\n"), ("/p/.env", variables)], "/p/f.yaml");
        Assert.Equal("/p/.env", Assert.Single(project.Problems).Place.Path);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_of_variables_is_none() =>
        Assert.Empty(Load([("/p/f.yaml", "services: {a: {image: x}}\n"), ("/p/.env/x", "")], "/p/f.yaml").Problems);

    private static Project Load((string Path, string Text)[] files, string path, string unreadable = "")
    {
        var source = new WithUnreadable(new MemoryFiles(files), unreadable);
        var request = new ProjectRequest { Files = [path], Directory = "/p", RunsHere = true };
        return ProjectLoader.LoadAll(Workspace.Empty, request, source).Project;
    }

    private sealed class WithUnreadable(MemoryFiles files, string unreadable) : IFileSource
    {
        public FileContent Read(string path) => path == unreadable ? new FileContent.Unreadable("is not a text file") : files.Read(path);

        public IReadOnlyList<FolderEntry> List(string folder, string prefix) => files.List(folder, prefix);
    }
}
