using LspCompose.Yaml.Parsing;
using LspCompose.Yaml.Parsing.Tolerant;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Tests;

/// <summary>
/// On valid text the tolerant reader gives YamlDotNet's tree, places included: so one broken line changes nothing but what it touches.
/// </summary>
public class TolerantReaderTests
{
    /// <summary>Cases of the test suite whose trees may differ, with the reason. Compose files hold none of these.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["6CA3"] = "a tab in front of a bracket is an error for the tolerant reader, as for every indentation",
        ["DK95/00"] = "the same, in front of a plain text",
        ["Q5MG"] = "the same, in front of a bracket",
    };

    [Fact]
    public void It_reads_the_corpus_as_YamlDotNet_does() =>
        Assert.Multiple([.. SharedData.Corpus().Select(file => (Action)(() => Agrees(file.Name, file.Text)))]);

    [Fact]
    public void It_reads_the_test_suite_as_YamlDotNet_does() =>
        Assert.Multiple([.. YamlTestCase.Load().Where(test => !Exceptions.ContainsKey(test.Id)).Select(test => (Action)(() => Agrees(test.Id, test.Yaml)))]);

    private static void Agrees(string name, string text)
    {
        foreach (var part in DocumentSplitter.Split(SourceText.From(text)).Parts)
        {
            var slice = text[part.Start..part.End];
            var role = ChunkRole.Document(part.BodyStart - part.Start);
            var valid = EventReader.Read(slice, role.BodyStart);
            if (!valid.IsValid || valid.Root is not { } expected || expected.Node is GreenScalar { Width: 0 })
            {
                continue;
            }

            var tolerant = TolerantReader.Read(slice, role);

            Assert.True(tolerant.IsValid, $"{name}:\n{text}\n{string.Join("; ", tolerant.Errors)}");
            Assert.True(Print(expected) == Print(tolerant.Root), $"{name}:\n{text}\nYamlDotNet:\n{Print(expected)}\nTolerant:\n{Print(tolerant.Root)}");
        }
    }

    private static string Print(Placed? root) => root is { } node ? TreePrinter.PrintWithSpans(new YamlNode(node.Node, node.Start)) : "nothing";
}
