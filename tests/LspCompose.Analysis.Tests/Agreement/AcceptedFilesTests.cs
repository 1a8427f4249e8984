using System.Text.Json;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Agreement;

/// <summary>An error where Compose sees none is a bug, whatever the rule.</summary>
public class AcceptedFilesTests
{
    [Fact]
    public void No_error_in_a_real_file_that_Compose_accepts()
    {
        var folder = SharedData.Find("corpus");
        var accepted = File.ReadLines(Path.Combine(folder, "tools.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row[3] == "0").Select(row => row[0]).ToList();
        Assert.NotEmpty(accepted);
        AssertNoErrors(accepted.Select(file => (file, File.ReadAllText(Path.Combine(folder, file)))));
    }

    [Fact]
    public void No_error_in_a_case_of_one_file_that_both_Compose_versions_accept()
    {
        var cases = File.ReadLines(SharedData.Find("conformance", "cases.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(c => c.GetProperty("compose_2_26").GetProperty("exit").GetInt32() == 0 && c.GetProperty("compose_go_head").GetProperty("exit").GetInt32() == 0)
            .Where(c => c.GetProperty("files").EnumerateObject().Count(file => file.Name.EndsWith("ml", StringComparison.Ordinal)) == 1)
            .Select(c => (c.GetProperty("id").GetString() ?? "", c.GetProperty("files").EnumerateObject().First(file => file.Name.EndsWith("ml", StringComparison.Ordinal)).Value.GetString() ?? ""))
            .ToList();
        Assert.NotEmpty(cases);
        AssertNoErrors(cases);
    }

    [Fact]
    public void No_error_in_a_file_that_compose_go_tests_as_valid()
    {
        var folder = SharedData.Find("compose-go-cases");
        var accepted = File.ReadLines(Path.Combine(folder, "outcomes.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Where(row => row[2] == "0" && row[4] == "0" && row[0].StartsWith("valid/", StringComparison.Ordinal)).Select(row => row[0]).ToList();
        Assert.NotEmpty(accepted);
        AssertNoErrors(accepted.Select(file => (file, File.ReadAllText(Path.Combine(folder, file)))));
    }

    [Fact]
    public void No_rule_fails_on_any_real_file()
    {
        var folder = SharedData.Find("corpus");
        foreach (var file in Directory.EnumerateFiles(folder, "*.yml"))
        {
            var workspace = Workspace.Empty.WithFile(file, SourceText.From(File.ReadAllText(file)));
            Assert.Empty(Diagnostics.For(workspace, file, TestContext.Current.CancellationToken).Failures);
        }
    }

    private static void AssertNoErrors(IEnumerable<(string Name, string Text)> files)
    {
        var errors = files.SelectMany(file => Markers.Find(file.Text, "compose.yaml").Where(finding => finding.Severity == Severity.Error)
            .Select(finding => $"{file.Name}: {finding.Rule.Id} {finding.Span} {finding.Message}"));
        Assert.Equal([], errors);
    }
}
