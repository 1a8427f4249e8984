using LspCompose.Analysis.Formatting;
using LspCompose.Analysis.Projects.Output;
using LspCompose.Testing;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;
using CsCheck;

namespace LspCompose.Analysis.Tests.Formatting;

/// <summary>What holds for any file: it says the same afterwards, each comment is there, a second run changes nothing.</summary>
public class FormatterPropertyTests
{
    private static readonly FormatOptions[] Layouts =
    [
        FormatOptions.Default,
        new() { Indent = 4, SequenceStyle = SequenceStyle.Flush, BlankLines = BlankLines.Services },
        new() { Indent = 3, SequenceStyle = SequenceStyle.Indented },
    ];

    private static readonly string[] Pieces = ["\"", "[", "{", ":", "- ", "  ", "\t", "\n", "|", "#", "&a ", "'", "? ", "\n ", "*", "<<: "];

    [Fact]
    public void Real_files_say_the_same() => CheckAll(Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml"));

    [Fact]
    public void Files_of_Compose_say_the_same() =>
        CheckAll(Directory.EnumerateFiles(SharedData.Find("compose-go-cases"), "*.y*ml", SearchOption.AllDirectories));

    [Fact]
    public void Conformance_files_say_the_same() =>
        CheckAll(Directory.EnumerateFiles(SharedData.Find("conformance"), "*.y*ml", SearchOption.AllDirectories).Take(600));

    [Fact]
    public void Files_of_the_YAML_test_suite_say_the_same() =>
        CheckAll(Directory.EnumerateFiles(SharedData.Find("yaml-test-suite", "src"), "*.yaml").SelectMany(Texts));

    [Fact]
    public void Real_files_with_other_line_breaks_say_the_same() =>
        CheckAll(Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Select(path => (path, "\uFEFF" + File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal))));

    [Fact]
    public void Broken_files_say_the_same()
    {
        var texts = Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(text => text.Length < 4000).ToArray();
        Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[0, 4000], Gen.Int[0, Pieces.Length - 1]).SampleRepeatably(
            sample =>
            {
                var text = texts[sample.Item1];
                var broken = text.Insert(Math.Min(sample.Item2, text.Length), Pieces[sample.Item3]);
                Formatted.Check(broken, Layouts[sample.Item2 % Layouts.Length], $"{sample}\n{broken}");
            },
            iterations: 400);
    }

    [Fact]
    public void Whatever_the_indentation_was_the_result_is_one()
    {
        // Each level of each collection is indented at random; what comes out is the same every time.
        var texts = Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(text => text.Length < 6000).ToArray();
        Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[2, 8], Gen.Int[0, 1]).SampleRepeatably(
            sample =>
            {
                var other = new FormatOptions { Indent = sample.Item2, SequenceStyle = sample.Item3 == 0 ? SequenceStyle.Flush : SequenceStyle.Indented };
                var layout = new FormatOptions { SequenceStyle = SequenceStyle.Indented };
                var text = Formatted.Text(texts[sample.Item1], layout);
                var there = Formatted.Check(text, other, $"{sample}");
                Assert.Equal(Formatted.Content(text), Formatted.Content(Formatted.Check(there, layout, $"{sample} back")));
            },
            iterations: 150);
    }

    [Fact]
    public void Projects_stay_the_same()
    {
        foreach (var path in Directory.EnumerateFiles(SharedData.Find("corpus"), "*.y*ml").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            Assert.Equal(Model(path, text), Model(path, Formatted.Text(text, Layouts[1])));
            Assert.Equal(Model(path, text), Model(path, Formatted.Text(text, FormatOptions.Default with { KeyOrder = ServiceKeyOrder.Conventional })));
        }
    }

    private static string Model(string path, string text) =>
        ModelJson.Write(EffectiveModel.Of(Workspace.Empty.WithFile(path, SourceText.From(text)).Projects.For(path), [], out _));

    private static IEnumerable<(string, string)> Texts(string path) =>
        from document in YamlSyntaxTree.Parse(SourceText.From(File.ReadAllText(path))).Documents
        where document.Root is { IsSequence: true }
        from item in (document.Root ?? default).Items
        let yaml = item.Value.Get("yaml")
        where yaml is not null
        select (path, Unescape(yaml.Value.Value));

    private static string Unescape(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "—*»", "\t").Replace("␣", " ", StringComparison.Ordinal).Replace("↵", "", StringComparison.Ordinal)
            .Replace("←", "\r", StringComparison.Ordinal).Replace("⇔", "\uFEFF", StringComparison.Ordinal).Replace("∎\n", "", StringComparison.Ordinal);

    private static void CheckAll(IEnumerable<string> paths) => CheckAll(paths.Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path))));

    private static void CheckAll(IEnumerable<(string Path, string Text)> files)
    {
        var failures = new List<string>();
        foreach (var (path, text) in files)
        {
            foreach (var options in Layouts)
            {
                try
                {
                    Formatted.Check(text, options, path);
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    failures.Add($"{path}: {exception.Message}");
                }
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} failures\n{string.Join('\n', failures.Take(10))}");
    }
}
