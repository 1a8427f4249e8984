using LspCompose.Analysis.Features.Navigation;
using LspCompose.Analysis.Symbols;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Navigation;

/// <summary>Real files: every name stands where it is said to, and renaming there and back changes nothing.</summary>
public class RenameCorpusTests
{
    private const string Path = "/p/compose.yaml";
    private const string NewName = "renamed_9";

    [Fact]
    public void Every_name_stands_at_its_place()
    {
        var wrong = new List<string>();
        foreach (var (name, workspace) in Corpus())
        {
            var file = workspace.FindComposeFile(Path);
            wrong.AddRange((file?.Symbols.All ?? []).Where(symbol => file?.Text.ToString(symbol.Span) != symbol.Name).Select(symbol => $"{name}: {symbol.Kind} '{symbol.Name}' at {symbol.Span}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Renaming_there_and_back_changes_nothing()
    {
        var wrong = new List<string>();
        foreach (var (name, workspace) in Corpus())
        {
            var project = ProjectSymbols.Of(workspace, Path);
            var text = Text(workspace);
            var before = workspace.FindComposeFile(Path)?.Symbols.All ?? [];
            foreach (var symbol in before.GroupBy(project.KeyOf).Where(group => group.Key is not null).GroupBy(group => group.Key?.Kind).SelectMany(kind => kind.Take(2)).Select(group => group.First()))
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                if (Rename.To(workspace, Path, symbol.Span.Start, NewName, TestContext.Current.CancellationToken) is not { Refusal: null } result || before.Any(other => other.IsTakenOver && other.Name == symbol.Name))
                {
                    continue;
                }

                var renamed = workspace.WithFile(Path, SourceText.From(text).With(result.Edits.Select(edit => edit.Edit)));
                var at = renamed.FindComposeFile(Path)?.Symbols.All.FirstOrDefault(other => other.Name == NewName);
                var count = project.KeyOf(symbol) is { } key ? project.Definitions(key).Concat(project.References(key)).Count(other => other.Path == Path) : 0;
                var after = at is null ? 0 : References.InFile(renamed, Path, at.Span.Start, TestContext.Current.CancellationToken).Count;
                var back = at is null ? null : Rename.To(renamed, Path, at.Span.Start, symbol.Name, TestContext.Current.CancellationToken);

                // Two hosts shared the old name, so it is not free.
                if (back?.Refusal is not null)
                {
                    continue;
                }

                if (back is null || SourceText.From(Text(renamed)).With(back.Edits.Select(edit => edit.Edit)).Content != text || count != after)
                {
                    wrong.Add($"{name}: {symbol.Kind} '{symbol.Name}' at {symbol.Span}, {count} names, then {after}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Text(Workspace workspace) => workspace.FindComposeFile(Path)?.Text.Content ?? "";

    private static IEnumerable<(string Name, Workspace Workspace)> Corpus() => Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal)
        .Select(path => (System.IO.Path.GetFileName(path), Workspace.Empty.WithFile(Path, SourceText.From(File.ReadAllText(path)))));
}
