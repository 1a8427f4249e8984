using System.Text;
using CsCheck;
using LspCompose.Testing;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Tests;

/// <summary>Any text at all gives a tree; what a mistake does not touch stays as it was.</summary>
public class RobustnessTests
{
    [Fact]
    public void Deleting_a_line_leaves_the_other_services_as_they_were() =>
        Assert.Multiple([.. SharedData.Corpus().Select(file => (Action)(() => DeleteEachLine(file.Name, file.Text)))]);

    [Fact]
    public void Cutting_the_end_leaves_the_services_before_as_they_were() =>
        Assert.Multiple([.. SharedData.Corpus().Select(file => (Action)(() => CutAtOffsets(file.Name, file.Text)))]);

    [Fact]
    public void Any_text_gives_a_tree()
    {
        string[] pieces = ["a", "b: ", "- ", "\n", "\n  ", "\n    ", "\t", "[", "]", "{", "}", ",", "\"", "'", "#", " # ", "|", ">", "&", "*", "!t ", "@", "`", "?", "? ", ":", "\r", "\r\n", "\0", "\u0001", "\uD800", "\uDC00", "\uFEFF", "\u0085", "\u2028", "\\", "---", "\n---\n", "\n...\n", "<<<<<<< \n", "=======\n", ">>>>>>> \n", "services:\n", "  x:\n", "é", "𝄞"];
        Gen.Int[0, pieces.Length - 1].Array[0, 60].SampleRepeatably(
            indexes =>
            {
                var text = string.Concat(indexes.Select(index => pieces[index]));
                var tree = YamlSyntaxTree.Parse(SourceText.From(text));
                // YAML 1.1 breaks lines where an editor does not; there it is enough that nothing fails.
                if (!text.AsSpan().ContainsAny("\0\u0085\u2028\uFEFF".AsSpan()))
                {
                    SpanCheck.Verify(tree, text);
                }

                _ = tree.Comments.Count;
                for (var offset = 0; offset <= text.Length; offset += 7)
                {
                    _ = tree.PathTo(offset);
                }

                // In a second document YamlDotNet accepts odd text that it refuses in a first one.
                if (tree.Documents.Count > 1 || EventStream.OfYamlDotNet(text) is null)
                {
                    return;
                }

                Assert.True(tree.Errors.Count == 0 || text.AsSpan().ContainsAny("\0\u0085\u2028\uFEFF`@".AsSpan()), $"{text}: {string.Join("; ", tree.Errors)}");
            },
            iterations: 5_000);
    }

