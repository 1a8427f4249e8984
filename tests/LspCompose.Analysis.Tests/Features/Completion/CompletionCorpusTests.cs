using LspCompose.Analysis.Features.Completion;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Tests.Features.Completion;

/// <summary>Real files at random places: what is offered there can be taken without breaking the file.</summary>
public sealed class CompletionCorpusTests
{
    private const int PlacesPerFile = 24;
    private const int OffersPerPlace = 4;

    [Fact]
    public void An_offer_that_is_taken_makes_no_syntax_error()
    {
        var failures = new List<string>();
        var taken = 0;
        foreach (var path in Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var random = new Random(text.Length);
            for (var count = 0; count < PlacesPerFile; count++)
            {
                var (changed, offset) = Place(text, random, count % 4);
                taken += Try(Path.GetFileName(path), changed, offset, random, failures);
            }
        }

        Assert.True(taken > 1000, $"Only {taken} offers were taken.");
        Assert.True(failures.Count == 0, $"{failures.Count} of {taken}:\n{string.Join('\n', failures.DistinctBy(failure => failure[..failure.IndexOf(' ', StringComparison.Ordinal)]).Take(25))}");
    }

    [Fact]
    public void Any_place_of_a_file_that_is_cut_or_damaged_is_answered()
    {
        foreach (var path in Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var random = new Random(text.Length);
            for (var count = 0; count < PlacesPerFile; count++)
            {
                var at = random.Next(text.Length);
                var damaged = count % 2 == 0 ? text[..at] : text.Remove(at, 1).Insert(random.Next(text.Length), "\"'[{}]:-|\t\r#&*!"[random.Next(15)].ToString());
                var workspace = Workspace.Empty.WithFile("/p/compose.yaml", SourceText.From(damaged));
                var offset = count % 2 == 0 ? damaged.Length : random.Next(damaged.Length + 1);
                foreach (var client in new[] { CompletionClient.Plain, Offers.Snippets })
                {
                    var items = Analysis.Features.Completion.Completion.At(workspace, "/p/compose.yaml", offset, client, new HostAnswers());
                    Assert.All(items, item => Assert.True(item.InsertSpan.Start <= offset && item.InsertSpan.End == offset && item.ReplaceSpan.End >= offset && item.ReplaceSpan.End <= damaged.Length));
                }
            }
        }
    }

    // Any place, the end of a line, a new line below another one indented like it, a word begun there.
    private static (string Text, int Offset) Place(string text, Random random, int kind)
    {
        var source = SourceText.From(text);
        var line = random.Next(source.LineCount);
        var content = source.ToString(source.LineSpan(line));
        var indent = content[..(content.Length - content.TrimStart().Length)];
        var end = source.LineSpan(line).End;
        var added = source.LineBreak + indent + (kind == 3 ? "" + "abcdeilnprsv"[random.Next(12)] : "");
        return kind switch
        {
            0 => (text, random.Next(text.Length + 1)),
            1 => (text, end),
            _ => (text.Insert(end, added), end + added.Length),
        };
    }

    // What is further in below a new line belongs to it, whatever it says.
    private static bool TakesLinesBelow(SourceText text, int offset)
    {
        var line = text.LineOf(offset);
        int Indent(int number) => text.Slice(text.LineSpan(number)).IndexOfAnyExcept(' ');
        var next = Enumerable.Range(line + 1, text.LineCount - line - 1).FirstOrDefault(number => !text.Slice(text.LineSpan(number)).IsWhiteSpace(), -1);
        return next >= 0 && Indent(line) is var own && Indent(next) > (own < 0 ? text.LineSpan(line).Length : own) && !text.Slice(text.LineSpan(line)).Contains(':');
    }

    private static int Try(string name, string text, int offset, Random random, List<string> failures)
    {
        var source = SourceText.From(text);
        var workspace = Workspace.Empty.WithFile("/p/compose.yaml", source);
        var items = Analysis.Features.Completion.Completion.At(workspace, "/p/compose.yaml", offset, CompletionClient.Plain, new HostAnswers());
        Assert.True(items.Count <= 1000);
        var tree = YamlSyntaxTree.Parse(source);
        var before = tree.Errors.Count;
        if (TakesLinesBelow(source, offset))
        {
            return 0;
        }

        items = [.. items.Where(item => !item.Label.EndsWith(':'))];
        var tried = items.Count <= OffersPerPlace ? items : random.GetItems([.. items], OffersPerPlace);
        foreach (var item in tried)
        {
            Assert.Equal(offset, item.InsertSpan.End);
            Assert.Equal(source.LineOf(item.ReplaceSpan.Start), source.LineOf(item.ReplaceSpan.End));
            var after = source.With([.. item.AdditionalEdits, new TextEdit(item.ReplaceSpan, item.InsertText)]);
            if (tree.WithText(after).Errors is var errors && errors.Count > before)
            {
                var line = source.LineOf(offset);
                var around = string.Concat(Enumerable.Range(Math.Max(0, line - 2), 5).Where(number => number < after.LineCount).Select(number => $"    | {after.ToString(after.LineSpan(number))}\n"));
                failures.Add($"{name}:{line + 1}:{offset - source.LineStart(line)} '{item.Label}' ({item.Kind}): {errors[^1].Message}\n{around}");
            }
        }

        return tried.Count;
    }
}
