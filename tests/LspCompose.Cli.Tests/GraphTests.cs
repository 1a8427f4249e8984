using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace LspCompose.Cli.Tests;

public sealed class GraphTests : IDisposable
{
    private const string Circle = "services:\n  a:\n    image: x\n    links: ['b:db']\n  b:\n    image: y\n    links: [a]\n";
    private const string Modern = "services:\n  a:\n    image: x\n";
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("mermaid", "flowchart LR\n")]
    [InlineData("dot", "digraph lspcompose {\n")]
    [InlineData("svg", "<svg xmlns=")]
    [InlineData("json", "{\"version\":1,\"projects\":[{\"files\":[\"compose.yaml\"],\"before\":{")]
    public async Task Each_format_is_printed_alone(string format, string start)
    {
        folder.Write("compose.yaml", Circle);

        var run = await folder.RunAsync("graph", "--format", format);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(start, run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(Circle, folder.Read("compose.yaml"));
    }

    [Theory]
    [InlineData(Circle, "both", true, true)]
    [InlineData(Circle, "before", false, false)]
    [InlineData(Circle, "after", false, false)]
    [InlineData(Modern, "both", false, false)]
    public async Task Two_pictures_are_drawn_where_both_are_wanted_and_differ(string text, string state, bool hasBefore, bool hasAfter)
    {
        folder.Write("compose.yaml", text);

        var mermaid = (await folder.RunAsync("graph", "--state", state)).Output;
        var svg = XElement.Parse((await folder.RunAsync("graph", "--format", "svg", "--state", state)).Output);

        Assert.Equal(hasBefore, mermaid.Contains("subgraph before", StringComparison.Ordinal));
        Assert.Equal(hasAfter, mermaid.Contains("subgraph after", StringComparison.Ordinal));
        Assert.Equal(hasBefore, svg.Descendants().Any(element => element.Attribute("class")?.Value == "caption" && element.Value == "before"));
        Assert.Equal(state == "before" || hasBefore, mermaid.Contains("links", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Programs_get_services_networks_edges_and_circles_before_and_after()
    {
        folder.Write("compose.yaml", Circle);

        var project = Assert.Single(Json(await folder.RunAsync("graph", "--format", "json")).GetProperty("projects").EnumerateArray());

        Assert.Equal(["files", "before", "after"], Keys(project));
        var before = project.GetProperty("before");
        Assert.Equal(["services", "networks", "edges", "circles"], Keys(before));
        Assert.Equal(
            "{\"name\":\"a\",\"image\":\"x\",\"networkMode\":null,\"ambassador\":false,\"fronts\":[],\"circular\":true}", before.GetProperty("services")[0].GetRawText());
        Assert.Equal(
            "[{\"name\":\"default\",\"declared\":false,\"members\":[{\"service\":\"a\",\"aliases\":[]},{\"service\":\"b\",\"aliases\":[]}]}]", before.GetProperty("networks").GetRawText());
        Assert.Equal(
            "{\"from\":\"a\",\"to\":\"b\",\"kind\":\"links\",\"alias\":\"db\",\"outside\":false,\"circular\":true}", before.GetProperty("edges")[0].GetRawText());
        Assert.Equal("[[\"a\",\"b\"]]", before.GetProperty("circles").GetRawText());
        Assert.Equal("[]", project.GetProperty("after").GetProperty("circles").GetRawText());
        Assert.Equal("[]", project.GetProperty("after").GetProperty("edges").GetRawText());
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task Programs_get_one_state_when_they_ask_for_it(string state)
    {
        folder.Write("compose.yaml", Circle);

        var project = Json(await folder.RunAsync("graph", "--format", "json", "--state", state)).GetProperty("projects")[0];

        Assert.Equal(["files", state], Keys(project));
    }

    [Theory]
    [InlineData("graph", "-f", "a.yml", "-f", "b.yml")]
    [InlineData("graph", "--file", "a.yml", "--file", "b.yml", "-p", "shop", "--project-directory", ".", "--profile", "x")]
    public async Task Files_of_one_project_are_one_picture(params string[] args)
    {
        folder.Write("a.yml", "services:\n  web:\n    image: x\n    depends_on: [db]\n");
        folder.Write("b.yml", "services:\n  db:\n    image: y\n");

        var project = Assert.Single(Json(await folder.RunAsync([.. args, "--format", "json"])).GetProperty("projects").EnumerateArray());

        Assert.Equal(["a.yml", "b.yml"], project.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        Assert.False(project.GetProperty("before").GetProperty("edges")[0].GetProperty("outside").GetBoolean());
    }

    [Fact]
    public async Task A_file_is_drawn_with_its_override_file_however_many_of_them_are_named()
    {
        folder.Write("compose.yaml", Modern);
        folder.Write("compose.override.yaml", "services:\n  b:\n    image: y\n");

        Assert.Equal(2, Json(await folder.RunAsync("graph", "compose.yaml", "--format", "json")).GetProperty("projects")[0].GetProperty("before").GetProperty("services").GetArrayLength());
        Assert.Equal(1, Json(await folder.RunAsync("graph", "compose.yaml", "compose.override.yaml", "--format", "json")).GetProperty("projects").GetArrayLength());
    }

    [Fact]
    public async Task Each_project_of_several_is_told_by_its_file()
    {
        folder.Write("one.yml", Circle);
        folder.Write("two.yml", Modern);

        var run = await folder.RunAsync("graph", "one.yml", "two.yml");

        Assert.Contains("[\"one.yml: before\"]\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("[\"one.yml: after\"]\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("[\"two.yml\"]\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services:\n  a:\n    links: [a\n  b:\n    image: y\n")]
    [InlineData("services:\n  a:\n    depends_on: [b]\n  b:\n    depends_on: [a]\n")]
    [InlineData("a:\n  image: x\n  links: [b]\nb:\n  image: y\n")]
    public async Task Files_that_Compose_refuses_are_drawn(string text)
    {
        folder.Write("compose.yaml", text);

        var run = await folder.RunAsync("graph");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("service_b[\"b", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_drawn()
    {
        var run = await folder.RunWithInputAsync(Encoding.UTF8.GetBytes(Circle), "graph", "-");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("before_service_a", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_the_rest_is_drawn()
    {
        folder.Write("compose.yaml", Modern);

        var run = await folder.RunAsync("graph", "gone.yml", "compose.yaml");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("lspcompose: gone.yml: no such file or folder; check the path\n", run.Error);
        Assert.StartsWith("flowchart LR\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(new CliRun(2, "", run.Error), await folder.RunAsync("graph", "gone.yml"));
    }

    [Theory]
    [InlineData("--format", "png", "'png' is no value of --format; choose mermaid, dot, svg or json.")]
    [InlineData("--state", "now", "'now' is no value of --state; choose both, before or after.")]
    public async Task A_wrong_command_line_is_one_clear_line(string option, string value, string expected) =>
        Assert.Equal(new CliRun(2, "", $"lspcompose: {expected} Run 'lspcompose graph --help' for usage.\n"), await folder.RunAsync("graph", option, value));

    public void Dispose() => folder.Dispose();

    private static JsonElement Json(CliRun run) => JsonDocument.Parse(run.Output).RootElement;

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
