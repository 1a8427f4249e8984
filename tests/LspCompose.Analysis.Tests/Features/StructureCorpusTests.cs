using LspCompose.Analysis.Features;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features;

/// <summary>Real files, whole, cut and damaged: what is answered about their structure is well formed.</summary>
public sealed class StructureCorpusTests
{
    private const string Path = "/p/compose.yaml";
    private const int DamagesPerFile = 6;
    private const int PlacesPerText = 12;

    [Fact]
    public void Everything_answered_about_real_files_fits_together()
    {
        foreach (var path in Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var random = new Random(text.Length);
            Check(text, random);
            for (var count = 0; count < DamagesPerFile; count++)
            {
                var at = random.Next(text.Length);
                Check(count % 2 == 0 ? text[..at] : text.Remove(at, 1).Insert(random.Next(text.Length), "\"'[{}]:-|\t\r#&*!$"[random.Next(16)].ToString()), random);
            }
        }
    }

    private static void Check(string content, Random random)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var text = SourceText.From(content);
        var whole = new TextSpan(0, text.Length);
        var workspace = Workspace.Empty.WithFile(Path, text);
        foreach (var item in Outline.Of(workspace, Path, cancellation))
        {
            CheckItem(item, whole);
        }

        CheckFolds(Folding.Of(workspace, Path), text);
        Assert.All(TextLinks.Of(workspace, Path, cancellation), link => Assert.True(whole.Contains(link.Span) && (link.Url is null) != (link.Path is null) && !link.Span.IsEmpty));
        Assert.All(DefinitionLenses.Of(workspace, Path, cancellation), lens => Assert.True(whole.Contains(lens.Span)));
        var tokens = Tokens.Of(workspace, Path, cancellation);
        Assert.All(tokens, token => Assert.True(whole.Contains(token.Span) && !token.Span.IsEmpty));
        Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
        _ = text.With(RenamedPaths.Edits(workspace, [new FileRename("/p", "/q/p"), new FileRename(Path, "/r/compose.yaml")], cancellation).Select(edit => edit.Edit));
        for (var count = 0; count < PlacesPerText; count++)
        {
            var offset = random.Next(text.Length + 1);
            var spans = SelectionRanges.At(workspace, Path, offset) ?? [];
            Assert.Equal(whole, spans[^1]);
            Assert.All(spans, span => Assert.True(span.Touches(offset)));
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.Second.Contains(pair.First) && pair.Second != pair.First));
        }
    }

    private static void CheckItem(OutlineItem item, TextSpan around)
    {
        Assert.False(string.IsNullOrWhiteSpace(item.Name));
        Assert.True(around.Contains(item.Span) && item.Span.Contains(item.NameSpan), $"{item.Name} {item.NameSpan} {item.Span} {around}");
        foreach (var child in item.Children)
        {
            CheckItem(child, item.Span);
        }
    }

    // One within the other or beside it; no blank line at an end.
    private static void CheckFolds(IReadOnlyList<Fold> folds, SourceText text)
    {
        var open = new Stack<Fold>();
        foreach (var fold in folds)
        {
            Assert.True(fold.StartLine < fold.EndLine && fold.EndLine < text.LineCount);
            Assert.False(text.Slice(text.LineSpan(fold.EndLine)).IsWhiteSpace());
            while (open.TryPeek(out var outer) && outer.EndLine < fold.StartLine)
            {
                open.Pop();
            }

            Assert.True(!open.TryPeek(out var around) || fold.EndLine <= around.EndLine || fold.StartLine == around.EndLine, $"{around} {fold}\n{text}");
            open.Push(fold);
        }
    }
}
