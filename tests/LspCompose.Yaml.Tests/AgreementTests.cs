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
