using System.Text.Json;
using LspCompose.Analysis.Interpolation;

namespace LspCompose.Analysis.Tests.Interpolation;

public sealed class TemplateAgreementTests
{
    private const string Attribute = "hostname: ";

    [Theory]
    [InlineData("compose_go_head", TemplateMode.Lazy)]
    [InlineData("compose_2_26", TemplateMode.Eager)]
    public void Recorded_answers_of_Compose_agree(string recording, TemplateMode mode)
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var line in File.ReadLines(SharedData.Find("conformance", "cases.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var recorded = document.RootElement;
            var id = recorded.GetProperty("id").GetString() ?? "";
            if (!id.StartsWith("ip-", StringComparison.Ordinal)
                || recorded.GetProperty("show") is not { ValueKind: JsonValueKind.String } show || show.GetString() != "services.a.hostname"
                || TemplateOf(recorded.GetProperty("files").GetProperty("compose.yaml").GetString() ?? "") is not { } template)
            {
                continue;
            }

            compared++;
            var environment = recorded.GetProperty("env");
            var result = Template.Substitute(template, name => environment.TryGetProperty(name, out var value) ? value.GetString() : null, mode);
            var answer = recorded.GetProperty(recording);
            var expected = answer.GetProperty("exit").GetInt32() != 0 ? Refusal(answer.GetProperty("stderr").GetString() ?? "")
                : JsonSerializer.Deserialize<string>(answer.GetProperty("value").GetString() ?? "null");
            var actual = result.Problems.Count == 0 ? Printed(result.Value, mode) : Refusal(result.Problems[0]);
            if (actual != expected)
            {
                differences.Add($"{id} {template}: Compose says {expected}, not {actual}");
            }
        }

        Assert.Empty(differences);
        Assert.True(compared > 60, $"only {compared} cases were found");
    }

    // Compose 2.26 prints what a file would have to hold.
    private static string Printed(string value, TemplateMode mode) => mode == TemplateMode.Eager ? value.Replace("$", "$$", StringComparison.Ordinal) : value;

    private static string Refusal(string error) =>
        error.Contains("invalid interpolation format", StringComparison.Ordinal) ? "malformed" : error[error.IndexOf("required variable", StringComparison.Ordinal)..];

    private static string Refusal(TemplateProblem problem) =>
        problem.Kind == TemplateProblemKind.InvalidFormat ? "malformed"
        : $"required variable {problem.Variable} is missing a value" + (problem.Detail.Length > 0 ? $": {problem.Detail}" : "");

    // The recorded files write it as a double-quoted scalar, whose escapes are those of JSON.
    private static string? TemplateOf(string file)
    {
        var start = file.IndexOf(Attribute, StringComparison.Ordinal);
        var scalar = start < 0 ? "" : file[(start + Attribute.Length)..file.IndexOf('\n', start)];
        return scalar.StartsWith('"') ? JsonSerializer.Deserialize<string>(scalar) : null;
    }
}
