using System.Text;
using System.Text.RegularExpressions;
using LspCompose.Analysis.Engines;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Projects;
using LspCompose.Analysis.Tests.Projects;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests;

/// <summary>
/// Compose files with expectations in them: a line such as <c>#     ^^^^ rule-id words of the message</c> below a line expects that finding there, at exactly
/// those columns (<c>#&lt;----</c> expects one at the line's start, as long as there are dashes). Such lines are taken out before the file is analysed. Expected and found must match one to one.
/// </summary>
internal static partial class Markers
{
    public const string Path = "compose.yaml";

    public static void Check(string marked, string path = Path)
    {
        var (text, expected) = Read(marked);
        Compare(text, expected, Find(text, path));
    }

    /// <summary>Checks every YAML file of a project, each with its own expectations, once the host has looked at all they name; other files are only there to be read.</summary>
    public static void CheckProject(params (string Path, string Marked)[] files) => CheckProject(AnalysisSettings.Default, files);

    /// <summary>Checks every YAML file of a project under some settings.</summary>
    public static void CheckProject(AnalysisSettings settings, params (string Path, string Marked)[] files) => CheckProject(settings, null, files);

    /// <summary>Checks every YAML file of a project beside an engine.</summary>
    public static void CheckProject(EngineView engine, params (string Path, string Marked)[] files) => CheckProject(AnalysisSettings.Default, engine, files);

    private static void CheckProject(AnalysisSettings settings, EngineView? engine, (string Path, string Marked)[] files)
    {
        var read = files.Select(file => (file.Path, Content: Read(file.Marked))).ToList();
        var texts = read.Select(file => (file.Path, file.Content.Text)).ToArray();
        foreach (var (path, content) in read.Where(file => ComposeFileNames.IsYaml(file.Path)))
        {
            Compare(content.Text, content.Expected, FindInProject(settings, engine, path, texts));
        }
    }

    public static IReadOnlyList<Finding> Find(string text, string path = Path)
    {
        var workspace = Workspace.Empty.WithFile(path, SourceText.From(text));

        // The host has looked for what may lie beside the file, and found nothing.
        var beside = workspace.Projects.For(path).Unread.Where(unread => ComposeFileNames.IsComposeNamed(System.IO.Path.GetFileName(unread)) || System.IO.Path.GetFileName(unread) == ".env");
        return Find(beside.Aggregate(workspace, (known, missing) => known.WithSource(missing, new FileContent.Missing())), path);
    }

    /// <summary>The findings in a file of a project, once the host has looked at all it names. The YAML files are the user's.</summary>
    public static IReadOnlyList<Finding> FindInProject(AnalysisSettings settings, string path, params (string Path, string Text)[] files) => FindInProject(settings, null, path, files);

    /// <summary>The same beside an engine.</summary>
    public static IReadOnlyList<Finding> FindInProject(AnalysisSettings settings, EngineView? engine, string path, params (string Path, string Text)[] files)
    {
        var source = new MemoryFiles(files);
        var workspace = source.Open([.. files.Select(file => file.Path).Where(ComposeFileNames.IsYaml)]).WithSettings(settings).WithEngine(engine);
        while (workspace.Projects.AllFor(path).SelectMany(project => project.Unread).Distinct().ToList() is { Count: > 0 } unread)
        {
            workspace = unread.Aggregate(workspace, (known, missing) => known.WithSource(missing, source.Read(missing)));
        }

        return Find(workspace, path);
    }

    /// <summary>Takes the cursor <c>&lt;|&gt;</c> out of a text.</summary>
    public static (string Text, int Offset) Cursor(string marked)
    {
        var offset = marked.IndexOf("<|>", StringComparison.Ordinal);
        return (marked.Remove(offset, 3), offset);
    }

    /// <summary>Takes the ranges <c>&lt;[</c> … <c>]&gt;</c> out of a text; none may stand in another.</summary>
    public static (string Text, IReadOnlyList<TextSpan> Spans) Ranges(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var rest = marked.AsSpan();
        for (var start = rest.IndexOf("<["); start >= 0; start = rest.IndexOf("<["))
        {
            var end = rest.IndexOf("]>");
            text.Append(rest[..start]);
            spans.Add(TextSpan.FromLength(text.Length, end - start - 2));
            text.Append(rest[(start + 2)..end]);
            rest = rest[(end + 2)..];
        }

        return (text.Append(rest).ToString(), spans);
    }

    /// <summary>The findings of one of several files.</summary>
    public static IReadOnlyList<Finding> Find(Workspace workspace, string path)
    {
        var result = Diagnostics.For(workspace, path, TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        return result.Findings;
    }

    private static void Compare(string text, IReadOnlyList<Expectation> expected, IReadOnlyList<Finding> found)
    {
        var actual = found.Select(finding => Show(text, finding)).ToList();
        var unmatched = new List<Finding>(found);
        var missing = new List<string>();
        foreach (var expectation in expected)
        {
            var index = unmatched.FindIndex(finding => expectation.Matches(text, finding));
            if (index < 0)
            {
                missing.Add(expectation.ToString());
            }
            else
            {
                unmatched.RemoveAt(index);
            }
        }

        Assert.True(
            missing.Count == 0 && unmatched.Count == 0,
            $"Not found:\n{string.Join('\n', missing)}\nNot expected:\n{string.Join('\n', unmatched.Select(finding => Show(text, finding)))}\nAll findings:\n{string.Join('\n', actual)}");
    }

    private static string Show(string text, Finding finding)
    {
        var position = SourceText.From(text).PositionAt(finding.Span.Start);
        return $"{position.Line + 1}:{position.Character + 1}-{position.Character + 1 + finding.Span.Length} {finding.Rule.Id} {finding.Message}";
    }

    private static (string Text, IReadOnlyList<Expectation> Expected) Read(string marked)
    {
        var text = new StringBuilder();
        var expected = new List<Expectation>();
        var line = -1;
        foreach (var raw in marked.Split('\n'))
        {
            if (Marker().Match(raw) is { Success: true } match)
            {
                var place = match.Groups["carets"].Success ? match.Groups["carets"] : match.Groups["dashes"];
                expected.Add(new Expectation(line, match.Groups["carets"].Success ? place.Index : 0, place.Length, match.Groups["rule"].Value, match.Groups["words"].Value.Trim()));
            }
            else
            {
                text.Append(line >= 0 ? "\n" : "").Append(raw);
                line++;
            }
        }

        return (text.ToString(), expected);
    }

    [GeneratedRegex(@"^#(?:\s*(?<carets>\^+)|<(?<dashes>-+)) (?<rule>[a-z-]+)(?<words>.*)$")]
    private static partial Regex Marker();

    private sealed record Expectation(int Line, int Column, int Length, string Rule, string Words)
    {
        public bool Matches(string text, Finding finding)
        {
            var position = SourceText.From(text).PositionAt(finding.Span.Start);
            return position == new LinePosition(Line, Column) && finding.Span.Length == Length && finding.Rule.Id == Rule && finding.Message.Contains(Words, StringComparison.Ordinal);
        }
    }
}
