using System.Text.Json;
using LspCompose.Analysis.Findings;
using LspCompose.Cli.Output;
using LspCompose.Yaml.Text;

namespace LspCompose.Cli.Tests.Output;

public sealed class SarifReportTests
{
    [Fact]
    public void A_run_holds_the_rules_and_their_results()
    {
        var run = Run(Checked.File("my files/compose.yml", "a:\n  <[b]>: c\n", finding => finding with
        {
            Related = [new RelatedLocation("my files/compose.yml", new TextSpan(0, 1), "here")],
        }));

        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var rule = Assert.Single(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray());
        Assert.Equal("deprecated-link", rule.GetProperty("id").GetString());
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("deprecated-link", result.GetProperty("ruleId").GetString());
        Assert.Equal(0, result.GetProperty("ruleIndex").GetInt32());
        Assert.Equal("warning", result.GetProperty("level").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("my%20files/compose.yml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("""{"startLine":2,"startColumn":3,"endLine":2,"endColumn":4}""", Compact(place.GetProperty("region")));
        Assert.Equal("here", result.GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void Without_findings_the_run_is_empty() => Assert.Empty(Run(Checked.Clean("a.yml")).GetProperty("results").EnumerateArray());

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static JsonElement Run(params CheckedFile[] files)
    {
        using var output = new StringWriter { NewLine = "\n" };
        SarifReport.Write(output, files);
        var log = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        return Assert.Single(log.GetProperty("runs").EnumerateArray());
    }
}
