using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Yaml.Tests;

/// <summary>One case of the YAML test suite (github.com/yaml/yaml-test-suite).</summary>
internal sealed record YamlTestCase(string Id, string Yaml, string Tree, bool Fails)
{
    /// <summary>All cases; a file's later cases inherit what they do not say from the one before.</summary>
    public static IReadOnlyList<YamlTestCase> Load()
    {
        var cases = new List<YamlTestCase>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedData.Folder("yaml-test-suite"), "src"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var root = YamlSyntaxTree.Parse(SourceText.From(File.ReadAllText(file))).Documents[0].Root ?? default;
            var (yaml, tree, index) = ("", "", 0);
            foreach (var item in root.Items)
            {
                yaml = item.Value.Get("yaml")?.Value ?? yaml;
                tree = item.Value.Get("tree")?.Value ?? tree;
                var fails = item.Value.Get("fail")?.Value == "true";
                var id = Path.GetFileNameWithoutExtension(file) + (root.Items.Count > 1 ? $"/{index++:00}" : "");
                cases.Add(new YamlTestCase(id, Unescape(yaml), tree, fails));
            }
        }

        return cases;
    }

    private static string Unescape(string text)
    {
        text = System.Text.RegularExpressions.Regex.Replace(text, "—*»", "\t");
        return text
            .Replace("␣", " ", StringComparison.Ordinal)
            .Replace("⇔", "\uFEFF", StringComparison.Ordinal)
            .Replace("↵", "", StringComparison.Ordinal)
            .Replace("←", "\r", StringComparison.Ordinal)
            .Replace("∎\n", "", StringComparison.Ordinal);
    }
}
