using System.Text;
using System.Text.RegularExpressions;
using LspCompose.Analysis.Features;
using LspCompose.Analysis.Findings;
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
        var found = Find(text, path);
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

    public static IReadOnlyList<Finding> Find(string text, string path = Path)
    {
        var result = Diagnostics.For(Workspace.Empty.WithFile(path, SourceText.From(text)), path, TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        return result.Findings;
    }

    /// <summary>Takes the cursor <c>&lt;|&gt;</c> out of a text.</summary>
    public static (string Text, int Offset) Cursor(string marked)
    {
        var offset = marked.IndexOf("<|>", StringComparison.Ordinal);
        return (marked.Remove(offset, 3), offset);
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