    [Theory]
    [InlineData("a: b\n")]
    [InlineData("- x\n")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("{a: ")]
    [InlineData("[a, ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: ")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("\"a\", ")]
    [InlineData("a: \"\n")]
    [InlineData("a: [\n")]
    [InlineData("a: '\n  \"b: [\n")]
    [InlineData("a\n")]
    [InlineData("&a ")]
    [InlineData("!t ")]
    [InlineData("*a ")]
    [InlineData("# c\n")]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("---\n")]
    [InlineData("a: |\n  b\n c\n")]
    [InlineData("\\")]
    [InlineData("a: \"\\d\"\n")]
    [InlineData("<<<<<<< \na: b\n")]
    [InlineData("]")]
    [InlineData("a:\n  b")]
    [InlineData("x")]
    [InlineData(",")]
    [InlineData("a: b: ")]
    [InlineData(" :")]
    [InlineData("services:\n  a:\n    - [\n")]
    public void Much_of_anything_is_read_in_linear_time(string piece)
    {
        // Quadratic time would take minutes here, so the test would not end.
        var text = new StringBuilder().Insert(0, piece, 40_000 / piece.Length).ToString();
        foreach (var variant in new[] { text, "a: [" + text, "services:\n  x: \"" + text, "por\nb: c\n" + text, "a:\n  por\n  b: c\n  d: " + text })
        {
            SpanCheck.Verify(YamlSyntaxTree.Parse(SourceText.From(variant)), piece);
        }
    }

    private static void DeleteEachLine(string name, string text)
    {
        var source = SourceText.From(text);
        var tree = YamlSyntaxTree.Parse(source);
        var services = Services(tree);
        var lines = Enumerable.Range(0, source.LineCount);
        foreach (var line in lines.Where(line => line % (1 + (source.LineCount / 100)) == 0))
        {
            var cut = source.FullLineSpan(line);
            var changed = tree.WithText(SourceText.From(text.Remove(cut.Start, cut.Length)));
            SpanCheck.Verify(changed, name);
            // Without the line between them, what follows a service belongs to it.
            var touched = services.FirstOrDefault(service => service.Touched.Start <= cut.Start && cut.Start < service.Touched.End);
            var before = services.LastOrDefault(service => service.Touched.End <= cut.Start || service.Touched.End == touched.Touched.Start);
            var isFirstLine = touched.Name is not null && source.LineOf(touched.Entry.Key.Span.Start) == line;
            var expected = services.Where(service => service != touched && !((isFirstLine || touched.Name is null) && service == before));
            StillThere(changed, expected, service => service.Entry.Span.Start > cut.Start ? -cut.Length : 0, $"{name} without line {line + 1} '{source.ToString(source.LineSpan(line))}'");
        }
    }

    private static void CutAtOffsets(string name, string text)
    {
        var tree = YamlSyntaxTree.Parse(SourceText.From(text));
        var services = Services(tree);
        var step = Math.Max(1, text.Length / 150);
        for (var offset = 0; offset < text.Length; offset += step)
        {
            var changed = YamlSyntaxTree.Parse(SourceText.From(text[..offset]));
            SpanCheck.Verify(changed, name);
            StillThere(changed, services.Where(service => service.Touched.End <= offset), _ => 0, $"{name} up to {offset}");
        }
    }

    private static void StillThere(YamlSyntaxTree tree, IEnumerable<Service> services, Func<Service, int> shift, string context)
    {
        var found = Entries(tree).ToLookup(entry => entry.Key.Span.Start);
        foreach (var service in services)
        {
            var entry = found[service.Entry.Key.Span.Start + shift(service)].FirstOrDefault();
            Assert.True(entry != default && entry.Name == service.Name, $"{context}: {service.Name} is gone\n{tree.Text}\n{string.Join("\n", tree.Errors)}");
            Assert.True(Relative(entry) == Relative(service.Entry), $"{context}: {service.Name} was\n{Relative(service.Entry)}\nand is\n{Relative(entry)}\n{string.Join("\n", tree.Errors)}");
        }
    }

    /// <summary>The entry as text, with the spans counted from its key.</summary>
    private static string Relative(YamlEntry entry) => $"{entry.ColonOffset - entry.Key.Span.Start} {entry.Value.Span.Shift(-entry.Key.Span.Start)} {TreePrinter.Print(entry.Value)}";

    /// <summary>All entries of the two uppermost levels.</summary>
    private static IEnumerable<YamlEntry> Entries(YamlSyntaxTree tree) => tree.Documents
        .SelectMany(document => document.Root?.Entries ?? default)
        .SelectMany(entry => entry.Value.Entries.Prepend(entry));

    private static List<Service> Services(YamlSyntaxTree tree)
    {
        var root = tree.Documents.Count == 1 ? tree.Documents[0].Root : null;
        var entries = (root?.Get("services") ?? root)?.Entries ?? default;
        var services = new List<Service>();
        foreach (var entry in entries)
        {
            services.Add(new Service(entry.Name, entry, new TextSpan(tree.Text.LineStart(tree.Text.LineOf(entry.Span.Start)), entry.Span.End + 1)));
        }

        // A service owns the text up to the next one.
        for (var index = 0; index + 1 < services.Count; index++)
        {
            services[index] = services[index] with { Touched = new TextSpan(services[index].Touched.Start, tree.Text.LineStart(tree.Text.LineOf(services[index + 1].Entry.Span.Start))) };
        }

        return services;
    }

    private readonly record struct Service(string Name, YamlEntry Entry, TextSpan Touched);
}
