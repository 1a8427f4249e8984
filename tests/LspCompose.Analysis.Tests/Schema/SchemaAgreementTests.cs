using System.Text.Json;
using System.Text.RegularExpressions;
using LspCompose.Analysis.Projects;

namespace LspCompose.Analysis.Tests.Schema;

/// <summary>The verdict is Compose's own, wherever a model can be had without loading a project.</summary>
public partial class SchemaAgreementTests
{
    [Fact]
    public void What_the_schema_of_Compose_refuses_is_a_problem_at_the_same_value()
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var (id, text, verdict) in Cases("compose_go_head"))
        {
            if (Refusal().Match(verdict.Error) is not { Success: true } refusal)
            {
                continue;
            }

            count++;
            var path = refusal.Groups["path"].Value;
            var model = PlainModel.Read(text);
            var problems = SchemaValidatorTests.Problems(text);
            if (problems.Count == 0)
            {
                failures.Add($"{id}: accepted; Compose says {verdict.Error}");
            }
            else if (Span(model, path) is { } span && !problems.Any(problem => problem.Place.Span.Start >= span.Start && problem.Place.Span.End <= span.End))
            {
                failures.Add($"{id}: {problems[0].Message} at {problems[0].Place.Span}, not in {path} {span}");
            }
        }

        Assert.Equal([], failures);
        Assert.True(count > 100);
    }

    [Theory]
    [InlineData("compose_go_head", ComposeTarget.Latest)]
    [InlineData("compose_2_26", ComposeTarget.Compose226)]
    public void What_Compose_accepts_is_no_problem(string compose, ComposeTarget target)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var (id, text, verdict) in Cases(compose))
        {
            if (verdict.Exit == 0)
            {
                count++;
                failures.AddRange(SchemaValidatorTests.Problems(text, target).Select(problem => $"{id}: {problem.Message}"));
            }
        }

        Assert.Equal([], failures);
        Assert.True(count > 200);
    }

    [Fact]
    public void What_real_files_hold_is_no_problem()
    {
        var corpus = SharedData.Find("corpus");
        var cases = SharedData.Find("compose-go-cases");
        var files = File.ReadLines(Path.Combine(corpus, "tools.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row[3] == "0").Select(row => Path.Combine(corpus, row[0]))
            .Concat(File.ReadLines(Path.Combine(cases, "outcomes.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row[4] == "0").Select(row => Path.Combine(cases, row[0])))
            .Where(File.Exists).Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file))).Where(file => IsPlain(file.Text)).ToList();
        Assert.True(files.Count > 20);
        Assert.Equal([], files.SelectMany(file => SchemaValidatorTests.Problems(file.Text).Select(problem => $"{file.Name}: {problem.Message}")));
    }

    private static IEnumerable<(string Id, string Text, (int Exit, string Error) Verdict)> Cases(string compose)
    {
        foreach (var line in File.ReadLines(SharedData.Find("conformance", "cases.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var verdict = root.GetProperty(compose);
            var files = root.GetProperty("files").EnumerateObject().Where(file => file.Name.EndsWith("ml", StringComparison.Ordinal)).ToList();
            if (files.Count == 1 && files[0].Value.GetString() is { } text && IsPlain(text))
            {
                yield return (root.GetProperty("id").GetString() ?? "", text, (verdict.GetProperty("exit").GetInt32(), verdict.GetProperty("stderr").GetString() ?? ""));
            }
        }
    }

    // Without what only a loaded project knows: variables, merge keys, other services and files, tags, several documents, text that stands for a number.
    private static bool IsPlain(string text) => !NotPlain().IsMatch(text);

    // A name in a message is separated by dots, as the keys are; names with dots in them are not in the cases.
    private static LspCompose.Yaml.Text.TextSpan? Span(ConfigMapping model, string path)
    {
        ConfigNode node = model;
        LspCompose.Yaml.Text.TextSpan? span = null;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (node)
            {
                case ConfigMapping mapping when mapping.TryGet(part, out var entry):
                    node = entry.Value;
                    span = new(entry.KeyPlace.Span.Start, Math.Max(entry.KeyPlace.Span.End, node.Place.Span.End));
                    break;
                case ConfigSequence sequence when int.TryParse(part, out var index) && index < sequence.Items.Count:
                    node = sequence.Items[index];
                    span = node.Place.Span;
                    break;
                default:
                    return span;
            }
        }

        return span;
    }

    [GeneratedRegex(@"^validating \S+: (?<path>[^ ]*) ")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\$|<<|!|extends|include:|^---|^\.\.\.|oom_score_adj: ['""]", RegexOptions.Multiline)]
    private static partial Regex NotPlain();
}
