using System.Text.Json;

namespace LspCompose.Cli.Tests;

/// <summary>The main job on the samples in the repository.</summary>
public sealed class SamplesTests
{
    [Fact]
    public async Task Each_sample_has_its_findings_and_no_others()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(["check", "tests/samples", "--format", "json"], new Host(Stream.Null, output, error, Repository()));

        Assert.Equal("", error.ToString());
        Assert.Equal(1, code);
        Assert.Equal(
            [
                "ambassador-services.yml: ambassador-container deprecated-link deprecated-link",
                "ambassador.yml: ambassador-container deprecated-link deprecated-link legacy-file-format",
                "circular-services.yml: circular-link deprecated-link deprecated-link",
                "circular.yml: circular-link deprecated-link deprecated-link legacy-file-format",
                "modern.yml:",
                "one-way-services.yml: deprecated-link",
                "one-way.yml: deprecated-link legacy-file-format",
            ],
            JsonDocument.Parse(output.ToString()).RootElement.GetProperty("files").EnumerateArray().Select(Describe));
    }

    private static string Describe(JsonElement file)
    {
        var rules = file.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()).Order(StringComparer.Ordinal);
        return $"{Path.GetFileName(file.GetProperty("path").GetString())}: {string.Join(' ', rules)}".TrimEnd();
    }

    private static string Repository()
    {
        string? current = AppContext.BaseDirectory;
        while (current is not null && !File.Exists(Path.Combine(current, "LspCompose.sln")))
        {
            current = Path.GetDirectoryName(current);
        }

        return current ?? Directory.GetCurrentDirectory();
    }
}
