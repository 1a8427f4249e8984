using LspCompose.Analysis.Findings;
using LspCompose.Analysis.Refactorings;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Refactorings;

/// <summary>What every refactoring promises, tried at many places of real files.</summary>
public sealed class RefactoringPropertyTests(ITestOutputHelper output)
{
    private const int PlacesPerFile = 25;
    private const int LargestFile = 20_000;

    [Theory]
    [InlineData("corpus")]
    [InlineData("conformance")]
    [InlineData("compose-go-cases")]
    public void Every_refactoring_offered_works_and_keeps_meaning_and_comments(string folder)
    {
        var files = Directory.EnumerateFiles(SharedData.Find(folder), "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var failures = new List<string>();
        var counts = new Dictionary<string, int>();
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            if (text.Length > LargestFile)
            {
                continue;
            }

            var workspace = Refactored.Open(text);
            var seen = new HashSet<string>();
            for (var place = 0; place < PlacesPerFile; place++)
            {
                // Spread over the text, never twice at the same distance from a line's start.
                var offset = (int)((long)text.Length * place / PlacesPerFile) + (place * 7 % 11);
                var start = Math.Min(offset, text.Length);
                var length = place % 3 == 0 ? place * 5 : 0;
                foreach (var fix in Refactored.Offered(workspace, Markers.Path, new TextSpan(start, Math.Min(start + length, text.Length))))
                {
                    if (!seen.Add(fix.Title + string.Concat(fix.Edits)))
                    {
                        continue;
                    }

                    counts[Shape(fix.Title)] = counts.GetValueOrDefault(Shape(fix.Title)) + 1;
                    if (Judge(workspace, text, fix) is { } failure)
                    {
                        failures.Add($"{file}:{workspace.FindComposeFile(Markers.Path)?.Text.PositionAt(offset).Line + 1} '{fix.Title}' {failure}");
                    }
                }
            }
        }

        foreach (var (title, count) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{count} {title}");
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {counts.Values.Sum()}:\n{string.Join('\n', failures.Take(40))}");
    }

    [Fact]
    public void Torn_files_are_no_trouble()
    {
        foreach (var file in Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal).Where((_, index) => index % 3 == 0))
        {
            var text = File.ReadAllText(file);
            if (text.Length is 0 or > LargestFile)
            {
                continue;
            }

            for (var tear = 1; tear <= 4; tear++)
            {
                var at = (int)((long)text.Length * tear / 5);
                var torn = text[..at] + (tear % 2 == 0 ? "" : "[: " + text[Math.Min(text.Length, at + 3)..]);
                var workspace = Refactored.Open(torn);
                foreach (var offset in new[] { 0, at / 3, at / 2, at - 1, at, Math.Min(torn.Length, at + 9), torn.Length })
                {
                    foreach (var fix in Refactored.Offered(workspace, Markers.Path, new TextSpan(offset, offset)))
                    {
                        _ = SourceText.From(torn).With(fix.Edits.Where(edit => edit.Path == Markers.Path).Select(edit => edit.Edit));
                    }
                }
            }
        }
    }

    private static string Shape(string title) => System.Text.RegularExpressions.Regex.Replace(title, "'[^']*'", "'…'");

    private static string? Judge(Workspace before, string text, Fix fix)
    {
        if (fix.Edits.Count == 0)
        {
            return "does nothing";
        }

        if (before.FindComposeFile(Markers.Path) is not { } file || fix.Edits.Any(edit => edit.Path != Markers.Path))
        {
            return null;
        }

        var changed = SourceText.From(text).With(fix.Edits.Select(edit => edit.Edit));
        var after = before.WithFile(Markers.Path, changed);
        return after.FindComposeFile(Markers.Path) is not { } result ? "has no result"
            : changed.Content == text ? "changes nothing"
            : result.Tree.Errors.Count > file.Tree.Errors.Count ? $"breaks the file: {result.Tree.Errors[0].Message}\n{changed.Content}"
            : !Comments(file).SequenceEqual(Comments(result)) ? "loses a comment"
            : fix.IsSafe && fix.Kind != FixKind.Modernize && !SameModel.Keeps(before, after, before.Projects.For(Markers.Path)) ? "changes the model"
            : null;
    }

    private static IEnumerable<string> Comments(ComposeFile file) => file.Tree.Comments.Select(comment => file.Text.ToString(comment).Trim()).Order(StringComparer.Ordinal);
}
