using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LspCompose.Analysis.Projects;
using Newtonsoft.Json.Linq;

namespace LspCompose.Analysis.Tests.Agreement;

/// <summary>How often we agree with Compose on recorded projects, and where not.</summary>
internal sealed partial class Agreement
{
    private readonly List<Row> rows = [];

    private Agreement()
    {
    }

    public static Agreement Measure()
    {
        var agreement = new Agreement();
        agreement.MeasureVerdicts(ComposeTarget.Latest, 98, "conformance cases: same verdict as the newest Compose");
        agreement.MeasureVerdicts(ComposeTarget.Compose226, 98, "conformance cases: same verdict as Compose 2.26 with `target: compose-2.26`");
        agreement.MeasureAcceptedCases();
        agreement.MeasureCorpus();
        agreement.MeasureComposeGo();
        agreement.MeasurePlaces();
        agreement.MeasureValues();
        return agreement;
    }

    public IReadOnlyList<Row> Rows => rows;

    public string ToMarkdown()
    {
        var text = new StringBuilder("| measure | agrees | of | share | goal |\n|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Measure} | {row.Total - row.Differences.Count} | {row.Total} | {row.Share:0.0} % | {row.Goal:0.#} % |\n");
        }

        text.Append("\n## Differences\n\n| measure | case | reason |\n|---|---|---|\n");
        foreach (var row in rows)
        {
            foreach (var difference in row.Differences)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {row.Measure} | `{difference.Case}` | {KnownDifferences.ReasonFor(difference.Case)} |\n");
            }
        }

        return text.ToString();
    }

    private void Add(string measure, double goal, int total, IEnumerable<Difference> differences) => rows.Add(new Row(measure, goal, total, [.. differences]));

    private void MeasureVerdicts(ComposeTarget target, double goal, string measure)
    {
        var cases = ConformanceCase.All().Where(item => !item.IsNotInterpolated).ToList();
        Add(measure, goal, cases.Count, cases.Select(item => (item, Answer: item.AnswerOf(target), Judgement: item.Project.Judge(target)))
            .Where(item => item.Answer.IsAccepted != item.Judgement.IsAccepted)
            .Select(item => new Difference(item.item.Project.Name, $"Compose {(item.Answer.IsAccepted ? "accepts" : item.Answer.Message)}; we say {item.Judgement.Text}")));
    }

    private void MeasureAcceptedCases()
    {
        var cases = ConformanceCase.All().Where(item => !item.IsNotInterpolated && item.AnswerOf(ComposeTarget.Latest).IsAccepted && item.AnswerOf(ComposeTarget.Compose226).IsAccepted).ToList();
        Add("conformance cases both versions accept: no error", 100, cases.Count, Wrong(cases.Select(item => item.Project), ComposeTarget.Latest));
    }

    private void MeasureCorpus()
    {
        var folder = SharedData.Find("corpus");
        var accepted = File.ReadLines(Path.Combine(folder, "tools.tsv")).Skip(1).Select(line => line.Split('\t')).Where(row => row[3] == "0").Select(row => row[0]);
        var projects = accepted.Select(file => new RecordedProject(file, new Dictionary<string, string?> { [file] = File.ReadAllText(Path.Combine(folder, file)) }) { Path = file }).ToList();
        Add("real files Compose accepts: no error", 100, projects.Count, Wrong(projects, ComposeTarget.Latest));
    }

    private void MeasureComposeGo()
    {
        var cases = ComposeGoCase.All();
        Add("cases of compose-go's own tests: same verdict", 98, cases.Count, cases.Select(item => (item, Judgement: item.Project.Judge(ComposeTarget.Latest)))
            .Where(item => item.item.IsAccepted != item.Judgement.IsAccepted)
            .Select(item => new Difference(item.item.Project.Name, $"Compose {(item.item.IsAccepted ? "accepts" : item.item.Message)}; we say {item.Judgement.Text}")));
    }

    // Messages such as "validating compose.yaml: services.a.ports.0 must be a string" name a path.
    private void MeasurePlaces()
    {
        var differences = new List<Difference>();
        var total = 0;
        foreach (var item in ConformanceCase.All())
        {
            var answer = item.AnswerOf(ComposeTarget.Latest);
            if (answer.IsAccepted || NamedPath().Match(answer.Message) is not { Success: true } match)
            {
                continue;
            }

            var path = match.Groups["path"].Value.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
            var nodes = item.Project.Files.Select(file => (Path: $"{item.Project.Directory}/{file.Key}", Span: file.Value is null ? null : NodePlace.Find(file.Value, path))).Where(node => node.Span is not null).ToList();
            if (nodes.Count == 0)
            {
                continue;
            }

            total++;
            var judgement = item.Project.Judge(ComposeTarget.Latest);
            if (!judgement.Errors.Any(error => nodes.Any(node => node.Path == error.Path && node.Span is { } span && span.Start <= error.Finding.Span.Start && error.Finding.Span.End <= span.End)))
            {
                differences.Add(new Difference(item.Project.Name, $"{answer.Message}; we say {judgement.Text}"));
            }
        }

        Add("path named by Compose's message: our finding lies on that node", 99, total, differences);
    }

    private void MeasureValues()
    {
        var cases = ConformanceCase.All().Where(item => item.AnswerOf(ComposeTarget.Latest) is { IsAccepted: true, Value: not null } && !item.IsNotInterpolated).ToList();
        Add("values of `config`", 97, cases.Count, cases.Select(item =>
        {
            var project = item.Project.Judge(ComposeTarget.Latest).Project;
            var shown = project is null ? "" : string.Join(" ; ", item.Shown.Select(path => Show(project, path)));
            shown = shown.Replace(item.Project.Directory, "<DIR>", StringComparison.Ordinal).Replace("\"/projects", "\"<PARENT>", StringComparison.Ordinal);
            var expected = string.Join(" ; ", (item.AnswerOf(ComposeTarget.Latest).Value ?? "").Split(" ; ").Select(part => Sort(JToken.Parse(part)).ToString(Newtonsoft.Json.Formatting.None)));
            return (item, shown, expected);
        }).Where(item => item.shown != item.expected).Select(item => new Difference(item.item.Project.Name, $"expected {item.expected}, shown {item.shown}")));
    }

    private static IEnumerable<Difference> Wrong(IEnumerable<RecordedProject> projects, ComposeTarget target) =>
        projects.Select(project => (project, Judgement: project.Judge(target))).Where(item => !item.Judgement.IsAccepted).Select(item => new Difference(item.project.Name, item.Judgement.Text));

    private static string Show(Project project, string path)
    {
        var root = (JObject)ToJson(project.Model);
        if (root["services"] is JObject services)
        {
            foreach (var name in services.Properties().Select(property => property.Name).Where(name => !project.ActiveServices.Contains(name)).ToList())
            {
                services.Remove(name);
            }
        }

        JToken? current = root;
        foreach (var key in path.Split('.'))
        {
            current = current is JObject mapping ? mapping[key] : current is JArray list && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count ? list[index] : null;
        }

        return Sort(current ?? JValue.CreateNull()).ToString(Newtonsoft.Json.Formatting.None);
    }

    private static JToken Sort(JToken token) => token switch
    {
        JObject mapping => new JObject(mapping.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Sort(property.Value)))),
        JArray list => new JArray(list.Select(Sort)),
        JValue { Value: double number } when number == Math.Floor(number) => new JValue((long)number),
        _ => token,
    };

    private static JToken ToJson(ConfigNode node) => node switch
    {
        ConfigMapping mapping => new JObject(mapping.Entries.Select(entry => new JProperty(entry.Key, ToJson(entry.Value)))),
        ConfigSequence list => new JArray(list.Items.Select(ToJson)),
        ConfigScalar scalar => new JValue(scalar.Value),
        _ => JValue.CreateNull(),
    };

    [GeneratedRegex(@"(?:^|[ '\n])(?<path>(?:services|networks|volumes|secrets|configs|models)[.\[][A-Za-z0-9_.\[\]-]+)")]
    private static partial Regex NamedPath();

    internal sealed record Difference(string Case, string Text);

    internal sealed record Row(string Measure, double Goal, int Total, IReadOnlyList<Difference> Differences)
    {
        public double Share => Total == 0 ? 0 : 100.0 * (Total - Differences.Count) / Total;
    }
}
