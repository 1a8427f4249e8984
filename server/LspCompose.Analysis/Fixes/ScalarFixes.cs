using LspCompose.Analysis.Findings;
using LspCompose.Yaml.Syntax;
using LspCompose.Yaml.Text;

namespace LspCompose.Analysis.Fixes;

/// <summary>Fixes that write one value in another way and keep its meaning.</summary>
internal static class ScalarFixes
{
    /// <summary>Puts a plain value in double quotes.</summary>
    public static Fix Quote(ComposeFile file, YamlNode value) =>
        new($"Put '{value.Value}' in quotes", FixKind.QuickFix, () => [new FileEdit(file.Path, new TextEdit(value.Span, $"\"{value.Value}\""))]) { IsPreferred = true };

    /// <summary>Writes a value anew, quotes included.</summary>
    public static Fix Replace(ComposeFile file, YamlNode value, string text) =>
        new($"Change to '{text}'", FixKind.QuickFix, () => [new FileEdit(file.Path, new TextEdit(value.Span, text))]) { IsPreferred = true };
}
