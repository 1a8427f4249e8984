using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Tests;

/// <summary>On text YamlDotNet accepts, the tree says what its event stream for the whole file says.</summary>
public class AgreementTests
{
    /// <summary>Cases of the test suite where agreement is not wanted, with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["M2N8/00"] = "YamlDotNet's stream has a mapping with a key and no value",
    };

    /// <summary>Cases that are no YAML 1.2 and yet no error here, with the reason: YamlDotNet decides what is valid.</summary>
    private static readonly Dictionary<string, string> AcceptedByYamlDotNet = new()
    {
        ["DK95/01"] = "a quoted text may go on after a tab",
        ["MUS6/00"] = "an unknown sign after the version directive is passed over",
        ["Y79Y/03"] = "a text in brackets may start after a tab",
        ["Y79Y/04"] = "a tab may stand between two dashes",
        ["Y79Y/05"] = "the same, after a space",
        ["Y79Y/06"] = "a tab may stand after a question mark",
        ["Y79Y/08"] = "the same, in front of a key",
        ["Y79Y/09"] = "the same, after a colon",
    };

    [Fact]
    public void The_tree_agrees_with_YamlDotNet_on_the_corpus()
    {
        Assert.Multiple([.. SharedData.Corpus().Select(file => (Action)(() => Agrees(file.Name, file.Text)))]);
    }

    [Fact]
    public void The_tree_agrees_with_YamlDotNet_on_the_test_suite()
    {
        Assert.Multiple([.. YamlTestCase.Load().Where(test => !Exceptions.ContainsKey(test.Id)).Select(test => (Action)(() => Agrees(test.Id, test.Yaml)))]);
    }

    [Fact]
    public void Text_that_is_no_YAML_gives_an_error()
    {
        var accepted = YamlTestCase.Load()
            .Where(test => test.Fails && YamlSyntaxTree.Parse(SourceText.From(test.Yaml)).Errors.Count == 0)
            .Select(test => test.Id);

        Assert.Equal(string.Join(" ", AcceptedByYamlDotNet.Keys.Order(StringComparer.Ordinal)), string.Join(" ", accepted));
    }

    private static void Agrees(string name, string text)
    {
        var tree = YamlSyntaxTree.Parse(SourceText.From(text));

        SpanCheck.Verify(tree, name);
        if (EventStream.OfYamlDotNet(text) is { } expected)
        {
            Assert.True(tree.Errors.Count == 0, $"{name}: {string.Join("; ", tree.Errors)}");
            Assert.True(expected == EventStream.OfTree(tree), $"{name}:\n{text}\nYamlDotNet:\n{expected}\nTree:\n{EventStream.OfTree(tree)}");
        }
        else
        {
            Assert.True(tree.Errors.Count > 0, $"{name}: no error though YamlDotNet refuses it");
        }
    }
}
